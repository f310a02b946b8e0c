using Lianzhang.Core.Facts;
using Lianzhang.Core.Registers;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>What an import would do with a row.</summary>
public enum EnterpriseOutcome
{
    Added,

    /// <summary>Something else is true of the enterprise from a day on; what was true before stays recorded.</summary>
    Changed,

    /// <summary>It is recorded so already.</summary>
    Same,

    /// <summary>It cannot be used, for the reason given.</summary>
    Rejected,
}

/// <summary>A row and what would become of it.</summary>
/// <param name="Line">Where it stands in the file.</param>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="Code">The credit code.</param>
/// <param name="Name">The name.</param>
/// <param name="Remark">Why it is rejected, what changes, or whom it is like.</param>
/// <param name="IsNear">Whether another enterprise has a like name.</param>
internal sealed record PlannedRow(int Line, EnterpriseOutcome Outcome, string Code, string Name, Text? Remark = null, bool IsNear = false)
{
    /// <summary>The unit that is there already.</summary>
    public long? Unit { get; init; }

    /// <summary>The day from which the values hold.</summary>
    public DateOnly From { get; init; }

    /// <summary>The values that are set: for an enterprise that is new all, else those that differ; null takes one away.</summary>
    public IReadOnlyList<(string Attribute, string? Value)> Sets { get; init; } = [];

    /// <summary>The values that are joined.</summary>
    public IReadOnlyList<(string Attribute, string Value)> Joins { get; init; } = [];
}

/// <summary>Compares rows of a sheet with the register.</summary>
internal sealed class PlanEnterprises(LianzhangDb db, CurrentCaller caller, TimeProvider time)
{
    private const int AtOnce = 1_000;

    // Beyond it, reading every enterprise is quicker than asking for each thousand.
    private const int Many = 20_000;

    /// <param name="rows">The rows, each code once.</param>
    /// <param name="usual">The day from which a row holds that names none.</param>
    /// <param name="words">The programme in force.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<IReadOnlyList<PlannedRow>> Plan(IReadOnlyList<EnterpriseSheetRow> rows, DateOnly usual, UnitWords words, CancellationToken cancel)
    {
        var known = await Known(rows, cancel);
        var held = await Held(known.Values, cancel);
        var visible = await Sees(known.Values, cancel);
        var reader = new ReadEnterpriseRow(words, usual, time.Today());
        var claims = new IndustryOfGb(words.Programme.Industries);
        var planned = new List<PlannedRow>(rows.Count);
        foreach (var row in rows)
        {
            cancel.ThrowIfCancellationRequested();
            planned.Add(Plan(row, reader, claims, known, held, visible, words));
        }

        return await WithoutBackdated(planned, words, cancel);
    }

    private PlannedRow Plan(
        EnterpriseSheetRow row, ReadEnterpriseRow reader, IndustryOfGb claims, Dictionary<string, KnownUnit> known, ILookup<long, (string Attribute, string Value)> held, HashSet<long> visible, UnitWords words)
    {
        var code = CreditCode.Plain(row.Code);
        if (CreditCode.Fault(code) is { } wrong)
            return Rejected(wrong);
        var unit = known.GetValueOrDefault(code);
        if (unit is not null && !visible.Contains(unit.Id))
            return Rejected(("该代码已登记在您权限范围以外的地区", "the code is registered in a region outside your rights"));
        if (unit?.Status == UnitStatus.Merged)
            return Rejected(("该企业已并入其他企业", "the enterprise was merged into another"));
        var (read, fault) = reader.Read(row);
        if (read is null)
            return Rejected(fault!.Value);
        if (read.Single.TryGetValue(UnitAttributes.Region, out var region) && !caller.Sight.Covers(new Subject(Region: region)))
            return Rejected(($"{words.Value(UnitAttributes.Region, region).Zh}不在您的权限范围内", $"{region} is outside your rights"));
        if (unit is null)
            return New(read);
        var sets = Differing(unit, ByClass(read, unit.Gb));
        var joins = read.Several.Where(value => !held[unit.Id].Contains(value)).Distinct().ToList();
        return new PlannedRow(row.Line, sets.Count + joins.Count == 0 ? EnterpriseOutcome.Same : EnterpriseOutcome.Changed, code, unit.Name, Told(sets, joins, words)) { Unit = unit.Id, From = read.From, Sets = sets, Joins = joins };

        PlannedRow Rejected(Text why) => new(row.Line, EnterpriseOutcome.Rejected, row.Code, row.Name, why);

        PlannedRow New(ReadRow filled)
        {
            foreach (var needed in new[] { UnitAttributes.Name, UnitAttributes.Region })
            {
                if (!filled.Single.ContainsKey(needed))
                    return Rejected(($"新登记的企业须填写{UnitWords.Attribute(needed).Zh}", $"an enterprise that is new must have a {needed}"));
            }

            var values = ByClass(filled, null);
            values.TryAdd(UnitAttributes.Status, "active");
            var all = values.Where(value => value is not { Key: UnitAttributes.Sei, Value: "none" }).Select(value => (value.Key, value.Value)).ToList();
            return new PlannedRow(row.Line, EnterpriseOutcome.Added, code, filled.Single[UnitAttributes.Name]) { From = filled.From, Sets = all, Joins = [.. filled.Several.Distinct()] };
        }

        // What a class belongs to by the programme stands where the row does not say otherwise, and the class is a new one.
        Dictionary<string, string?> ByClass(ReadRow filled, string? before)
        {
            var values = filled.Single.ToDictionary(value => value.Key, value => (string?)value.Value);
            if (!filled.Single.TryGetValue(UnitAttributes.Gb, out var gb) || gb == before)
                return values;
            var claim = claims.Of(gb);
            // Out of the programme's industries only where the class led into them.
            if (claim is not null || before is not null)
            {
                values.TryAdd(UnitAttributes.Industry, claim?.Industry);
                values.TryAdd(UnitAttributes.Sei, SharesOfClaims.Of(claim).ToString().ToLowerInvariant());
            }

            return values;
        }
    }

    private static List<(string Attribute, string? Value)> Differing(KnownUnit unit, Dictionary<string, string?> values) =>
        [.. values.Where(value => value.Value != unit.Of(value.Key)).Select(value => (value.Key, value is { Key: UnitAttributes.Sei, Value: "none" } ? null : value.Value))];

    private static Text? Told(IReadOnlyList<(string Attribute, string? Value)> sets, IReadOnlyList<(string Attribute, string Value)> joins, UnitWords words) => Text.Join(
    [
        .. sets.Select(set => (UnitWords.Attribute(set.Attribute), Value: set.Value is { } value ? words.Value(set.Attribute, value) : new Text("无", "none"))).Select(set => new Text($"{set.Item1.Zh}改为 {set.Value.Zh}", $"{set.Item1.In(Language.English)} {set.Value.In(Language.English)}")),
        .. joins.Select(join => new Text($"加入{UnitWords.Attribute(join.Attribute).Zh} {words.Value(join.Attribute, join.Value).Zh}", $"joins {join.Attribute} {words.Value(join.Attribute, join.Value).In(Language.English)}")),
    ]);

    // An old sheet must not take back what was recorded of a later day; who means it corrects it by hand.
    private async Task<IReadOnlyList<PlannedRow>> WithoutBackdated(List<PlannedRow> planned, UnitWords words, CancellationToken cancel)
    {
        var changed = planned.Where(row => row is { Outcome: EnterpriseOutcome.Changed, Sets.Count: > 0 }).Select(row => row.Unit!.Value).ToList();
        if (changed.Count == 0)
            return planned;
        var since = new Dictionary<(long Unit, string Attribute), DateOnly>();
        foreach (var some in changed.Chunk(AtOnce))
        {
            foreach (var value in await db.Set<UnitAttributeValue>().AsNoTracking().Where(value => some.Contains(value.UnitId) && value.RetiredAt == null).GroupBy(value => new { value.UnitId, value.Attribute }).Select(group => new { group.Key, From = group.Max(value => value.From) }).ToListAsync(cancel))
                since[(value.Key.UnitId, value.Key.Attribute)] = value.From;
        }

        return [.. planned.Select(row => row.Unit is { } unit && row.Sets.Select(set => (set.Attribute, Since: since.GetValueOrDefault((unit, set.Attribute)))).FirstOrDefault(set => set.Since > row.From) is { Attribute: not null } late
            ? new PlannedRow(row.Line, EnterpriseOutcome.Rejected, row.Code, row.Name, (
                $"{UnitWords.Attribute(late.Attribute).Zh}自 {late.Since:yyyy-MM-dd} 起已有登记，晚于本行的 {row.From:yyyy-MM-dd}；确需更正的请在企业页面变更",
                $"the {late.Attribute} is recorded from {late.Since:yyyy-MM-dd} on, which is later than {row.From:yyyy-MM-dd}; correct it on the enterprise's page"))
            : row)];
    }

    private async Task<Dictionary<string, KnownUnit>> Known(IReadOnlyList<EnterpriseSheetRow> rows, CancellationToken cancel)
    {
        // The code of another's enterprise is taken too.
        var all = db.Set<RegisteredUnit>().IgnoreQueryFilters().AsNoTracking().Where(unit => unit.Kind == UnitKind.Enterprise);
        var found = new Dictionary<string, KnownUnit>(StringComparer.Ordinal);
        if (rows.Count > Many)
        {
            await Keep(all);
            return found;
        }

        foreach (var codes in rows.Select(row => CreditCode.Plain(row.Code)).Distinct().Chunk(AtOnce))
            await Keep(all.Where(unit => codes.Contains(unit.Code)));
        return found;

        async Task Keep(IQueryable<RegisteredUnit> units)
        {
            await foreach (var unit in units.Select(unit => new KnownUnit(unit.Id, unit.Code, unit.Name, unit.Region, unit.Industry, unit.Gb, unit.Sei, unit.Size, unit.Status)).AsAsyncEnumerable().WithCancellation(cancel))
                found[unit.Code] = unit;
        }
    }

    private async Task<ILookup<long, (string Attribute, string Value)>> Held(IReadOnlyCollection<KnownUnit> known, CancellationToken cancel)
    {
        var today = time.Today();
        var all = db.Set<UnitAttributeValue>().AsNoTracking().Where(value => (value.Attribute == UnitAttributes.Kind || value.Attribute == UnitAttributes.Park) && value.RetiredAt == null && value.From <= today && (value.To == null || value.To >= today));
        var found = new List<(long Unit, string Attribute, string Value)>();
        if (known.Count > Many)
            found.AddRange((await all.Select(value => new { value.UnitId, value.Attribute, value.Value }).ToListAsync(cancel)).Select(value => (value.UnitId, value.Attribute, value.Value)));
        else
        {
            foreach (var some in known.Select(unit => unit.Id).Chunk(AtOnce))
                found.AddRange((await all.Where(value => some.Contains(value.UnitId)).Select(value => new { value.UnitId, value.Attribute, value.Value }).ToListAsync(cancel)).Select(value => (value.UnitId, value.Attribute, value.Value)));
        }

        return found.ToLookup(value => value.Unit, value => (value.Attribute, value.Value));
    }

    private async Task<HashSet<long>> Sees(IEnumerable<KnownUnit> known, CancellationToken cancel)
    {
        var own = await db.Set<Organisation>().IgnoreQueryFilters().Where(organisation => caller.Sight.Organisations.Contains(organisation.Id)).Select(organisation => organisation.Code).ToListAsync(cancel);
        return [.. known.Where(unit => caller.Sight.IsUnlimited || caller.Sight.Regions.Contains(unit.Region) || own.Contains(unit.Code)).Select(unit => unit.Id)];
    }

    /// <summary>An enterprise as it stands today.</summary>
    private sealed record KnownUnit(long Id, string Code, string Name, string Region, string? Industry, string? Gb, SeiShare Sei, string? Size, UnitStatus Status)
    {
        public string? Of(string attribute) => attribute switch
        {
            UnitAttributes.Name => Name,
            UnitAttributes.Region => Region,
            UnitAttributes.Industry => Industry,
            UnitAttributes.Gb => Gb,
            UnitAttributes.Sei => Sei.ToString().ToLowerInvariant(),
            UnitAttributes.Size => Size,
            UnitAttributes.Status => Status.ToString().ToLowerInvariant(),
            _ => null,
        };
    }
}
