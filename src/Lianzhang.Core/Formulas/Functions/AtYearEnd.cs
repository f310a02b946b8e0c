using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas.Functions;

internal sealed class AtYearEnd : Function
{
    public override string Name => "at_year_end";

    public override string Syntax => "at_year_end(x)  at_year_end(x, n)";

    public override Text Description => ("当年（或 n 年前）全年数、年末数", "x for the full year of the period, or of n years earlier; a stock at its end");

    public override IReadOnlyList<Parameter> Parameters { get; } = [new(ParameterKind.Amount), new(ParameterKind.Whole, Optional: true)];

    // The same for every period of a year, so that it no longer adds up over them.
    public override Shape? Check(Call call, Checker checker) => OverPeriods.NoLongerAddsUp(checker.Of(call.Amount(0)));

    public override Reading Evaluate(Call call, Evaluator evaluator, Scope scope) =>
        evaluator.In((scope with { Period = Period.OfYear(scope.Period.Year) }).YearsEarlier(call.Whole(1) ?? 0), call.Amount(0));

    public override string InWords(Call call, Wording words)
    {
        var x = words.Operand(call.Amount(0));
        return call.Whole(1) is { } n
            ? words.Say($"{n}年前全年{x}", $"{x} of the full year {Wording.Many(n, "year")} earlier")
            : words.Say($"当年全年{x}", $"{x} of the full year");
    }
}
