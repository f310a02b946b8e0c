using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas.Functions;

internal sealed class Prior : Function
{
    public override string Name => "prior";

    public override string Syntax => "prior(x)  prior(x, n)";

    public override Text Description => ("上一期或前 n 期的数", "x one period, or n periods, earlier");

    public override IReadOnlyList<Parameter> Parameters { get; } = [new(ParameterKind.Amount), new(ParameterKind.Whole, Optional: true)];

    public override Shape? Check(Call call, Checker checker) => checker.Of(call.Amount(0));

    public override Reading Evaluate(Call call, Evaluator evaluator, Scope scope) => evaluator.In(scope.Earlier(call.Whole(1) ?? 1), call.Amount(0));

    public override string InWords(Call call, Wording words)
    {
        var x = words.Operand(call.Amount(0));
        return call.Whole(1) is { } n ? words.Say($"前{n}期{x}", $"{x} {Wording.Many(n, "period")} earlier") : words.Say($"上期{x}", $"{x} of the period before");
    }
}
