using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas.Functions;

internal sealed class Round : Function
{
    public override string Name => "round";

    public override string Syntax => "round(x, n)";

    public override Text Description => ("按 x 的单位四舍五入到 n 位小数", "x to n decimals of its own unit, half away from zero");

    public override IReadOnlyList<Parameter> Parameters { get; } = [new(ParameterKind.Amount), new(ParameterKind.Whole, Least: 0, Most: 10)];

    public override Shape? Check(Call call, Checker checker)
    {
        if (checker.Of(call.Amount(0)) is not { } shape)
            return null;
        if (shape.Unit is not null)
            return OverPeriods.NoLongerAddsUp(shape);
        checker.Refuse(call.At, ($"{shape.Label} 不是可舍入的单位", $"{shape.Label} is no unit to round in"));
        return null;
    }

    public override Reading Evaluate(Call call, Evaluator evaluator, Scope scope)
    {
        // Decimals only mean something in a unit: two decimals of 亿元 are not two of 元.
        var unit = new Checker(evaluator.Context.Catalogue).Of(call.Amount(0))?.Unit ?? Unit.One;
        return States.Apply(
            evaluator.Of(call.Amount(0), scope),
            x => Reading.Of(unit.ToBase(Math.Round(unit.FromBase(x), call.Whole(1) ?? 0, MidpointRounding.AwayFromZero))));
    }

    public override string InWords(Call call, Wording words)
    {
        var x = words.Operand(call.Amount(0));
        return words.Say($"{x}（保留{call.Whole(1)}位小数）", $"{x} (to {Wording.Many(call.Whole(1), "decimal")})");
    }
}
