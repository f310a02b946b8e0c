using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Facts;

/// <summary>One version of what a unit said of an item and a period, with where it comes from and the id by which that is known there.</summary>
public sealed record RecordedFact(string Unit, Period Period, ReportedValue Value, FactOrigin Origin, string Source, DateTimeOffset RecordedAt, string SourceId = "");

/// <summary>Facts, those of the latest period first, and within a period what was said last.</summary>
public sealed record FactList(IReadOnlyList<RecordedFact> Facts);

/// <summary>Reads what some units reported. Who may see a unit, the caller has decided.</summary>
/// <param name="Units">Codes of the units.</param>
/// <param name="Items">Codes of the items; null for all.</param>
/// <param name="From">The first day of the periods wanted.</param>
/// <param name="AsOf">As it was known at this instant; null for now.</param>
/// <param name="AllVersions">Every version, instead of the one that counts.</param>
public sealed record ReadFacts(IReadOnlyList<string> Units, IReadOnlyList<string>? Items = null, DateOnly? From = null, DateTimeOffset? AsOf = null, bool AllVersions = false) : IRequest<FactList>;

internal sealed class ReadFactsSlice(LianzhangDb db, FactNumbers numbers) : Slice<ReadFacts, FactList>
{
    private const int MostUnits = 1_000;

    public override Permission Permission { get; } = new("facts.read", Changes: false, For: Audience.Product);

    protected override Problem? Validate(ReadFacts request) => request.Units.Count is >= 1 and <= MostUnits
        ? null
        : Problem.Invalid(($"请指定 1 至 {MostUnits} 个单位。", $"Name 1 to {MostUnits} units."));

    protected override async Task<Answer<FactList>> Handle(ReadFacts request, CancellationToken cancel)
    {
        var units = (await numbers.Known(FactCodeKind.Unit, request.Units.ToHashSet(), cancel)).Where(unit => request.Units.Contains(unit.Key)).ToDictionary(unit => unit.Value, unit => unit.Key);
        var items = await db.Set<FactCode>().Where(code => code.Kind == FactCodeKind.Item).ToDictionaryAsync(code => code.Id, code => code.Code, cancel);
        var wanted = units.Keys.ToList();
        var earliest = request.From is { } first ? first.Year * 10_000 : 0;
        var rows = await (
            from report in db.Set<StoredReport>().AsNoTracking()
            join batch in db.Set<FactBatch>() on report.BatchId equals batch.Id
            where wanted.Contains(report.Unit) && report.Period >= earliest && (request.AsOf == null || batch.RecordedAt <= request.AsOf)
            orderby report.Id descending
            select new { report.Unit, report.Period, report.Payload, batch.Origin, batch.Title, batch.RecordedAt, batch.SourceId }).ToListAsync(cancel);
        List<PackedValue> values = [];
        var facts = new List<RecordedFact>();
        foreach (var row in rows)
        {
            ReportPayload.Unpack(row.Payload, values);
            facts.AddRange(values.Select(value => new RecordedFact(units[row.Unit], PeriodNumber.Read(row.Period), Value(value, items), row.Origin, row.Title, row.RecordedAt, row.SourceId)));
        }

        var chosen = facts.Where(fact => (request.Items is null || request.Items.Contains(fact.Value.Item)) && (request.From is null || fact.Period.End >= request.From));
        if (!request.AllVersions)
            chosen = chosen.DistinctBy(fact => (fact.Unit, fact.Period, fact.Value.Item));
        return new FactList([.. chosen.OrderByDescending(fact => fact.Period)]);
    }

    private static ReportedValue Value(PackedValue value, Dictionary<int, string> items) => new(items[value.Item], value.State, Conventions.FromScaled(value.Scaled), value.Flags, value.Reason);
}
