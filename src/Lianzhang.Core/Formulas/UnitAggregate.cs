using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>What sum, avg, min and max have in common: every unit that was asked must have answered.</summary>
internal abstract class UnitAggregate : Function
{
    public override string Syntax => $"{Name}(item)  {Name}(item where filter)  {Name}(default(item, 0) where filter)";

    public override IReadOnlyList<Parameter> Parameters { get; } = [new(ParameterKind.Selection)];

    public override Shape? Check(Call call, Checker checker) => checker.Selected((Selection)call.Arguments[0]);

    public override Reading Evaluate(Call call, Evaluator evaluator, Scope scope)
    {
        var answers = UnitAnswers.Of((Selection)call.Arguments[0], evaluator, scope);
        var gaps = answers.Readings.Where(reading => reading.State is FactState.Missing or FactState.Undefined).ToList();
        return answers.Blocked ?? States.Blocking(gaps) ?? Gather([.. answers.Amounts]);
    }

    public override string InWords(Call call, Wording words) => words.Selected((Selection)call.Arguments[0], Wanted);

    /// <summary>The word for the result: total, average …</summary>
    protected abstract Text Wanted { get; }

    /// <summary>The result over the units that have a value.</summary>
    protected abstract Reading Gather(IReadOnlyList<decimal> amounts);
}
