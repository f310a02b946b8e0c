using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas.Functions;

internal sealed class YearOnYear : Function
{
    public override string Name => "yoy";

    public override string Syntax => "yoy(x)";

    public override Text Description => ("同比增速（%）", "the change against the same period of last year, in percent");

    public override IReadOnlyList<Parameter> Parameters { get; } = [new(ParameterKind.Amount)];

    public override Shape? Check(Call call, Checker checker) => checker.Of(call.Amount(0)) is null ? null : Shape.Percent;

    public override Reading Evaluate(Call call, Evaluator evaluator, Scope scope) =>
        States.Change(evaluator.Of(call.Amount(0), scope), evaluator.In(scope.YearsEarlier(1), call.Amount(0)));

    public override ulong Row(Call call, RowEvaluator evaluator, ulong wanted, Span<decimal> amounts) => evaluator.Change(call.Amount(0), 12, wanted, amounts);

    public override string InWords(Call call, Wording words)
    {
        var x = words.Operand(call.Amount(0));
        return words.Say($"{x}同比增速", $"growth of {x} on last year");
    }
}
