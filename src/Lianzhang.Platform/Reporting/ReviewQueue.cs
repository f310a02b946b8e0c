using Lianzhang.Core.Programmes;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>Which of the reports in review are meant.</summary>
/// <param name="Form">Code of the form.</param>
/// <param name="Region">Code of the region of the unit.</param>
/// <param name="Search">Part of the unit's name, or how its code begins.</param>
public sealed record ReviewQuery(string? Form = null, string? Region = null, string? Search = null);

/// <summary>A report that waits for a decision, as it is put in order.</summary>
internal sealed record QueuedReport(Guid Id, Guid RoundId, string Region, int Level, decimal Score, int Explained, DateTimeOffset SubmittedAt, Guid Account);

/// <summary>A round with its form as it was when the round was opened.</summary>
internal sealed record RoundForm(FormDefinition Form, Period Period, Programme Programme);

/// <summary>The reports that wait for the caller's decision, those first that are furthest out.</summary>
internal sealed class ReviewQueue(LianzhangDb db, PublishedProgrammes programmes, CurrentCaller caller)
{
    private Dictionary<Guid, RoundForm>? rounds;

    /// <summary>The rounds that have a report in review.</summary>
    public async Task<IReadOnlyDictionary<Guid, RoundForm>> Rounds(CancellationToken cancel)
    {
        if (rounds is not null)
            return rounds;
        var found = new Dictionary<Guid, RoundForm>();
        var open = await db.Set<ReportRound>().AsNoTracking().Where(round => db.Set<Report>().Any(report => report.RoundId == round.Id && report.State == ReportState.Submitted)).ToListAsync(cancel);
        foreach (var round in open)
        {
            var programme = (await programmes.Find(round.ProgrammeVersion, cancel))!.Programme;
            found.Add(round.Id, new RoundForm(programme.FindForm(round.Form)!, PeriodNumber.Read(round.Period), programme));
        }

        return rounds = found;
    }

    /// <summary>All that the caller may decide now: at the level of the city only who sees the whole city, and nobody what it sent itself.</summary>
    public async Task<IReadOnlyList<QueuedReport>> By(ReviewQuery query, CancellationToken cancel)
    {
        var known = await Rounds(cancel);
        var asked = known.Where(round => query.Form is null || round.Value.Form.Code == query.Form).Select(round => round.Key).ToList();
        var reports = db.Set<Report>().AsNoTracking().Where(report => report.State == ReportState.Submitted && asked.Contains(report.RoundId));
        if (query.Region is { } region)
            reports = reports.Where(report => report.Region == region);
        if (query.Search?.Trim() is { Length: > 0 } text)
            reports = reports.Where(report => report.Name.Contains(text) || report.Unit.StartsWith(text));
        var waiting = await (
            from report in reports
            join version in db.Set<ReportVersion>().IgnoreQueryFilters() on new { report.Id, report.Version } equals new { Id = version.ReportId, Version = version.Number }
            select new QueuedReport(report.Id, report.RoundId, report.Region, report.Level, report.Score, report.Explained, version.SubmittedAt, version.Account)).ToListAsync(cancel);
        return [.. waiting
            .Where(report => report.Account != caller.Account && (db.Sight.IsUnlimited || known[report.RoundId].Form.Levels[report.Level] == ReviewLevel.County))
            .OrderByDescending(report => report.Score).ThenByDescending(report => report.Explained).ThenBy(report => report.SubmittedAt).ThenBy(report => report.Id)];
    }
}
