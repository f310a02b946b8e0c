using System.ComponentModel;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring;

/// <summary>A step that changes columns one by one: all indicators, or those that it names.</summary>
public abstract record ColumnStep(
    string Step,
    [property: Description("Codes of the columns; all indicators if left out.")] IReadOnlyList<string>? Columns) : ScoreStep(Step)
{
    /// <summary>Whether the step makes more the better, so that directions are done with afterwards.</summary>
    internal virtual bool Turns => false;

    /// <summary>The column after the step.</summary>
    internal abstract double?[] Apply(ColumnInput column);

    internal sealed override IEnumerable<(string Key, string Code)> Reads => (Columns ?? []).Select(code => ("columns", code));

    internal sealed override ScoreState Run(ScoreState state) =>
        (Columns ?? [.. state.Spec.Indicators.Select(each => each.Code)]).Aggregate(state, RunOne);

    private ScoreState RunOne(ScoreState state, string code)
    {
        if (!state.Table.Has(code))
            throw new ScoringException(($"列 {code} 尚未算出", $"column {code} has not been made yet"), "columns");
        var result = Apply(new ColumnInput(code, state.Table[code], state));
        return Turns ? state.WithTurned(code, result) : state.With(code, result);
    }
}

/// <summary>A column that a step is to change.</summary>
internal sealed record ColumnInput(string Code, IReadOnlyList<double?> Values, ScoreState State)
{
    /// <summary>What the specification says of it; of aggregates nothing but the code.</summary>
    public IndicatorSpec Indicator { get; } = State.Tree.Indicator(Code) ?? new IndicatorSpec(Code);

    public Direction Direction => State.DirectionOf(Code);

    /// <summary>1 where more is better, -1 where less is.</summary>
    public int Sign => Direction == Direction.Down ? -1 : 1;

    /// <summary>The values that are there, turned so that more is better.</summary>
    public double[] Turned() => [.. Values.OfType<double>().Select(value => value * Sign)];

    /// <summary>A function of every value that is there.</summary>
    public double?[] Map(Func<double, double?> function) => [.. Values.Select(value => value is { } there ? function(there) : null)];

    /// <summary>A number that the specification must state for this indicator.</summary>
    public double Need(double? stated, string key) =>
        stated ?? throw new ScoringException(($"指标 {Code} 未写 {key}", $"indicator {Code} states no {key}"));

    /// <summary>Another column of the data that the specification must name for this indicator.</summary>
    public IReadOnlyList<double?> Other(string? column, string key)
    {
        if (column is null)
            throw new ScoringException(($"指标 {Code} 未写 {key}", $"indicator {Code} names no {key}"));
        return State.Table.Has(column) ? State.Table[column] : throw new ScoringException(($"数据中没有列 {column}", $"the data has no column {column}"));
    }

    /// <summary>Refuses the value of a row.</summary>
    public ScoringException Refuse(int row, Text why) => new((
        $"{State.UnitAt(row)} 的 {Code} 为 {Values[row]}：{why.Zh}",
        $"{Code} of {State.UnitAt(row)} is {Values[row]}: {why.In(Language.English)}"));
}
