using Lianzhang.Core.Facts;
using Lianzhang.Core.Registers;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>
/// Finds enterprises for lists, counts and exports: as they stand today by the columns, as they stood on another day by their
/// histories. Whose they are to see is always by where they lie today.
/// </summary>
internal sealed class FindEnterprises(LianzhangDb db, StoredUnits stored, RegisterWords register, TimeProvider time)
{
    public Task<UnitWords?> Words(CancellationToken cancel) => register.Load(cancel);

    /// <summary>Some of those that are found, by their codes, with how many there are.</summary>
    public async Task<(IReadOnlyList<EnterpriseRow> Rows, int Total)> Rows(EnterpriseFilter filter, UnitWords words, DateOnly? asOf, int skip, int take, CancellationToken cancel)
    {
        if (IsPast(asOf) is { } day)
        {
            var then = await Then(filter, words, day, cancel);
            return ([.. then.Skip(skip).Take(take).Select(found => Row(found.Unit, found.IsGenerated, words))], then.Count);
        }

        var found = Today(filter, words);
        var total = await found.CountAsync(cancel);
        var units = await found.OrderBy(unit => unit.Code).Skip(skip).Take(take).ToListAsync(cancel);
        return (await Rows(units, words, cancel), total);
    }

    /// <summary>How many there are in each region.</summary>
    public async Task<IReadOnlyDictionary<string, int>> ByRegion(EnterpriseFilter filter, UnitWords words, DateOnly? asOf, CancellationToken cancel) => IsPast(asOf) is { } day
        ? (await Then(filter, words, day, cancel)).CountBy(found => Of(found.Unit, UnitAttributes.Region) ?? string.Empty).ToDictionary()
        : await Today(filter, words).GroupBy(unit => unit.Region).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);

    public async Task<IReadOnlyList<EnterpriseRow>> Rows(IReadOnlyList<RegisteredUnit> units, UnitWords words, CancellationToken cancel)
    {
        var today = time.Today();
        var (kinds, titles) = (new List<(long Unit, string Value)>(), new List<(long Unit, string Value)>());
        foreach (var some in units.Select(unit => unit.Id).Chunk(1_000))
        {
            kinds.AddRange((await db.Set<UnitAttributeValue>().Where(value => some.Contains(value.UnitId) && value.Attribute == UnitAttributes.Kind && value.RetiredAt == null && value.From <= today && (value.To == null || value.To >= today))
                .Select(value => new { value.UnitId, value.Value }).ToListAsync(cancel)).Select(value => (value.UnitId, value.Value)));
            titles.AddRange((await Held(today).Where(grant => some.Contains(grant.UnitId)).Select(grant => new { grant.UnitId, grant.Title }).ToListAsync(cancel)).Select(grant => (grant.UnitId, grant.Title)));
        }

        var (kindsOf, titlesOf) = (kinds.ToLookup(kind => kind.Unit, kind => kind.Value), titles.ToLookup(title => title.Unit, title => title.Value));
        return [.. units.Select(unit => Row(unit, kindsOf[unit.Id], titlesOf[unit.Id], words))];
    }

    /// <summary>The enterprises as they stand today.</summary>
    public IQueryable<RegisteredUnit> Today(EnterpriseFilter filter, UnitWords words)
    {
        var today = time.Today();
        var found = db.Set<RegisteredUnit>().AsNoTracking().Where(unit => unit.Kind == UnitKind.Enterprise);
        found = filter.Status switch
        {
            null => found.Where(unit => unit.Status == UnitStatus.Active || unit.Status == UnitStatus.Suspended),
            EnterpriseFilter.AnyStatus => found,
            var code => Enum.TryParse<UnitStatus>(code, ignoreCase: true, out var status) ? found.Where(unit => unit.Status == status) : found.Where(unit => false),
        };
        if (filter.Region is { } region)
        {
            var below = Below(UnitAttributes.Region, region, words);
            found = found.Where(unit => below.Contains(unit.Region));
        }

        if (filter.Industry is { } industry)
        {
            var below = Below(UnitAttributes.Industry, industry, words);
            found = found.Where(unit => unit.Industry != null && below.Contains(unit.Industry));
        }

        if (filter.Size is { } size)
            found = found.Where(unit => unit.Size == size);
        if (filter.Sei is { } share)
            found = found.Where(unit => unit.Sei == share);
        if (filter.Title is { } title)
            found = found.Where(unit => Held(today).Any(grant => grant.UnitId == unit.Id && grant.Title == title));
        if (filter.Kind is { } kind)
            found = found.Where(unit => Live(today).Any(value => value.UnitId == unit.Id && value.Attribute == UnitAttributes.Kind && value.Value == kind));
        if (filter.Cluster is { } cluster)
            found = found.Where(unit => Live(today).Any(value => value.UnitId == unit.Id && value.Attribute == UnitAttributes.Cluster && value.Value == cluster));
        return string.IsNullOrWhiteSpace(filter.Search) ? found : Named(found, filter.Search.Trim());
    }

    private IQueryable<RegisteredUnit> Named(IQueryable<RegisteredUnit> found, string text)
    {
        var code = CreditCode.Plain(text);
        return found.Where(unit => unit.Name.Contains(text) || unit.Code.StartsWith(code)
            || db.Set<UnitAttributeValue>().Any(value => value.UnitId == unit.Id && value.Attribute == UnitAttributes.Name && value.RetiredAt == null && value.Value.Contains(text)));
    }

    private IQueryable<TitleGrant> Held(DateOnly day) => db.Set<TitleGrant>().Where(grant =>
        grant.RetiredAt == null && grant.GrantedOn <= day && (grant.ValidTo == null || grant.ValidTo >= day) && (grant.EndedOn == null || grant.EndedOn >= day));

    private IQueryable<UnitAttributeValue> Live(DateOnly day) => db.Set<UnitAttributeValue>().Where(value => value.RetiredAt == null && value.From <= day && (value.To == null || value.To >= day));

    private async Task<List<(ReportingUnit Unit, bool IsGenerated)>> Then(EnterpriseFilter filter, UnitWords words, DateOnly day, CancellationToken cancel)
    {
        var visible = await db.Set<RegisteredUnit>().AsNoTracking().Where(unit => unit.Kind == UnitKind.Enterprise).Select(unit => new { unit.Code, unit.Generated }).ToDictionaryAsync(unit => unit.Code, unit => unit.Generated, cancel);
        var regions = filter.Region is { } region ? Below(UnitAttributes.Region, region, words) : null;
        var industries = filter.Industry is { } industry ? Below(UnitAttributes.Industry, industry, words) : null;
        return [.. (await stored.All(cancel)).Units
            .Where(history => visible.ContainsKey(history.Code))
            .Select(history => (History: history, Unit: history.At(day)))
            .Where(found => found.Unit is { } unit
                && filter.Takes(StatusOf(unit))
                && (regions is null || unit.Of(UnitAttributes.Region).Any(regions.Contains))
                && (industries is null || unit.Of(UnitAttributes.Industry).Any(industries.Contains))
                && Has(unit, UnitAttributes.Size, filter.Size) && Has(unit, UnitAttributes.Title, filter.Title)
                && Has(unit, UnitAttributes.Kind, filter.Kind) && Has(unit, UnitAttributes.Cluster, filter.Cluster)
                && (filter.Sei is null || filter.Sei == ShareOf(unit))
                && IsNamed(found.History, filter.Search))
            .OrderBy(found => found.History.Code, StringComparer.Ordinal)
            .Select(found => (found.Unit!, visible[found.History.Code]))];
    }

    private static bool Has(ReportingUnit unit, string attribute, string? value) => value is null || unit.Of(attribute).Contains(value);

    private static bool IsNamed(UnitHistory history, string? search) => string.IsNullOrWhiteSpace(search)
        || history.Code.StartsWith(CreditCode.Plain(search), StringComparison.Ordinal)
        || history.Values.Any(value => value.Attribute == UnitAttributes.Name && value.Value.Contains(search.Trim(), StringComparison.Ordinal));

    // A day to come is not known yet: what stands today goes on.
    private DateOnly? IsPast(DateOnly? asOf) => asOf is { } day && day < time.Today() ? day : null;

    private static HashSet<string> Below(string attribute, string code, UnitWords words)
    {
        var tree = words.Programme.Catalogue.Attributes[attribute].Values;
        return [code, .. tree.Codes.Where(below => tree.IsWithin(below, code))];
    }

    private static EnterpriseRow Row(RegisteredUnit unit, IEnumerable<string> kinds, IEnumerable<string> titles, UnitWords words) => new(
        unit.Code, unit.Name, unit.Region, words.Value(UnitAttributes.Region, unit.Region),
        unit.Industry, unit.Industry is { } industry ? words.Industry(industry) : null,
        unit.Gb, unit.Gb is { } gb ? GbClasses.Name(gb) : null,
        unit.Sei, unit.Size, unit.Status, [.. kinds.Select(EnterpriseWords.Kinds.Word)], [.. titles.Select(title => words.Value(UnitAttributes.Title, title))], unit.Generated);

    private static EnterpriseRow Row(ReportingUnit unit, bool isGenerated, UnitWords words)
    {
        var region = Of(unit, UnitAttributes.Region) ?? string.Empty;
        var (industry, gb) = (Of(unit, UnitAttributes.Industry), Of(unit, UnitAttributes.Gb));
        return new EnterpriseRow(
            unit.Code, Of(unit, UnitAttributes.Name) ?? unit.Code, region, words.Value(UnitAttributes.Region, region),
            industry, industry is null ? null : words.Industry(industry),
            gb, gb is null ? null : GbClasses.Name(gb),
            ShareOf(unit), Of(unit, UnitAttributes.Size), StatusOf(unit),
            [.. unit.Of(UnitAttributes.Kind).Select(EnterpriseWords.Kinds.Word)], [.. unit.Of(UnitAttributes.Title).Select(title => words.Value(UnitAttributes.Title, title))], isGenerated);
    }

    private static string? Of(ReportingUnit unit, string attribute) => unit.Of(attribute) is [var first, ..] ? first : null;

    private static SeiShare ShareOf(ReportingUnit unit) => Enum.TryParse<SeiShare>(Of(unit, UnitAttributes.Sei), ignoreCase: true, out var share) ? share : SeiShare.None;

    private static UnitStatus StatusOf(ReportingUnit unit) => Enum.TryParse<UnitStatus>(Of(unit, UnitAttributes.Status), ignoreCase: true, out var status) ? status : UnitStatus.Active;
}
