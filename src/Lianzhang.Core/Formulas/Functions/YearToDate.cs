using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas.Functions;

internal sealed class YearToDate : Function
{
    public override string Name => "ytd";

    public override string Syntax => "ytd(x)";

    public override Text Description => ("年初至本期末的累计数", "x from January to the end of the period");

    public override IReadOnlyList<Parameter> Parameters { get; } = [new(ParameterKind.Amount)];

    public override Shape? Check(Call call, Checker checker) => OverPeriods.CheckAddsUp(call, checker);

    public override Reading Evaluate(Call call, Evaluator evaluator, Scope scope) =>
        evaluator.Of(call.Amount(0), scope with { Period = scope.Period.YearToDate() });

    public override string InWords(Call call, Wording words)
    {
        var x = words.Operand(call.Amount(0));
        return words.Say($"{x}本年累计", $"{x} from January on");
    }
}
