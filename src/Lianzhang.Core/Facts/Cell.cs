using Lianzhang.Core.Values;

namespace Lianzhang.Core.Facts;

/// <summary>What many units answered for an item and a period, together.</summary>
/// <param name="Sum">The sum of the amounts, in ten-thousandths of the item's unit.</param>
/// <param name="Values">How many units gave an amount, zero among them.</param>
/// <param name="NotApplicable">How many said that it does not apply to them.</param>
/// <param name="Missing">How many were asked and gave nothing, or not for the whole period.</param>
public readonly record struct Cell(Int128 Sum, int Values, int NotApplicable, int Missing)
{
    /// <summary>How many units were asked.</summary>
    public int Asked => Values + NotApplicable + Missing;
}

/// <summary>The units that have one code of an attribute, such as those of a cluster.</summary>
public readonly record struct UnitGroup(string Attribute, string Code);

/// <summary>Finds the cell of an aggregate for a region, or for a group within it; null where none is kept.</summary>
public delegate Cell? FindCell(string aggregate, string region, UnitGroup? group, Period period);

/// <summary>Finds the codes of an attribute under which units of a region stood at the end of a period, or ever for no period; null where that is not kept.</summary>
public delegate IReadOnlyList<string>? FindGroups(string attribute, string region, Period? period);

/// <summary>The cells of one aggregate, region or group within it, and kind of period, each where its period ends.</summary>
public readonly ref struct CellRow(ReadOnlySpan<long> sums, ReadOnlySpan<int> values, ReadOnlySpan<int> notApplicable, ReadOnlySpan<int> missing)
{
    /// <summary>The sums of the amounts, in ten-thousandths of the item's unit.</summary>
    public ReadOnlySpan<long> Sums { get; } = sums;

    /// <summary>How many units gave an amount.</summary>
    public ReadOnlySpan<int> Values { get; } = values;

    /// <summary>How many said that it does not apply to them; empty where none did.</summary>
    public ReadOnlySpan<int> NotApplicable { get; } = notApplicable;

    /// <summary>How many were asked and gave nothing; empty where none were.</summary>
    public ReadOnlySpan<int> Missing { get; } = missing;
}

/// <summary>Finds the cells of an aggregate for a region, or for a group within it; false where none are kept, or a sum goes beyond 64 bits.</summary>
public delegate bool FindCellRow(string aggregate, string region, UnitGroup? group, PeriodKind kind, out CellRow row);

/// <summary>What is kept of units.</summary>
public sealed record UnitCells(FindCell Find, FindGroups Groups, FindCellRow Row);
