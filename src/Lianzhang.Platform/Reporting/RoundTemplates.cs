using System.IO.Compression;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>The reports of a round that were not sent yet, within the caller's rights.</summary>
/// <param name="Round">The round.</param>
/// <param name="Title">The form and the period.</param>
/// <param name="Reports">The reports.</param>
public sealed record UnsentReports(Guid Round, string Title, IReadOnlyList<Guid> Reports);

/// <summary>Lists the reports of a round whose units have not sent anything, to help them with it.</summary>
public sealed record ListUnsentReports(Guid Round) : IRequest<UnsentReports>;

/// <summary>Templates of some units, each under a name that Windows takes.</summary>
public sealed record RoundTemplates(IReadOnlyList<ReportingWorkbook> Files);

/// <summary>Makes the templates of some reports of a round.</summary>
public sealed record MakeRoundTemplates(Guid Round, IReadOnlyList<Guid> Reports) : IRequest<RoundTemplates>
{
    public const int Most = 50;

    public override string ToString() => $"{Round}: {Reports.Count}";
}

internal sealed class ListUnsentReportsSlice(RoundPapers papers) : Slice<ListUnsentReports, UnsentReports>
{
    public override Permission Permission { get; } = new("reports.deliver", Changes: false);

    protected override async Task<Answer<UnsentReports>> Handle(ListUnsentReports request, CancellationToken cancel) => await papers.Find(request.Round, cancel) is { } form
        ? new UnsentReports(request.Round, form.Title, await papers.Unsent(request.Round).Select(report => report.Id).ToListAsync(cancel))
        : RoundPapers.NoRound;
}

internal sealed class MakeRoundTemplatesSlice(RoundPapers papers) : Slice<MakeRoundTemplates, RoundTemplates>
{
    public override Permission Permission { get; } = new("reports.deliver", Changes: false);

    protected override Problem? Validate(MakeRoundTemplates request) => request.Reports.Count is >= 1 and <= MakeRoundTemplates.Most
        ? null
        : Problem.Invalid(($"一次最多 {MakeRoundTemplates.Most} 份。", $"At most {MakeRoundTemplates.Most} at once."));

    protected override async Task<Answer<RoundTemplates>> Handle(MakeRoundTemplates request, CancellationToken cancel)
    {
        if (await papers.Find(request.Round, cancel) is not { } form)
            return RoundPapers.NoRound;
        var made = await papers.Of(form, request.Reports, cancel);
        return new RoundTemplates([.. made.Select(paper => new ReportingWorkbook($"{FormPapers.Safe(paper.UnitName)}_{FormPapers.Safe(paper.Unit)}.xlsx", WriteReportTemplate.Of(paper)))]);
    }
}

/// <summary>Writes the templates of a round into an archive as they are made, so that no more than some of them are in memory at any time.</summary>
public sealed class StreamRoundTemplates(Run run)
{
    public async Task Write(UnsentReports reports, Stream stream, Caller caller, CancellationToken cancel)
    {
        await using var archive = await ZipArchive.CreateAsync(stream, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
        foreach (var ids in reports.Reports.Chunk(MakeRoundTemplates.Most))
        {
            var made = await run.Do(new MakeRoundTemplates(reports.Round, ids), caller, cancel);
            // Somebody whose right ends in between gets an archive that is cut off, which no program takes for a whole one.
            foreach (var file in made.Value?.Files ?? throw new IOException(made.Problem!.Detail.En))
            {
                await using var entry = await archive.CreateEntry(file.FileName, CompressionLevel.NoCompression).OpenAsync(cancel);
                await entry.WriteAsync(file.Content, cancel);
            }
        }
    }
}
