using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>A dated value in words.</summary>
public sealed record DatedWords(string Attribute, Text AttributeName, string Value, Text ValueName, DateOnly From, DateOnly? To);

/// <summary>A line of the timeline: what was recorded, by whom and when.</summary>
public sealed record TimelineEntry(DateTimeOffset RecordedAt, string By, Text What);

/// <summary>A title of an enterprise in words.</summary>
public sealed record HeldTitle(string Title, Text Name, string? Level, string? Certificate, DateOnly GrantedOn, DateOnly? LastDay);

/// <summary>Another enterprise that this one was merged into, or that was merged into it.</summary>
public sealed record OtherEnterprise(string Code, string Name);

/// <summary>One enterprise with all that is known of it over time.</summary>
public sealed record EnterpriseDetail(
    EnterpriseRow Enterprise,
    IReadOnlyList<DatedWords> History,
    IReadOnlyList<HeldTitle> Titles,
    IReadOnlyList<TimelineEntry> Changes,
    OtherEnterprise? MergedInto,
    IReadOnlyList<OtherEnterprise> MergedFrom,
    EnterpriseFacts Facts,
    DateOnly Today);

/// <summary>Opens one enterprise.</summary>
public sealed record GetEnterprise(string Code) : IRequest<EnterpriseDetail>;

internal sealed class GetEnterpriseSlice(LianzhangDb db, FindEnterprises enterprises, Slice<ReadFacts, FactList> facts, TimeProvider time) : Slice<GetEnterprise, EnterpriseDetail>
{
    private const int MostChanges = 200;
    private const int Months = 24;

    public override Permission Permission { get; } = new("registers.read", Changes: false, Recorded: true);

    protected override async Task<Answer<EnterpriseDetail>> Handle(GetEnterprise request, CancellationToken cancel)
    {
        if (await enterprises.Words(cancel) is not { } words)
            return RegisterWords.NothingPublished;
        if (await Enterprises.Find(db, request.Code, cancel) is not { } unit)
            return Enterprises.NotThere(request.Code);
        var values = await db.Set<UnitAttributeValue>().AsNoTracking().Where(value => value.UnitId == unit.Id && value.RetiredAt == null).ToListAsync(cancel);
        var titles = await db.Set<TitleGrant>().AsNoTracking().Where(grant => grant.UnitId == unit.Id && grant.RetiredAt == null).OrderByDescending(grant => grant.GrantedOn).ToListAsync(cancel);
        var changes = await db.Set<RegisterChange>().AsNoTracking().Where(change => change.UnitId == unit.Id).OrderByDescending(change => change.Id).Take(MostChanges).ToListAsync(cancel);
        var reported = await facts.HandleAny(new ReadFacts([unit.Code], From: time.Today().AddMonths(-Months)), cancel);
        return new EnterpriseDetail(
            (await enterprises.Rows([unit], words, cancel)).Single(),
            [.. values.OrderBy(value => Order(value.Attribute)).ThenByDescending(value => value.From).Select(value => new DatedWords(value.Attribute, UnitWords.Attribute(value.Attribute), value.Value, words.Value(value.Attribute, value.Value), value.From, value.To))],
            [.. titles.Select(grant => new HeldTitle(grant.Title, words.Value(UnitAttributes.Title, grant.Title), grant.Level, grant.Certificate, grant.GrantedOn, grant.LastDay))],
            [.. changes.Select(change => new TimelineEntry(change.RecordedAt, change.By, change.What))],
            unit.MergedInto is { } into ? await Others(other => other.Id == into).FirstOrDefaultAsync(cancel) : null,
            await Others(other => other.MergedInto == unit.Id).ToListAsync(cancel),
            EnterpriseFacts.Of(reported.Value?.Facts ?? [], words.Programme),
            time.Today());
    }

    // Whoever may see one of two that were merged may know of the other.
    private IQueryable<OtherEnterprise> Others(System.Linq.Expressions.Expression<Func<RegisteredUnit, bool>> which) =>
        db.Set<RegisteredUnit>().IgnoreQueryFilters().AsNoTracking().Where(which).OrderBy(unit => unit.Code).Select(unit => new OtherEnterprise(unit.Code, unit.Name));

    private static int Order(string attribute) => UnitAttributes.Single.Concat(UnitAttributes.Several).ToList().IndexOf(attribute) is var index && index >= 0 ? index : int.MaxValue;
}

/// <summary>Finds enterprises by their codes, within the rights of whoever asks.</summary>
internal static class Enterprises
{
    public static Task<RegisteredUnit?> Find(LianzhangDb db, string code, CancellationToken cancel)
    {
        var plain = Core.Registers.CreditCode.Plain(code);
        return db.Set<RegisteredUnit>().SingleOrDefaultAsync(unit => unit.Kind == UnitKind.Enterprise && unit.Code == plain, cancel);
    }

    public static Problem NotThere(string code) => Problem.NotFound(($"没有企业 {code}，或不在您的权限范围内。", $"There is no enterprise {code} within your rights."));
}
