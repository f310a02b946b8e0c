using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>A round as it goes, within what one sees.</summary>
/// <param name="Id">The round.</param>
/// <param name="Form">Code of the form.</param>
/// <param name="Number">The form's number as it is printed.</param>
/// <param name="Name">The form's name.</param>
/// <param name="Of">Who fills it in.</param>
/// <param name="Period">The period.</param>
/// <param name="Due">The last day on which it is on time.</param>
/// <param name="Lock">The last day on which it can be sent.</param>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="OpenedBy">By whom.</param>
/// <param name="Counts">How it goes.</param>
public sealed record RoundRow(
    Guid Id, string Form, string Number, Text Name, FormUnits Of, Period Period, DateOnly Due, DateOnly Lock, DateTimeOffset OpenedAt, string OpenedBy, RoundCounts Counts);

/// <summary>A form for which a round can be opened, with the last period that is over.</summary>
public sealed record FormChoice(string Code, Text Name, PeriodKind Kind, Period Last);

/// <summary>A page of rounds.</summary>
/// <param name="Rounds">The rounds.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Page">The page.</param>
/// <param name="PageSize">How many on a page.</param>
/// <param name="Forms">The forms of the programme in force.</param>
public sealed record RoundPage(IReadOnlyList<RoundRow> Rounds, int Total, int Page, int PageSize, IReadOnlyList<FormChoice> Forms);

/// <summary>Lists rounds, the latest period first. Who sees none of the reports of a round does not see the round.</summary>
/// <param name="Form">Code of a form; null for all.</param>
/// <param name="Page">The page.</param>
/// <param name="PageSize">How many on a page.</param>
public sealed record ListRounds(string? Form = null, int Page = 1, int PageSize = 20) : IRequest<RoundPage>;

internal sealed class ListRoundsSlice(LianzhangDb db, RoundBook book, CountReports counts, PublishedProgrammes programmes, TimeProvider time) : Slice<ListRounds, RoundPage>
{
    private const int MostOnPage = 100;

    public override Permission Permission { get; } = new("rounds.read", Changes: false);

    protected override Problem? Validate(ListRounds request) => Paging.Check(request.Page, request.PageSize, MostOnPage);

    protected override async Task<Answer<RoundPage>> Handle(ListRounds request, CancellationToken cancel)
    {
        var found = book.Seen().Where(round => request.Form == null || round.Form == request.Form);
        var rounds = await found.OrderByDescending(round => (round.Period / 10_000 * 100) + (round.Period / 100 % 100) + (round.Period % 100)).ThenBy(round => round.Form).Skip((request.Page - 1) * request.PageSize).Take(request.PageSize).ToListAsync(cancel);
        var ids = rounds.Select(round => round.Id).ToList();
        var counted = (await counts.Of(db.Set<Report>().Where(report => ids.Contains(report.RoundId)), cancel)).ToLookup(one => one.Round, one => one.Counts);
        List<RoundRow> rows = [];
        foreach (var round in rounds)
            rows.Add(await book.Row(round, RoundCounts.Sum(counted[round.Id]), cancel));
        return new RoundPage(rows, await found.CountAsync(cancel), request.Page, request.PageSize, await Forms(cancel));
    }

    private async Task<IReadOnlyList<FormChoice>> Forms(CancellationToken cancel) => await programmes.Find(null, cancel) is { } published
        ? [.. published.Programme.Forms.Select(form => new FormChoice(form.Code, form.Name, form.PeriodKind, Period.LastEnded(form.PeriodKind, time.Today().AddDays(-1))))]
        : [];
}

/// <summary>Finds rounds, and says what they are.</summary>
internal sealed class RoundBook(LianzhangDb db, PublishedProgrammes programmes)
{
    public static Problem NoRound { get; } = Problem.NotFound(("没有这期报送，或不在您的权限范围内。", "There is no such round within your rights."));

    /// <summary>The rounds of which one sees any report.</summary>
    public IQueryable<ReportRound> Seen()
    {
        var all = db.Sight.IsUnlimited;
        return db.Set<ReportRound>().AsNoTracking().Where(round => all || db.Set<Report>().Any(report => report.RoundId == round.Id));
    }

    public async Task<RoundRow> Row(ReportRound round, RoundCounts counts, CancellationToken cancel)
    {
        var form = (await Programme(round, cancel)).FindForm(round.Form)!;
        return new RoundRow(round.Id, round.Form, form.Number, form.Name, form.Of, PeriodNumber.Read(round.Period), round.Due, round.Lock, round.OpenedAt, round.OpenedBy, counts);
    }

    /// <summary>The programme as it was when the round was opened.</summary>
    public async Task<Programme> Programme(ReportRound round, CancellationToken cancel) => (await programmes.Find(round.ProgrammeVersion, cancel))!.Programme;
}
