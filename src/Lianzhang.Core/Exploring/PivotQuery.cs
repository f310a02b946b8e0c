using Lianzhang.Core.Values;

namespace Lianzhang.Core.Exploring;

/// <summary>What stands in the cells of a table.</summary>
public enum PivotShow
{
    Value,

    /// <summary>Growth on the same period of last year, in per cent.</summary>
    YearGrowth,

    /// <summary>Growth on the period before, in per cent.</summary>
    PriorGrowth,

    /// <summary>The difference to the same period of last year: in percentage points for ratios, else in the measure's unit.</summary>
    YearChange,

    /// <summary>The share of the column's total, in per cent.</summary>
    Share,

    /// <summary>The place among the rows of the column, the best first; equal values share one.</summary>
    Rank,
}

/// <summary>Units with one code of an attribute, or a code below it.</summary>
public readonly record struct PivotFilter(string Attribute, string Code)
{
    /// <summary>As it stands in addresses: size.large.</summary>
    public override string ToString() => $"{Attribute}.{Code}";
}

/// <summary>A table that somebody asks for. Its text is the query of an address, so that a view is a link.</summary>
public sealed record PivotQuery
{
    /// <summary>The axis of measures.</summary>
    public const string OfMeasures = "measure";

    /// <summary>The axis of periods.</summary>
    public const string OfPeriods = "period";

    /// <summary>The axis of regions, and the attribute that says where a unit lies.</summary>
    public const string OfRegions = "region";

    /// <summary>The axis of industries, and the attribute that says to which a unit belongs.</summary>
    public const string OfIndustries = "industry";

    public IReadOnlyList<PivotMeasure> Measures { get; init; } = [];

    /// <summary>What the rows are: one of the axes above or an attribute of units.</summary>
    public string Rows { get; init; } = OfRegions;

    /// <summary>What the columns are.</summary>
    public string Columns { get; init; } = OfPeriods;

    /// <summary>Code of the region whose figures they are; null for the programme's own.</summary>
    public string? Region { get; init; }

    /// <summary>Code of the industry; null for all.</summary>
    public string? Industry { get; init; }

    /// <summary>Which units count; all of these must hold.</summary>
    public IReadOnlyList<PivotFilter> Filters { get; init; } = [];

    /// <summary>How long the periods are; null for what the first measure is known by.</summary>
    public PeriodKind? By { get; init; }

    /// <summary>The month in which the first period ends at the earliest; null for some periods before the last.</summary>
    public Period? From { get; init; }

    /// <summary>The month in which the last period ends at the latest; null for the latest that is known.</summary>
    public Period? To { get; init; }

    public PivotShow Show { get; init; }

    /// <summary>Whether units that owe their report are left out of sums, where otherwise the sum is missing.</summary>
    public bool OnlyReported { get; init; }

    /// <summary>Key of the column by which the rows are ordered; null for their own order.</summary>
    public string? Order { get; init; }

    /// <summary>Whether the smallest comes first.</summary>
    public bool Ascending { get; init; }

    /// <summary>Whether it tells the units of a region apart: by industry or another attribute.</summary>
    public bool SplitsUnits =>
        Industry is not null || Filters.Count > 0 || Array.Exists([Rows, Columns], axis => axis is not (OfMeasures or OfPeriods or OfRegions));

    /// <summary>The same table with rows and columns exchanged; the order of rows goes, since it named a column.</summary>
    public PivotQuery Transposed() => this with { Rows = Columns, Columns = Rows, Order = null, Ascending = false };

    public bool Equals(PivotQuery? other) => other is not null && ToString() == other.ToString();

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString());

    /// <summary>The canonical text: what is as usual is left out.</summary>
    public override string ToString() => PivotText.Print(this);

    /// <summary>Reads the query of an address, with or without its question mark; what it does not know is a fault, what is empty is as usual.</summary>
    public static PivotQuery Parse(string? text, out IReadOnlyList<Fault> faults) => PivotText.Read(text, out faults);
}
