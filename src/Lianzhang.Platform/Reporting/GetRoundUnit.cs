using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>How one unit does in a round.</summary>
/// <param name="Round">The round; its counts are left at none.</param>
/// <param name="Unit">The unit.</param>
/// <param name="People">How many people fill in for it.</param>
public sealed record RoundUnitView(RoundRow Round, RoundUnit Unit, int People);

/// <summary>Reads how one unit does in a round.</summary>
public sealed record GetRoundUnit(Guid Round, Guid Report) : IRequest<RoundUnitView>;

internal sealed class GetRoundUnitSlice(LianzhangDb db, RoundBook book, RoundUnits units, FindReminders reminders) : Slice<GetRoundUnit, RoundUnitView>
{
    public override Permission Permission { get; } = new("rounds.read", Changes: false);

    protected override async Task<Answer<RoundUnitView>> Handle(GetRoundUnit request, CancellationToken cancel)
    {
        if (await book.Seen().SingleOrDefaultAsync(round => round.Id == request.Round, cancel) is not { } round)
            return RoundBook.NoRound;
        var found = await units.Rows(db.Set<Report>().AsNoTracking().Where(report => report.Id == request.Report && report.RoundId == request.Round), await book.Programme(round, cancel), cancel);
        if (found is not [var unit])
            return ReportBook.NoReport;
        return new RoundUnitView(await book.Row(round, RoundCounts.None, cancel), unit, (await reminders.People(cancel))[unit.Unit].Distinct().Count());
    }
}
