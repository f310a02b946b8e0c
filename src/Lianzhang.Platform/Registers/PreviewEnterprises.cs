using Lianzhang.Core.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>Says what an import of a sheet of enterprises would do. Nothing is written; <see cref="KeepEnterprises"/> keeps it to be confirmed.</summary>
/// <param name="File">The sheet.</param>
/// <param name="From">The day from which a row holds that names none.</param>
public sealed record PreviewEnterprises(SourceFile File, DateOnly From) : IRequest<EnterprisePreview>
{
    public override string ToString() => File.Name;
}

/// <summary>What an import would do.</summary>
public sealed class EnterprisePreview
{
    internal EnterprisePreview(EnterpriseImport import) => Import = import;

    internal EnterpriseImport Import { get; }

    public string FileName => Import.FileName;

    public int Total => Import.Total;

    public int Added => Import.Added;

    public int Changed => Import.Changed;

    public int Same => Import.Same;

    public int Rejected => Import.Rejected;

    public int Near => Import.Near;

    public IReadOnlyList<ReportedRow> Rows => Packed.Rows(Import.Report);
}

/// <summary>Keeps a previewed import until it is confirmed or a day has passed.</summary>
public sealed record KeepEnterprises(EnterprisePreview Preview) : IRequest<ImportId>
{
    public override string ToString() => Preview.FileName;
}

/// <summary>By which an import is confirmed and followed.</summary>
public sealed record ImportId(Guid Id);

internal sealed class PreviewEnterprisesSlice(PlanEnterprises plan, FindLikeNames names, RegisterWords register, CurrentCaller caller, TimeProvider time) : Slice<PreviewEnterprises, EnterprisePreview>
{
    public override Permission Permission { get; } = new("registers.import", Changes: false);

    // Read and compared before anything is written, so that nobody who writes to the store waits for it.
    protected override async Task<Answer<EnterprisePreview>> Handle(PreviewEnterprises request, CancellationToken cancel)
    {
        if (await register.Load(cancel) is not { } words)
            return RegisterWords.NothingPublished;
        if (new CheckAttributes(words, time.Today()).Day(request.From) is { } day)
            return EnterpriseProblems.Of(day);
        var read = EnterpriseSheet.Read(request.File);
        if (!read.Succeeded(out var rows))
            return Problem.Invalid(("文件无法读取，没有导入任何数据。", "The file cannot be read; nothing was imported."), read.Faults);
        var repeated = EnterpriseSheet.Repeated(rows);
        var planned = await plan.Plan(repeated.Count == 0 ? rows : [.. rows.Where(row => !repeated.ContainsKey(row.Line))], request.From, words, cancel);
        planned = await names.Mark(planned, words, cancel);
        planned = [.. planned.Concat(rows.Where(row => repeated.ContainsKey(row.Line)).Select(row => Again(row, repeated[row.Line]))).OrderBy(row => row.Line)];
        return new EnterprisePreview(Import(request, planned));
    }

    private static PlannedRow Again(EnterpriseSheetRow row, int first) =>
        new(row.Line, EnterpriseOutcome.Rejected, row.Code, row.Name, ($"与第 {first} 行代码重复", $"the code stands in row {first} already"));

    private EnterpriseImport Import(PreviewEnterprises request, IReadOnlyList<PlannedRow> rows) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        Uploader = caller.Caller.Account,
        UploadedAt = time.GetUtcNow(),
        TouchedAt = time.GetUtcNow(),
        FileName = request.File.Name,
        Content = Packed.Text(request.File.Text),
        From = request.From,
        Total = rows.Count,
        Added = rows.Count(row => row.Outcome == EnterpriseOutcome.Added),
        Changed = rows.Count(row => row.Outcome == EnterpriseOutcome.Changed),
        Same = rows.Count(row => row.Outcome == EnterpriseOutcome.Same),
        Rejected = rows.Count(row => row.Outcome == EnterpriseOutcome.Rejected),
        Near = rows.Count(row => row.IsNear),
        Report = Packed.Rows(ReportedRow.Of(rows)),
    };
}

internal sealed class KeepEnterprisesSlice(LianzhangDb db, CurrentCaller caller, TimeProvider time) : Slice<KeepEnterprises, ImportId>
{
    private static readonly TimeSpan WaitsFor = TimeSpan.FromDays(1);
    private static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    public override Permission Permission { get; } = new("registers.import", Changes: true);

    protected override async Task<Answer<ImportId>> Handle(KeepEnterprises request, CancellationToken cancel)
    {
        var (waits, kept) = (time.GetUtcNow() - WaitsFor, time.GetUtcNow() - KeptFor);
        await db.Set<EnterpriseImport>().Where(import => (import.State == ImportState.Ready && import.UploadedAt < waits) || import.UploadedAt < kept).ExecuteDeleteAsync(cancel);
        if (request.Preview.Import.Uploader != caller.Caller.Account)
            return ImportProblems.NotThere;
        db.Add(request.Preview.Import);
        return new ImportId(request.Preview.Import.Id);
    }
}

/// <summary>Why an import cannot be followed.</summary>
internal static class ImportProblems
{
    public static Problem NotThere { get; } = Problem.NotFound(("没有这次导入，可能上传已超过一天，请重新上传。", "There is no such import; perhaps a day has passed. Upload the file again."));
}
