using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas.Functions;

internal sealed class Growth : Function
{
    public override string Name => "growth";

    public override string Syntax => "growth(x)";

    public override Text Description => ("环比增速（%）", "the change against the period before, in percent");

    public override IReadOnlyList<Parameter> Parameters { get; } = [new(ParameterKind.Amount)];

    public override Shape? Check(Call call, Checker checker) => checker.Of(call.Amount(0)) is null ? null : Shape.Percent;

    public override Reading Evaluate(Call call, Evaluator evaluator, Scope scope) =>
        States.Change(evaluator.Of(call.Amount(0), scope), evaluator.In(scope.Earlier(1), call.Amount(0)));

    public override string InWords(Call call, Wording words)
    {
        var x = words.Operand(call.Amount(0));
        return words.Say($"{x}环比增速", $"growth of {x} on the period before");
    }
}
