using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Formulas;

/// <summary>What a unit answered, in base units.</summary>
internal sealed record UnitFact(string Item, string Unit, Period Period, Reading Reading);

/// <summary>Makes tables of units that stood the same at all times.</summary>
internal static class Tables
{
    private const decimal Largest = 900_000_000_000_000m;

    public static FactTable Of(IEnumerable<PublishedFigure> figures, IReadOnlyList<ReportingUnit> units, IReadOnlyList<UnitFact> facts) =>
        new(figures, new UnitData(new UnitRegister([.. units.Select(Always)]), Arrays(facts)));

    public static UnitHistory Always(ReportingUnit unit) =>
        new(unit.Code, [.. unit.Attributes.SelectMany(attribute => attribute.Value.Select(code => new DatedValue(attribute.Key, code, DateOnly.MinValue)))]);

    public static FactArrays Arrays(IReadOnlyList<UnitFact> facts)
    {
        var units = facts.Select(fact => fact.Unit).Distinct().ToList();
        var arrays = new FactArrays(units, facts.Select(fact => fact.Item).Distinct().ToDictionary(item => item, _ => Unit.One), 2024);
        foreach (var fact in facts)
            arrays.Put(units.IndexOf(fact.Unit), fact.Item, fact.Period, Packed(fact.Reading));
        return arrays;
    }

    // What the store cannot hold is the largest that it can.
    private static PackedValue Packed(Reading reading) =>
        new(0, reading.State, reading.HasValue ? (long)(Math.Clamp(reading.Amount, -Largest, Largest) * 10_000) : 0, FactFlags.None, reading.State == FactState.Missing && reading.Reason.Zh != "未报" ? reading.Reason.Zh : null);
}
