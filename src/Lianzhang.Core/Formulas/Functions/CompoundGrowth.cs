using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas.Functions;

internal sealed class CompoundGrowth : Function
{
    public override string Name => "cagr";

    public override string Syntax => "cagr(x, n)";

    public override Text Description => ("近 n 年年均增速（%）", "the compound yearly growth over the last n years, in percent");

    public override IReadOnlyList<Parameter> Parameters { get; } = [new(ParameterKind.Amount), new(ParameterKind.Whole)];

    public override Shape? Check(Call call, Checker checker) => checker.Of(call.Amount(0)) is null ? null : Shape.Percent;

    public override Reading Evaluate(Call call, Evaluator evaluator, Scope scope)
    {
        var years = call.Whole(1) ?? 1;
        return States.Apply(
            evaluator.Of(call.Amount(0), scope),
            evaluator.In(scope.YearsEarlier(years), call.Amount(0)),
            (now, before) => Compound(now, before, years));
    }

    public override string InWords(Call call, Wording words)
    {
        var x = words.Operand(call.Amount(0));
        return words.Say($"{x}近{call.Whole(1)}年年均增速", $"yearly growth of {x} over {Wording.Many(call.Whole(1), "year")}");
    }

    private static Reading Compound(decimal now, decimal before, int years)
    {
        if (before <= 0)
            return States.Change(Reading.Of(now), Reading.Of(before));
        if (now < 0)
            return States.Undefined("期末数为负，年均增速无意义", "compound growth to a negative amount");
        if (now == 0)
            return Reading.Of(-1);
        return DecimalMath.Pow(now / before, 1m / years) is { } factor ? Reading.Of(factor - 1) : States.OutOfRange;
    }
}
