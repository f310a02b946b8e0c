using Lianzhang.Core.Programmes;
using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Measures;

/// <summary>Of how many measures the owners were reminded.</summary>
public sealed record RemindedMeasures(int Measures);

/// <summary>
/// Tells the people of the owner that the last month of a measure was not reported, from the fifth working day after it on: each person once for
/// all that is to be said at a time, and of each measure and month once.
/// </summary>
public sealed record RemindMeasures : IRequest<RemindedMeasures>;

internal sealed class RemindMeasuresSlice(LianzhangDb db, DueMeasures due, HoldingOffices offices, TellAccounts tell, TimeProvider time) : Slice<RemindMeasures, RemindedMeasures>
{
    private const int MostNamed = 3;

    public override Permission Permission { get; } = new("measures.remind", Changes: true, For: Audience.Product);

    protected override async Task<Answer<RemindedMeasures>> Handle(RemindMeasures request, CancellationToken cancel)
    {
        if (await due.Find(cancel) is not { Tasks.Count: > 0 } found)
            return new RemindedMeasures(0);
        var now = time.StoredNow();
        db.AddRange(found.Tasks.Select(task => new MeasureReminder { Programme = found.Open.Programme.Head.Code, Measure = task.Code, Month = PeriodNumber.Of(found.Month), At = now }));
        foreach (var office in await offices.All(MeasureBook.ReportRight, cancel))
        {
            var own = new OwnOrganisation(office.Code, office.Name, office.Kind, office.Region);
            var tasks = found.Tasks.Where(task => found.Open.IsActing(own, found.Open.Programme.OrganisationOf(task.Owner))).ToList();
            if (tasks.Count > 0)
                Tell(office, tasks, found.Month);
        }

        return new RemindedMeasures(found.Tasks.Count);
    }

    private void Tell(HoldingOffice office, List<Measure> tasks, Period month)
    {
        var (zh, en) = (string.Join('、', tasks.Take(MostNamed).Select(task => task.Name.Zh)), string.Join(", ", tasks.Take(MostNamed).Select(task => task.Name.In(Language.English))));
        var more = tasks.Count > MostNamed ? ("等", " and more") : (string.Empty, string.Empty);
        Text what = ($"{month.In(Language.Chinese)}有 {tasks.Count} 项重点任务未报进展：{zh}{more.Item1}。", $"Progress of {tasks.Count} tasks was not reported for {month.In(Language.English)}: {en}{more.Item2}.");
        foreach (var person in office.People)
            tell.Tell(person, what, tasks.Count == 1 ? $"/measures/{tasks[0].Code}" : "/measures?own=true");
    }
}

/// <summary>The measures of which the owners are to be reminded, and of which month.</summary>
internal sealed record FoundMeasures(OpenMeasures Open, Period Month, IReadOnlyList<Measure> Tasks);

/// <summary>Finds measures whose last month was not reported in time and of which nobody was reminded yet.</summary>
internal sealed class DueMeasures(LianzhangDb db, MeasureBook book, TimeProvider time)
{
    // Until then the month is being reported.
    private const int DaysToReport = 5;

    public async Task<FoundMeasures?> Find(CancellationToken cancel)
    {
        var month = Period.LastEnded(PeriodKind.Month, time.Today());
        if (await book.Open(cancel) is not { } open || open.Programme.Calendar.Due(month.End, DaysToReport) >= time.Today())
            return null;
        var (programme, number) = (open.Programme.Head.Code, PeriodNumber.Of(month));
        var reminded = await db.Set<MeasureReminder>().Where(reminder => reminder.Programme == programme && reminder.Month == number).Select(reminder => reminder.Measure).ToListAsync(cancel);
        return new FoundMeasures(open, month, [.. open.Unreported(month).Where(task => !reminded.Contains(task.Code))]);
    }
}
