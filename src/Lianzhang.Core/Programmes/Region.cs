using System.ComponentModel;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes;

/// <summary>What a region is; functional zones are regions too.</summary>
public enum RegionKind
{
    Nation,
    Province,
    City,
    County,
    Zone,
    Town,
}

/// <summary>The place of a region's tile on a schematic map: columns from west to east, rows from north to south, from 1.</summary>
public sealed record TilePosition(int Column, int Row);

/// <summary>A name that a region bore before.</summary>
public sealed record FormerName(
    string Name,
    [property: Description("The last day on which it was the region's name.")] DateOnly Until);

/// <summary>A region that answers for targets.</summary>
public sealed record Region(
    [property: Description("Code: six digits of GB/T 2260, or the statistical code of a zone.")] string Code,
    Text Name,
    RegionKind Kind,
    [property: Description("Code of the region that it lies in.")] string? Parent = null,
    [property: Description("Where the code comes from, when it is not GB/T 2260.")] string? CodeSystem = null,
    [property: Description("A short name for tiles and charts.")] Text? Short = null,
    [property: Description("Where its tile stands among those of its neighbours.")] TilePosition? Tile = null,
    [property: Description("The last day of a region that was merged or split.")] DateOnly? To = null,
    [property: Description("Codes of the regions that took its place.")] IReadOnlyList<string>? Successors = null,
    [property: Description("Names that it bore before.")] IReadOnlyList<FormerName>? Formerly = null)
{
    /// <summary>Whether it is there on a day, as far as its last day says.</summary>
    public bool IsThere(DateOnly day) => !(To < day);

    /// <summary>The name that it bore on a day.</summary>
    public Text NameOn(DateOnly day) => (Formerly ?? []).Where(former => former.Until >= day).MinBy(former => former.Until) is { } former ? new Text(former.Name) : Name;
}

/// <summary>What a place without targets is.</summary>
public enum PlaceKind
{
    Province,
    NewArea,
    Park,
}

/// <summary>A place for which figures are published and which carries no targets: a park, a new area, the province.</summary>
public sealed record Place(
    string Code,
    Text Name,
    PlaceKind Kind,
    [property: Description("Code of the region that it lies in.")] string? Region = null,
    [property: Description("Other names under which its figures are published.")] IReadOnlyList<string>? Aliases = null);

/// <summary>The file regions.yaml.</summary>
public sealed record RegionsFile(
    [property: Description("The regions that answer for targets, as a tree.")] IReadOnlyList<Region> Regions,
    [property: Description("Places for which figures are published and which carry no targets.")] IReadOnlyList<Place>? Places = null);
