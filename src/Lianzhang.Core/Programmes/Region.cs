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

/// <summary>A region that answers for targets.</summary>
public sealed record Region(
    [property: Description("Code: six digits of GB/T 2260, or the statistical code of a zone.")] string Code,
    Text Name,
    RegionKind Kind,
    [property: Description("Code of the region that it lies in.")] string? Parent = null,
    [property: Description("Where the code comes from, when it is not GB/T 2260.")] string? CodeSystem = null,
    [property: Description("A short name for tiles and charts.")] Text? Short = null,
    [property: Description("Where its tile stands among those of its neighbours.")] TilePosition? Tile = null);

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
