using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>What became of a reminder by hand.</summary>
/// <param name="Reports">Of how many reports people were reminded.</param>
/// <param name="People">How many people.</param>
/// <param name="ToldToday">How many reports were left out since their people were told of them today already.</param>
/// <param name="WithoutPeople">How many reports have nobody who fills them in.</param>
public sealed record RemindedUnits(int Reports, int People, int ToldToday, int WithoutPeople);

/// <summary>Reminds the people of units whose report has not come: of each report once a day at most.</summary>
/// <param name="Round">The round.</param>
/// <param name="Reports">The reports; null for all that one sees.</param>
public sealed record RemindUnits(Guid Round, IReadOnlyList<Guid>? Reports = null) : IRequest<RemindedUnits>
{
    public override string ToString() => $"{Round} {(Reports is null ? "all" : string.Join(' ', Reports))}";
}

internal sealed class RemindUnitsSlice(LianzhangDb db, RoundBook book, FindReminders find, TellReporters tell, TimeProvider time) : Slice<RemindUnits, RemindedUnits>
{
    private const int MostNamed = 200;

    public override Permission Permission { get; } = new("rounds.chase", Changes: true);

    protected override Problem? Validate(RemindUnits request) => request.Reports is { Count: 0 or > MostNamed }
        ? Problem.Invalid(($"请选择 1 至 {MostNamed} 个单位。", $"Choose 1 to {MostNamed} units."))
        : null;

    protected override async Task<Answer<RemindedUnits>> Handle(RemindUnits request, CancellationToken cancel)
    {
        if (!await book.Seen().AnyAsync(round => round.Id == request.Round, cancel))
            return RoundBook.NoRound;
        var named = request.Reports?.ToList();
        var waiting = await find.Waiting(db.Set<Report>().Where(report => report.RoundId == request.Round && (named == null || named.Contains(report.Id))), cancel);
        if (waiting.Count == 0)
            return Problem.Conflict(("没有可以催报的单位：均已报送、免报或已锁定。", "Nobody is to be reminded: all is sent, exempt or locked."));
        var told = await db.Set<ReportReminder>().Where(reminder => db.Set<Report>().Any(report => report.Id == reminder.ReportId && report.RoundId == request.Round)).ToListAsync(cancel);
        var today = told.Where(find.IsToday).Select(reminder => reminder.ReportId).ToHashSet();
        var people = await find.People(cancel);
        var open = waiting.Where(report => !today.Contains(report.Id) && people.Contains(report.Unit)).ToList();
        Keep(open, told.Where(reminder => reminder.Kind == ReminderKind.AskedByHand).ToDictionary(reminder => reminder.ReportId));
        return new RemindedUnits(
            open.Count, await tell.Of(ReminderKind.AskedByHand, open, people, cancel),
            waiting.Count(report => today.Contains(report.Id)), waiting.Count(report => !today.Contains(report.Id) && !people.Contains(report.Unit)));
    }

    private void Keep(List<OpenedReport> open, Dictionary<Guid, ReportReminder> asked)
    {
        var now = time.GetUtcNow();
        foreach (var report in open)
        {
            if (asked.TryGetValue(report.Id, out var reminder))
                reminder.At = now;
            else
                db.Add(new ReportReminder { ReportId = report.Id, Kind = ReminderKind.AskedByHand, At = now });
        }
    }
}
