using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas.Functions;

internal sealed class If : Function
{
    public override string Name => "if";

    public override string Syntax => "if(condition, a, b)";

    public override Text Description => ("条件成立取 a,否则取 b", "a where the condition holds, otherwise b; the other branch does not count");

    public override IReadOnlyList<Parameter> Parameters { get; } = [new(ParameterKind.Condition), new(ParameterKind.Amount), new(ParameterKind.Amount)];

    public override Shape? Check(Call call, Checker checker)
    {
        checker.Condition((Condition)call.Arguments[0]);

        // Which branch holds may differ from month to month, so that the result does not add up.
        return checker.Agree(call.Amount(1), call.Amount(2), call.At, Checker.Branches) is { } shape ? shape with { OverTime = OverTime.DoesNot } : null;
    }

    public override Reading Evaluate(Call call, Evaluator evaluator, Scope scope)
    {
        var condition = evaluator.Of(call.Arguments[0], scope);
        return States.Apply(condition, truth => evaluator.Of(call.Amount(truth != 0 ? 1 : 2), scope));
    }

    public override string InWords(Call call, Wording words)
    {
        var (condition, yes, no) = (words.Of(call.Arguments[0]), words.Of(call.Arguments[1]), words.Of(call.Arguments[2]));
        return words.Say($"（若{condition}，则{yes}，否则{no}）", $"({yes} if {condition}, otherwise {no})");
    }
}
