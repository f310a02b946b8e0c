using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>The rounds that were opened now.</summary>
public sealed record OpenedRounds(int Rounds, int Units);

/// <summary>Opens for every form of the programme in force the round of the period that ended last, and of none before it. Done again it changes nothing.</summary>
public sealed record OpenDueRounds : IRequest<OpenedRounds>;

internal sealed class OpenDueRoundsSlice(FindDueRounds due, RoundOpening opening) : Slice<OpenDueRounds, OpenedRounds>
{
    public override Permission Permission { get; } = new("rounds.open-due", Changes: true, For: Audience.Product);

    protected override async Task<Answer<OpenedRounds>> Handle(OpenDueRounds request, CancellationToken cancel)
    {
        var (rounds, units) = (0, 0);
        foreach (var one in await due.All(cancel))
        {
            var opened = await opening.Open(one.Form, one.Period, one.Published, cancel);
            (rounds, units) = (rounds + 1, units + opened.Units);
        }

        return new OpenedRounds(rounds, units);
    }
}

/// <summary>A round that is to be opened.</summary>
internal sealed record DueRound(FormDefinition Form, Period Period, PublishedProgramme Published);

/// <summary>Finds the rounds that are to be opened by themselves.</summary>
internal sealed class FindDueRounds(LianzhangDb db, PublishedProgrammes programmes, TimeProvider time)
{
    /// <summary>Those of the last period that are not open yet. One that would be locked already is left out: nobody could answer it.</summary>
    public async Task<IReadOnlyList<DueRound>> All(CancellationToken cancel)
    {
        if (await programmes.Find(null, cancel) is not { } published)
            return [];
        var (today, programme) = (time.Today(), published.Programme);
        var due = programme.Forms.Select(form => new DueRound(form, Period.LastEnded(form.PeriodKind, today.AddDays(-1)), published))
            .Where(one => one.Form.LockDay(one.Period, programme.Calendar) >= today).ToList();
        var numbers = due.Select(one => PeriodNumber.Of(one.Period)).Distinct().ToList();
        var open = (await db.Set<ReportRound>().Where(round => numbers.Contains(round.Period)).Select(round => new { round.Form, round.Period }).ToListAsync(cancel)).Select(round => (round.Form, round.Period)).ToHashSet();
        return [.. due.Where(one => !open.Contains((one.Form.Code, PeriodNumber.Of(one.Period))))];
    }
}
