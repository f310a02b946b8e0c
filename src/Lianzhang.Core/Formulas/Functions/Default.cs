using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas.Functions;

internal sealed class Default : Function
{
    public override string Name => "default";

    public override string Syntax => "default(x, y)";

    public override Text Description => ("x 缺失或不适用时取 y", "x, or y where x is missing or not applicable; an undefined x stays undefined");

    public override IReadOnlyList<Parameter> Parameters { get; } = [new(ParameterKind.Amount), new(ParameterKind.Amount)];

    public override Shape? Check(Call call, Checker checker) => checker.Agree(call.Amount(0), call.Amount(1), call.At, Checker.Branches);

    public override Reading Evaluate(Call call, Evaluator evaluator, Scope scope)
    {
        var first = evaluator.Of(call.Amount(0), scope);
        if (!UnitAnswers.IsGap(first))
            return first;
        var second = evaluator.Of(call.Amount(1), scope);

        // Either figure would have done, so that a reader must see both as wanting.
        return first.State == FactState.Missing && second.State == FactState.Missing ? States.Blocking(first, second)! : second;
    }

    public override string InWords(Call call, Wording words)
    {
        var (x, y) = (words.Operand(call.Amount(0)), words.Of(call.Arguments[1]));
        return words.Say($"{x}（无数时取{y}）", $"{x} (or {y} where there is none)");
    }
}
