using Lianzhang.Core.Reporting;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Lianzhang.Platform.Reporting;

/// <summary>Reports of a round that came to stand elsewhere. Whoever keeps counts puts these to them, instead of counting anew.</summary>
internal sealed class ReportMove : ILogged
{
    public long Id { get; init; }

    public long Stamp { get; init; }

    public required DateOnly On { get; init; }

    public required Guid Round { get; init; }

    public required string Region { get; init; }

    /// <summary>What they were, as <see cref="ReportTally"/> writes it; null where they were not there.</summary>
    public long? Was { get; init; }

    /// <summary>What they are; null where they are not there any more.</summary>
    public long? Is { get; init; }

    public required int Count { get; init; }
}

/// <summary>Writes with each change of a report the move that it is, so that none can be forgotten.</summary>
internal sealed class WriteReportMoves(TimeProvider time) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Add(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Add(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private void Add(DbContext db)
    {
        List<ReportMove>? moves = null;
        foreach (var entry in db.ChangeTracker.Entries<Report>())
        {
            var was = entry.State is EntityState.Modified or EntityState.Deleted ? Tally(entry.OriginalValues) : (long?)null;
            var now = entry.State is EntityState.Modified or EntityState.Added ? Tally(entry.CurrentValues) : (long?)null;
            if (was != now)
                (moves ??= []).Add(new ReportMove { On = time.Today(), Round = entry.Entity.RoundId, Region = entry.Entity.Region, Was = was, Is = now, Count = 1 });
        }

        if (moves is not null)
            db.AddRange(moves);
    }

    private static long Tally(PropertyValues values) => ReportTally.Of(
        values.GetValue<ReportState>(nameof(Report.State)),
        values.GetValue<DateOnly>(nameof(Report.Due)),
        values.GetValue<DateOnly?>(nameof(Report.FirstSubmittedOn)),
        values.GetValue<int>(nameof(Report.AcceptedVersion)),
        values.GetValue<string?>(nameof(Report.ExemptReason))).Number;
}
