using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas.Functions;

internal sealed class Absolute : Function
{
    public override string Name => "abs";

    public override string Syntax => "abs(x)";

    public override Text Description => ("绝对值", "x without its sign");

    public override IReadOnlyList<Parameter> Parameters { get; } = [new(ParameterKind.Amount)];

    public override Shape? Check(Call call, Checker checker) => OverPeriods.NoLongerAddsUp(checker.Of(call.Amount(0)));

    public override Reading Evaluate(Call call, Evaluator evaluator, Scope scope) =>
        States.Apply(evaluator.Of(call.Amount(0), scope), static x => Reading.Of(Math.Abs(x)));

    public override string InWords(Call call, Wording words)
    {
        var x = words.Operand(call.Amount(0));
        return words.Say($"{x}的绝对值", $"the absolute value of {x}");
    }
}
