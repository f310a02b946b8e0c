using System.Threading.Channels;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lianzhang.Platform.Registers;

/// <summary>What an import that was confirmed still has to write.</summary>
internal sealed record OpenEnterprises(Guid Import) : IRequest<EnterprisesToWrite>;

internal sealed record EnterprisesToWrite(string FileName, DateOnly From, IReadOnlyList<EnterpriseSheetRow> Rows, int LeftOut, IReadOnlyList<ReportedRow> Report);

/// <summary>Puts down how an import ended.</summary>
internal sealed record CloseEnterprises(Guid Import, IReadOnlyList<ReportedRow>? Report, Problem? Problem) : IRequest<Done>
{
    public override string ToString() => $"{nameof(CloseEnterprises)} {{ Import = {Import} }}";
}

internal sealed class OpenEnterprisesSlice(LianzhangDb db, CurrentCaller caller) : Slice<OpenEnterprises, EnterprisesToWrite>
{
    public override Permission Permission { get; } = new("registers.import", Changes: false);

    protected override async Task<Answer<EnterprisesToWrite>> Handle(OpenEnterprises request, CancellationToken cancel)
    {
        if (await OwnImports.Of(db, caller).AsNoTracking().SingleOrDefaultAsync(import => import.Id == request.Import && import.State == ImportState.Running, cancel) is not { } import)
            return ImportProblems.NotThere;
        var read = EnterpriseSheet.Read(Packed.File(import.FileName, import.Content));
        if (!read.Succeeded(out var rows))
            return Problem.Invalid(("文件无法读取。", "The file cannot be read."), read.Faults);
        var report = Packed.Rows(import.Report);
        var left = EnterpriseSheet.Repeated(rows).Keys.Concat(import.WithoutNear ? report.Where(row => row.IsNear).Select(row => row.Line) : []).ToHashSet();
        return new EnterprisesToWrite(import.FileName, import.From, left.Count == 0 ? rows : [.. rows.Where(row => !left.Contains(row.Line))], left.Count, report);
    }
}

internal sealed class CloseEnterprisesSlice(LianzhangDb db, CurrentCaller caller, TimeProvider time) : Slice<CloseEnterprises, Done>
{
    public override Permission Permission { get; } = new("registers.import", Changes: true);

    protected override async Task<Answer<Done>> Handle(CloseEnterprises request, CancellationToken cancel)
    {
        if (await OwnImports.Of(db, caller).SingleOrDefaultAsync(import => import.Id == request.Import, cancel) is not { } import)
            return ImportProblems.NotThere;
        import.TouchedAt = time.GetUtcNow();
        if (request.Problem is { } problem)
        {
            (import.State, import.Problem, import.ProblemEn) = (ImportState.Failed, problem.Detail.Zh, problem.Detail.En);
            return Done.It;
        }

        if (request.Report is { } report)
        {
            // What was left out was dealt with as well: said to be rejected, with the reason.
            var left = import.Total - import.Done;
            (import.State, import.Done, import.Rejected, import.Content, import.Report) = (ImportState.Done, import.Total, import.Rejected + left, [], Packed.Rows(report));
            return Done.It;
        }

        import.State = ImportState.Stopped;
        return Done.It;
    }
}

/// <summary>Imports that wait to be written by this process, in the order in which they were confirmed.</summary>
public sealed class EnterpriseImportQueue
{
    private readonly Channel<(Guid Import, Caller Caller)> waiting = Channel.CreateUnbounded<(Guid, Caller)>();

    public void Add(Guid import, Caller caller) => waiting.Writer.TryWrite((import, caller));

    internal IAsyncEnumerable<(Guid Import, Caller Caller)> All(CancellationToken cancel) => waiting.Reader.ReadAllAsync(cancel);
}

/// <summary>
/// Writes a confirmed import, some rows at a time in the name of whoever confirmed it: others who write are kept waiting only shortly, and
/// an import that ends before its time has written whole rows, says how many, and can be gone on with.
/// </summary>
public sealed partial class RunEnterpriseImports(Run run, ILogger<RunEnterpriseImports> log)
{
    private const int AtOnce = 2_000;

    public async Task Write(Guid import, Caller caller, CancellationToken cancel)
    {
        try
        {
            var opened = await run.Do(new OpenEnterprises(import), caller, cancel);
            if (opened.Succeeded(out var work))
                await Write(import, work, caller, cancel);
            else
                await Close(import, caller, null, opened.Problem);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            await Close(import, caller, null, Ended(("服务停止，导入中断。", "The server stopped in the middle of it.")));
        }
        catch (Exception failure)
        {
            Failed(failure, import);
            await Close(import, caller, null, Ended(("系统出错，导入中断。", "An error of the product ended it.")));
        }
    }

    private async Task Write(Guid import, EnterprisesToWrite work, Caller caller, CancellationToken cancel)
    {
        var rejected = new List<ReportedRow>();
        foreach (var rows in work.Rows.Chunk(AtOnce))
        {
            var answer = await run.Do(new WriteEnterprises(import, rows, work.From), caller, cancel);
            if (!answer.Succeeded(out var written))
            {
                await Close(import, caller, null, answer.Problem);
                return;
            }

            if (!written.GoesOn)
            {
                await Close(import, caller, null, null);
                return;
            }

            rejected.AddRange(written.Rejected.Take(ReportedRow.Most - Math.Min(rejected.Count, ReportedRow.Most)).Select(ReportedRow.Of));
        }

        await Close(import, caller, Report(work, rejected), null);
    }

    // Rows that were rejected only now come first; those of the preview that were to be looked at stay.
    private static List<ReportedRow> Report(EnterprisesToWrite work, List<ReportedRow> rejected)
    {
        var lines = rejected.Select(row => row.Line).ToHashSet();
        return [.. rejected.Concat(work.Report.Where(row => !lines.Contains(row.Line) && (row.IsNear || row.Outcome == EnterpriseOutcome.Rejected))).OrderBy(row => row.IsNear).ThenBy(row => row.Line)];
    }

    private async Task Close(Guid import, Caller caller, IReadOnlyList<ReportedRow>? report, Problem? problem)
    {
        // Also when the server stops: it must be known how far it came.
        var closed = await run.Do(new CloseEnterprises(import, report, problem), caller, CancellationToken.None);
        // Whoever confirmed it may have lost the right in between; how it ended must be known all the same.
        if (closed.Problem is not null)
            await run.Do(new EndEnterprises(import, caller.Account, problem ?? closed.Problem), Caller.Product, CancellationToken.None);
    }

    private static Problem Ended(Text what) => new(ProblemKind.Conflict, ("导入中断", "The import was ended"), what);

    [LoggerMessage(Level = LogLevel.Error, Message = "The import {Import} ended with an error")]
    private partial void Failed(Exception failure, Guid import);
}

/// <summary>Puts down for somebody who has no right any more that an import has ended.</summary>
internal sealed record EndEnterprises(Guid Import, Guid? Uploader, Problem Problem) : IRequest<Done>
{
    public override string ToString() => $"{nameof(EndEnterprises)} {{ Import = {Import} }}";
}

internal sealed class EndEnterprisesSlice(LianzhangDb db, TimeProvider time) : Slice<EndEnterprises, Done>
{
    public override Permission Permission { get; } = new("registers.end-import", Changes: true, For: Audience.Product);

    protected override async Task<Answer<Done>> Handle(EndEnterprises request, CancellationToken cancel)
    {
        if (await db.Set<EnterpriseImport>().SingleOrDefaultAsync(import => import.Id == request.Import && import.Uploader == request.Uploader, cancel) is { } import)
            (import.State, import.TouchedAt, import.Problem, import.ProblemEn) = (ImportState.Failed, time.GetUtcNow(), request.Problem.Detail.Zh, request.Problem.Detail.En);
        return Done.It;
    }
}

/// <summary>Writes confirmed imports while the server runs, one after another.</summary>
internal sealed class EnterpriseImportsInBackground(EnterpriseImportQueue queue, RunEnterpriseImports imports) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await foreach (var (import, caller) in queue.All(stoppingToken))
                await imports.Write(import, caller, stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }
}
