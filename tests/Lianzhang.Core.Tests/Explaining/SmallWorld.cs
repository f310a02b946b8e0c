using Lianzhang.Core.Explaining;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Tests.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Explaining;

/// <summary>A unit at one instant: where it lies (none: it is not there), its industry, and what it said in ten-thousandths.</summary>
/// <param name="Region">Code of its region; null where it is not there.</param>
/// <param name="Industry">Code of its industry; null where it has none.</param>
/// <param name="Said">What it said of January of both years; null where it was not asked.</param>
/// <param name="IsPlace">Whether it reports for a place.</param>
internal sealed record SmallUnit(string? Region, string? Industry, PackedValue? Said, bool IsPlace = false)
{
    public static PackedValue Amount(long scaled) => new(0, scaled == 0 ? FactState.Zero : FactState.Value, scaled, FactFlags.None, null);

    public static PackedValue Missing(string reason) => new(0, FactState.Missing, 0, FactFlags.None, reason);

    public static PackedValue NotApplicable { get; } = new(0, FactState.NotApplicable, 0, FactFlags.None, null);
}

/// <summary>Some units at one instant, with definitions: a city of two counties, of which one may have a town of its own.</summary>
internal static class SmallWorld
{
    public const string City = "city";

    public static readonly Period January = Period.Parse("2025-01");

    private static readonly DateOnly Start = new(2020, 1, 1);

    public static World Of(string formula, IReadOnlyList<SmallUnit> units, bool isSplit = true, string region = City, IReadOnlyList<PublishedFigure>? figures = null) =>
        new(Sample.Parse(formula), Context(units, isSplit, region, figures));

    public static FormulaContext Context(IReadOnlyList<SmallUnit> units, bool isSplit = true, string region = City, IReadOnlyList<PublishedFigure>? figures = null)
    {
        var named = units.Index().Select(one => (Code: $"u{one.Index + 1}", Unit: one.Item)).ToList();
        var register = new UnitRegister([.. named.Where(one => one.Unit.Region is not null).Select(one => new UnitHistory(one.Code, Values(one.Unit), one.Unit.IsPlace))]);
        var facts = new FactArrays([.. named.Select(one => one.Code)], new Dictionary<string, Unit> { ["output"] = Unit.Parse("万元"), ["land"] = Unit.Parse("亩") }, 2024);
        var said = named.Where(one => one.Unit.Said is not null).SelectMany(_ => Items(), (one, where) => new ChangedFact(one.Code, where.Item, where.Period, one.Unit.Said!.Value));
        return new FormulaContext(new FactTable(figures ?? [], new UnitData(register, facts.With([.. said]))), Catalogue(isSplit), Others, region, January);
    }

    private static IEnumerable<(string Item, Period Period)> Items() => [("output", January), ("output", January.SamePeriodLastYear()), ("land", January)];

    private static List<DatedValue> Values(SmallUnit unit) => [new("region", unit.Region!, Start), .. unit.Industry is { } industry ? new DatedValue[] { new("industry", industry, Start) } : []];

    private static Formula? Others(string code) => code == "whole" ? Sample.Parse("ytd(sum(output))") : null;

    private static Catalogue Catalogue(bool isSplit) => new(
        new Dictionary<string, CatalogueItem> { ["output"] = new("output", ItemKind.Flow, Unit.Parse("万元")), ["land"] = new("land", ItemKind.Stock, Unit.Parse("亩")), ["gdp"] = new("gdp", ItemKind.Flow, Unit.Parse("亿元")) },
        new Dictionary<string, Unit> { ["whole"] = Unit.Parse("万元") },
        new Dictionary<string, CatalogueAttribute>
        {
            ["region"] = new("region", "regions", new CodeTree(new Dictionary<string, string?> { [City] = null, ["east"] = City, ["west"] = City, ["town"] = isSplit ? "west" : "east", ["other"] = null })),
            ["industry"] = new("industry", "industries", new CodeTree(new Dictionary<string, string?> { ["green"] = null, ["solar"] = "green", ["wind"] = isSplit ? "green" : null, ["coal"] = null })),
        },
        new HashSet<string> { City });
}
