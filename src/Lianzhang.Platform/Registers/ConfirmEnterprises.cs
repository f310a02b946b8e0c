using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>Confirms an import, or goes on with one that was stopped or has failed. <see cref="RunEnterpriseImports"/> then writes it.</summary>
/// <param name="Import">The import.</param>
/// <param name="WithoutNear">Leave out new enterprises whose name is like another's.</param>
public sealed record ConfirmEnterprises(Guid Import, bool WithoutNear = false) : IRequest<ImportId>;

/// <summary>Stops an import after the rows that are being written, or forgets one that is not confirmed.</summary>
public sealed record CancelEnterprises(Guid Import) : IRequest<Done>;

/// <summary>Tells how far one's import is and what it does.</summary>
public sealed record GetEnterpriseImport(Guid Import) : IRequest<EnterpriseImportView>;

/// <summary>An import as its page shows it. Until it is confirmed the counts say what it would do, then what it has done.</summary>
public sealed record EnterpriseImportView(
    Guid Id, string FileName, DateTimeOffset UploadedAt, DateOnly From, ImportState State, bool IsStalled, int Total, int Done, int Added, int Changed, int Same, int Rejected, int Near,
    string? ProblemZh, string? ProblemEn, IReadOnlyList<ReportedRow> Rows, int MoreRows);

internal sealed class ConfirmEnterprisesSlice(LianzhangDb db, CurrentCaller caller, TimeProvider time) : Slice<ConfirmEnterprises, ImportId>
{
    public override Permission Permission { get; } = new("registers.import", Changes: true);

    protected override async Task<Answer<ImportId>> Handle(ConfirmEnterprises request, CancellationToken cancel)
    {
        if (await OwnImports.Of(db, caller).SingleOrDefaultAsync(import => import.Id == request.Import, cancel) is not { } import)
            return ImportProblems.NotThere;
        if (import.State == ImportState.Done)
            return Problem.Conflict(("这个文件已经导入。", "The file was imported already."));
        if (import.State is ImportState.Running or ImportState.Stopping && !OwnImports.IsStalled(import.State, import.TouchedAt, time))
            return Problem.Conflict(("正在导入，请等待完成。", "The import is running; wait for its end."));
        // Rows that an earlier attempt has written are found to be the same.
        (import.State, import.WithoutNear, import.TouchedAt, import.Problem, import.ProblemEn) = (ImportState.Running, import.State == ImportState.Ready ? request.WithoutNear : import.WithoutNear, time.GetUtcNow(), null, null);
        (import.Done, import.Added, import.Changed, import.Same, import.Rejected) = (0, 0, 0, 0, 0);
        return new ImportId(import.Id);
    }
}

internal sealed class CancelEnterprisesSlice(LianzhangDb db, CurrentCaller caller, TimeProvider time) : Slice<CancelEnterprises, Done>
{
    public override Permission Permission { get; } = new("registers.import", Changes: true);

    protected override async Task<Answer<Done>> Handle(CancelEnterprises request, CancellationToken cancel)
    {
        if (await OwnImports.Of(db, caller).SingleOrDefaultAsync(import => import.Id == request.Import, cancel) is not { } import)
            return ImportProblems.NotThere;
        switch (import.State)
        {
            case ImportState.Ready:
                db.Remove(import);
                return Done.It;
            case ImportState.Running or ImportState.Stopping:
                import.State = OwnImports.IsStalled(import.State, import.TouchedAt, time) ? ImportState.Stopped : ImportState.Stopping;
                return Done.It;
            default:
                return Problem.Conflict(("导入已经结束，不能取消。", "The import has ended and cannot be stopped."));
        }
    }
}

internal sealed class GetEnterpriseImportSlice(LianzhangDb db, CurrentCaller caller, TimeProvider time) : Slice<GetEnterpriseImport, EnterpriseImportView>
{
    private const int MostRows = 500;

    public override Permission Permission { get; } = new("registers.import", Changes: false);

    protected override async Task<Answer<EnterpriseImportView>> Handle(GetEnterpriseImport request, CancellationToken cancel)
    {
        // Without its content, which is large and asked for while it is being written.
        var found = await OwnImports.Of(db, caller).AsNoTracking().Where(import => import.Id == request.Import).Select(import => new
        {
            import.Id, import.FileName, import.UploadedAt, import.From, import.State, import.TouchedAt, import.Total, import.Done, import.Added, import.Changed, import.Same, import.Rejected, import.Near, import.Problem, import.ProblemEn, import.Report,
        }).SingleOrDefaultAsync(cancel);
        if (found is null)
            return ImportProblems.NotThere;
        var rows = Packed.Rows(found.Report);
        return new EnterpriseImportView(
            found.Id, found.FileName, found.UploadedAt, found.From, found.State, OwnImports.IsStalled(found.State, found.TouchedAt, time),
            found.Total, found.Done, found.Added, found.Changed, found.Same, found.Rejected, found.Near, found.Problem, found.ProblemEn,
            [.. rows.Take(MostRows)], Math.Max(0, rows.Count - MostRows));
    }
}

/// <summary>One's own imports.</summary>
internal static class OwnImports
{
    // Long enough for the slowest thousand rows.
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(2);

    public static IQueryable<EnterpriseImport> Of(LianzhangDb db, CurrentCaller caller) => db.Set<EnterpriseImport>().Where(import => import.Uploader == caller.Caller.Account);

    /// <summary>Whether the process that wrote it has gone.</summary>
    public static bool IsStalled(ImportState state, DateTimeOffset touched, TimeProvider time) => state is ImportState.Running or ImportState.Stopping && time.GetUtcNow() - touched > Silence;
}
