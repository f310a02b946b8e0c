using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>How a round goes in a region.</summary>
public sealed record RoundRegion(string Region, Text Name, RoundCounts Counts);

/// <summary>How the report of one unit goes.</summary>
/// <param name="Id">The report.</param>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Name">Its name.</param>
/// <param name="Region">Code of its region.</param>
/// <param name="RegionName">The region's name.</param>
/// <param name="Due">The last day on which it is on time.</param>
/// <param name="Lock">The last day on which it can be sent.</param>
/// <param name="State">Where it stands.</param>
/// <param name="ReceivedOn">The day on which it was sent first; null when it was not, or was taken back.</param>
/// <param name="LateDays">By how many days it came late, or has not come by now; 0 when it is not late.</param>
/// <param name="ExtensionReason">Why it has more time than others.</param>
/// <param name="ExemptReason">Why it is not expected; null when it is.</param>
/// <param name="MissingReason">Why nothing came, as it was found out.</param>
/// <param name="RemindedAt">When somebody was reminded last.</param>
public sealed record RoundUnit(
    Guid Id, string Unit, string Name, string Region, Text RegionName, DateOnly Due, DateOnly Lock, ReportState State, DateOnly? ReceivedOn, int LateDays,
    string? ExtensionReason, string? ExemptReason, string? MissingReason, DateTimeOffset? RemindedAt);

/// <summary>A round with its regions and a page of its units.</summary>
/// <param name="Round">The round.</param>
/// <param name="Regions">How it goes in each region that has a report.</param>
/// <param name="Units">The units that were asked for.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Page">The page.</param>
/// <param name="PageSize">How many on a page.</param>
public sealed record RoundView(RoundRow Round, IReadOnlyList<RoundRegion> Regions, IReadOnlyList<RoundUnit> Units, int Total, int Page, int PageSize);

/// <summary>Which units of a round are asked for.</summary>
/// <param name="Filter">How their reports stand.</param>
/// <param name="Region">A region with all that lies below it.</param>
/// <param name="Search">A part of the name, or the code.</param>
public sealed record RoundQuery(RoundFilter Filter = RoundFilter.All, string? Region = null, string? Search = null);

/// <summary>Reads how a round goes.</summary>
public sealed record GetRound(Guid Id, RoundQuery Query, int Page = 1, int PageSize = 50) : IRequest<RoundView>;

internal sealed class GetRoundSlice(LianzhangDb db, RoundBook book, RoundUnits units, CountReports counts) : Slice<GetRound, RoundView>
{
    private const int MostOnPage = 200;

    public override Permission Permission { get; } = new("rounds.read", Changes: false);

    protected override Subject About(GetRound request) => new(Region: request.Query.Region);

    protected override Problem? Validate(GetRound request) => Paging.Check(request.Page, request.PageSize, MostOnPage);

    protected override async Task<Answer<RoundView>> Handle(GetRound request, CancellationToken cancel)
    {
        if (await book.Seen().SingleOrDefaultAsync(round => round.Id == request.Id, cancel) is not { } round)
            return RoundBook.NoRound;
        var programme = await book.Programme(round, cancel);
        var counted = await counts.Of(db.Set<Report>().Where(report => report.RoundId == round.Id), cancel);
        var found = units.Of(round, programme, request.Query);
        return new RoundView(
            await book.Row(round, RoundCounts.Sum(counted.Select(one => one.Counts)), cancel),
            [.. counted.OrderBy(one => one.Region, StringComparer.Ordinal).Select(one => new RoundRegion(one.Region, programme.PlaceName(one.Region), one.Counts))],
            await units.Rows(found.Skip((request.Page - 1) * request.PageSize).Take(request.PageSize), programme, cancel),
            await found.CountAsync(cancel), request.Page, request.PageSize);
    }
}

/// <summary>Finds the units of a round.</summary>
internal sealed class RoundUnits(LianzhangDb db, TimeProvider time)
{
    /// <summary>Those that one sees, in the order of regions and codes.</summary>
    public IQueryable<Report> Of(ReportRound round, Programme programme, RoundQuery query)
    {
        var found = db.Set<Report>().AsNoTracking().Where(report => report.RoundId == round.Id).With(query.Filter, time.Today());
        if (query.Region is { } region)
        {
            var tree = programme.Catalogue.Attributes[UnitAttributes.Region].Values!;
            List<string> below = [region, .. tree.Codes.Where(code => tree.IsWithin(code, region))];
            found = found.Where(report => below.Contains(report.Region));
        }

        if (query.Search?.Trim() is { Length: > 0 } text)
            found = found.Where(report => report.Name.Contains(text) || report.Unit == text);
        return found.OrderBy(report => report.Region).ThenBy(report => report.Unit);
    }

    public async Task<IReadOnlyList<RoundUnit>> Rows(IQueryable<Report> reports, Programme programme, CancellationToken cancel)
    {
        var today = time.Today();
        var rows = await reports.Select(report => new
        {
            report.Id, report.Unit, report.Name, report.Region, report.Due, report.Lock, report.State, report.FirstSubmittedOn, report.ExtensionReason, report.ExemptReason, report.MissingReason,
            RemindedAt = db.Set<ReportReminder>().Where(reminder => reminder.ReportId == report.Id).Max(reminder => (DateTimeOffset?)reminder.At),
        }).ToListAsync(cancel);
        return [.. rows.Select(row =>
        {
            var received = row.State == ReportState.Open ? null : row.FirstSubmittedOn;
            var late = row.ExemptReason is null ? Math.Max(0, (received ?? today).DayNumber - row.Due.DayNumber) : 0;
            return new RoundUnit(
                row.Id, row.Unit, row.Name, row.Region, programme.PlaceName(row.Region), row.Due, row.Lock, row.State, received, late,
                row.ExtensionReason, row.ExemptReason, row.MissingReason, row.RemindedAt);
        })];
    }
}
