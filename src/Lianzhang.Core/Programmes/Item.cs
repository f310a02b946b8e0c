using System.ComponentModel;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes;

/// <summary>One thing that is reported or published: defined once, asked once.</summary>
public sealed record Item(
    [property: Description("Code by which formulas and figures name it.")] string Code,
    Text Name,
    [property: Description("How its values behave over time.")] ItemKind Kind,
    [property: Description("The unit in which it is kept; figures in other units of the dimension are converted.")] Unit Unit,
    [property: Description("Code of the body that owes the figure.")] string? Owner = null,
    [property: Description("Names under which its figures are published.")] IReadOnlyList<string>? PublishedAs = null,
    [property: Description("What counts and what does not.")] string? Definition = null,
    [property: Description("How units and regions add up: sum, mean, none; left out, amounts add up and rates and ratios do not.")] RegionRule? OverRegions = null,
    [property: Description("Codes of items that are close to it and are yet kept apart from it.")] IReadOnlyList<string>? DiffersFrom = null)
{
    /// <summary>How units and regions add up, with what holds where the file says nothing.</summary>
    public RegionRule Adding => OverRegions ?? (Kind == ItemKind.Rate || Unit.IsRatio ? RegionRule.None : RegionRule.Sum);
}

/// <summary>A value of an attribute.</summary>
public sealed record AttributeValue(string Code, Text Name);

/// <summary>An attribute of reporting units beside region and industry: title, cluster, size.</summary>
public sealed record UnitAttribute(
    string Code,
    Text Name,
    [property: Description("The plural under which formulas group units by it, such as clusters.")] string? Group = null,
    [property: Description("Its values, where they are a fixed list.")] IReadOnlyList<AttributeValue>? Values = null);

/// <summary>The file items.yaml.</summary>
public sealed record ItemsFile(
    [property: Description("The items.")] IReadOnlyList<Item> Items,
    [property: Description("Attributes of reporting units that formulas may filter and group by.")] IReadOnlyList<UnitAttribute>? Attributes = null);
