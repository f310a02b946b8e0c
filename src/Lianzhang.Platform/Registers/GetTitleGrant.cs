using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>A grant with all that was recorded of the same title of the same enterprise, latest first.</summary>
/// <param name="Current">The grant.</param>
/// <param name="Others">Renewals, earlier grants, and what was corrected.</param>
public sealed record TitleFile(TitleView Current, IReadOnlyList<TitleVersion> Others);

/// <summary>A grant as it was recorded at a time.</summary>
public sealed record TitleVersion(TitleView Title, DateTimeOffset RecordedAt, DateTimeOffset? CorrectedAt);

/// <summary>Reads one grant with its history. A number that was corrected leads to what took its place.</summary>
public sealed record GetTitleGrant(long Id) : IRequest<TitleFile>;

/// <summary>What of the programme one chooses from when a title is granted, or looked for.</summary>
public sealed record TitleChoices(IReadOnlyList<TitleChoice> Titles, IReadOnlyList<RegisterChoice> Regions);

/// <summary>A title by what is said of it.</summary>
public sealed record TitleChoice(string Code, Text Name, IReadOnlyList<TitleLevel> Levels, string Issuer, string Definition, int? ValidMonths, string? Review, IReadOnlyList<Text> RestsOn, string? Note, int Step);

/// <summary>A code with its name, to choose.</summary>
public sealed record RegisterChoice(string Code, Text Name);

/// <summary>Lists the titles of the programme, by the steps of their ladder, and the regions within one's rights.</summary>
public sealed record ListTitleChoices : IRequest<TitleChoices>;

internal sealed class GetTitleGrantSlice(LianzhangDb db, PublishedProgrammes programmes, TimeProvider time) : Slice<GetTitleGrant, TitleFile>
{
    public override Permission Permission { get; } = new("titles.read", Changes: false);

    protected override async Task<Answer<TitleFile>> Handle(GetTitleGrant request, CancellationToken cancel)
    {
        if (await db.Set<TitleGrant>().AsNoTracking().SingleOrDefaultAsync(grant => grant.Id == request.Id, cancel) is not { } asked
            || await db.Set<RegisteredUnit>().AsNoTracking().SingleOrDefaultAsync(unit => unit.Id == asked.UnitId, cancel) is not { } unit)
            return TitleBook.NoGrant;
        var all = await db.Set<TitleGrant>().AsNoTracking().Where(grant => grant.UnitId == asked.UnitId && grant.Title == asked.Title).OrderByDescending(grant => grant.Id).ToListAsync(cancel);
        var (programme, today) = ((await programmes.Find(null, cancel))?.Programme, time.Today());
        var current = asked.RetiredAt is null ? asked : all.Find(grant => grant.RetiredAt is null && grant.Id > asked.Id) ?? asked;
        TitleView View(TitleGrant grant) => TitleView.Of(new GrantedTitle { Grant = grant, Unit = unit, Region = unit.Region }, programme, today);
        return new TitleFile(View(current), [.. all.Where(grant => grant.Id != current.Id).Select(grant => new TitleVersion(View(grant), grant.RecordedAt, grant.RetiredAt))]);
    }
}

internal sealed class ListTitleChoicesSlice(PublishedProgrammes programmes, CurrentCaller caller) : Slice<ListTitleChoices, TitleChoices>
{
    public override Permission Permission { get; } = new("titles.read", Changes: false);

    protected override async Task<Answer<TitleChoices>> Handle(ListTitleChoices request, CancellationToken cancel)
    {
        if ((await programmes.Find(null, cancel))?.Programme is not { } programme)
            return new TitleChoices([], []);
        return new TitleChoices(
            [.. programme.Titles.Select(title => new TitleChoice(title.Code, title.Name, title.Levels, title.Issuer, title.Definition, title.ValidMonths, title.Review, [.. (title.RestsOn ?? []).Select(programme.TitleName)], title.Note, Step(programme, title.Code)))
                .OrderBy(title => title.Step)],
            [.. programme.Regions.Where(region => caller.Sight.Covers(new Subject(Region: region.Code))).Select(region => new RegisterChoice(region.Code, region.Name))]);
    }

    // 1 for what rests on nothing.
    private static int Step(Programme programme, string title) => 1 + (programme.FindTitle(title)?.RestsOn ?? []).Select(below => Step(programme, below)).DefaultIfEmpty(0).Max();
}
