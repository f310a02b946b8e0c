using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;

namespace Lianzhang.Platform.Registers;

/// <summary>An item of which an enterprise has reported.</summary>
public sealed record FactColumn(string Item, Text Name, Unit? Unit);

/// <summary>What it reported of a period, in the order of the columns; null where it was not asked.</summary>
public sealed record FactLine(Period Period, IReadOnlyList<ReportedValue?> Values);

/// <summary>What an enterprise has reported lately, latest first.</summary>
public sealed record EnterpriseFacts(IReadOnlyList<FactColumn> Items, IReadOnlyList<FactLine> Lines)
{
    private const int MostItems = 5;
    private const int MostPeriods = 24;

    // What says most of an enterprise, where it is reported.
    private static readonly string[] First = ["enterprise_output", "enterprise_revenue", "enterprise_profit", "enterprise_rd", "enterprise_employees"];

    internal static EnterpriseFacts Of(IReadOnlyList<RecordedFact> facts, Programme programme)
    {
        var reported = facts.Select(fact => fact.Value.Item).Distinct().Where(item => programme.FindItem(item) is not null).ToList();
        var items = First.Where(reported.Contains).Concat(reported.Except(First).Order(StringComparer.Ordinal)).Take(MostItems).ToList();
        var lines = facts.Where(fact => items.Contains(fact.Value.Item)).GroupBy(fact => fact.Period).Take(MostPeriods).Select(period =>
        {
            var values = period.ToLookup(fact => fact.Value.Item, fact => fact.Value);
            return new FactLine(period.Key, [.. items.Select(item => values[item].Cast<ReportedValue?>().FirstOrDefault())]);
        });
        return new EnterpriseFacts([.. items.Select(item => new FactColumn(item, programme.ItemName(item), programme.FindItem(item)?.Unit))], [.. lines]);
    }
}
