using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas.Functions;

internal sealed class Share : Function
{
    public override string Name => "share";

    public override string Syntax => "share(part, whole)";

    public override Text Description => ("部分占总体的比重（%）", "a part in percent of its whole");

    public override IReadOnlyList<Parameter> Parameters { get; } = [new(ParameterKind.Amount), new(ParameterKind.Amount)];

    public override Shape? Check(Call call, Checker checker) =>
        checker.Agree(call.Amount(0), call.Amount(1), call.At, Refusal) is null ? null : Shape.Percent;

    public override Reading Evaluate(Call call, Evaluator evaluator, Scope scope) =>
        States.Apply(evaluator.Of(call.Amount(0), scope), evaluator.Of(call.Amount(1), scope), States.Divide);

    public override ulong Row(Call call, RowEvaluator evaluator, ulong wanted, Span<decimal> amounts) =>
        evaluator.Together(ArithmeticOperator.Divide, call.Arguments[0], call.Arguments[1], wanted, amounts);

    public override string InWords(Call call, Wording words)
    {
        var (part, whole) = (words.Operand(call.Amount(0)), words.Operand(call.Amount(1)));
        return words.Say($"{part}占{whole}的比重", $"{part} as a share of {whole}");
    }

    private static Text Refusal(Text part, Text whole) => ($"{part.Zh} 不是 {whole.Zh} 的部分", $"{part.En} is no share of {whole.En}");
}
