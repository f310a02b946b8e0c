using Lianzhang.Core.Values;

namespace Lianzhang.Core.Exploring;

/// <summary>What a cell says.</summary>
public enum PivotState
{
    Value,

    /// <summary>Units owe their report.</summary>
    Missing,

    /// <summary>All units that were asked said that it does not apply to them.</summary>
    NotApplicable,

    /// <summary>Nobody was asked for it, or it is not published.</summary>
    None,

    /// <summary>The formula has no result.</summary>
    Undefined,

    /// <summary>So few enterprises stand behind it that each could be told.</summary>
    Withheld,
}

/// <summary>One cell of a table.</summary>
/// <param name="State">What it says.</param>
/// <param name="Amount">The amount in the line's unit, rounded to 4 decimals; null unless the state is value.</param>
/// <param name="Gaps">How many units owe their report.</param>
/// <param name="Reason">Why there is no amount.</param>
public sealed record PivotCell(PivotState State, decimal? Amount = null, int Gaps = 0, Text? Reason = null);

/// <summary>What a line of a table is beside what its axis lists.</summary>
public enum PivotLineKind
{
    Member,

    /// <summary>What belongs to the whole and to none of the members.</summary>
    Rest,

    /// <summary>The whole, by its own formula: where the measure adds up, the sum of the other lines.</summary>
    Whole,
}

/// <summary>A row or column.</summary>
/// <param name="Key">How addresses name it.</param>
/// <param name="Name">How people do.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Unit">The unit of its amounts, on the axis of measures; null on the others.</param>
public sealed record PivotLine(string Key, Text Name, PivotLineKind Kind = PivotLineKind.Member, Unit? Unit = null);

/// <summary>The lines of one direction.</summary>
/// <param name="Of">Which axis: measure, region, industry, period or an attribute.</param>
/// <param name="Name">Its name.</param>
/// <param name="Lines">The rows or columns in order.</param>
public sealed record PivotAxis(string Of, Text Name, IReadOnlyList<PivotLine> Lines);

/// <summary>A measure with the name and unit that it is shown by.</summary>
public sealed record PivotMeasureName(string Key, Text Name, Unit Unit);

/// <summary>A table that was computed.</summary>
/// <param name="Rows">Its rows.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Cells">A list for each row with a cell for each column.</param>
/// <param name="Measures">What it is of.</param>
/// <param name="Show">What its cells show.</param>
/// <param name="Unit">The unit of all amounts; null where the lines have their own.</param>
/// <param name="Region">Name of the region.</param>
/// <param name="Periods">The first and the last period.</param>
/// <param name="Filters">What else it is limited to, in words.</param>
/// <param name="Notes">What one must know to read it.</param>
/// <param name="Sources">Titles of the publications that it rests on.</param>
/// <param name="UsesUnits">Whether it rests on the units of the registers.</param>
/// <param name="IsGenerated">Whether those were made up for trial.</param>
public sealed record Pivot(
    PivotAxis Rows,
    PivotAxis Columns,
    IReadOnlyList<IReadOnlyList<PivotCell>> Cells,
    IReadOnlyList<PivotMeasureName> Measures,
    PivotShow Show,
    Unit? Unit,
    Text Region,
    IReadOnlyList<Period> Periods,
    IReadOnlyList<Text> Filters,
    IReadOnlyList<Text> Notes,
    IReadOnlyList<string> Sources,
    bool UsesUnits,
    bool IsGenerated);
