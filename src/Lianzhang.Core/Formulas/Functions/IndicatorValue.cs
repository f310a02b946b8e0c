using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas.Functions;

internal sealed class IndicatorValue : Function
{
    public override string Name => "indicator";

    public override string Syntax => "indicator(code)";

    public override Text Description => ("另一指标的结果", "the result of another indicator");

    public override IReadOnlyList<Parameter> Parameters { get; } = [new(ParameterKind.Indicator)];

    public override Shape? Check(Call call, Checker checker)
    {
        var code = ((IndicatorName)call.Arguments[0]).Code;

        // The catalogue says only the unit; an indicator that must add up over time writes ytd in its own formula.
        if (checker.Catalogue.Indicators.TryGetValue(code.Code, out var unit))
            return Shape.Of(unit, OverTime.DoesNot);
        if (checker.Catalogue.Items.ContainsKey(code.Code))
            checker.Refuse(code.At, ($"{code} 是数据项，请写 value({code}) 或 sum({code})", $"{code} is an item; write value({code}) or sum({code})"));
        else
            checker.Unknown(code, ("指标", "indicator"), checker.Catalogue.Indicators.Keys);
        return null;
    }

    public override Reading Evaluate(Call call, Evaluator evaluator, Scope scope) => evaluator.Indicator((IndicatorName)call.Arguments[0], scope);

    public override ulong Row(Call call, RowEvaluator evaluator, ulong wanted, Span<decimal> amounts) =>
        !evaluator.IsOfGroup && evaluator.Context.Indicator(((IndicatorName)call.Arguments[0]).Code.Code) is { } formula ? evaluator.Of(formula.Root, wanted, amounts) : 0;

    public override string InWords(Call call, Wording words) => words.Name(((IndicatorName)call.Arguments[0]).Code);
}
