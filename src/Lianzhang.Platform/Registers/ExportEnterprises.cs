using Lianzhang.Core.Registers;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Registers;

/// <summary>Writes enterprises to Excel: all that <see cref="ListEnterprises"/> pages through. Edited, the sheet can be imported again.</summary>
public sealed record ExportEnterprises(Language Language, EnterpriseFilter Filter, DateOnly? AsOf = null) : IRequest<EnterpriseWorkbook>;

/// <summary>Enterprises as an Excel file.</summary>
public sealed record EnterpriseWorkbook(string FileName, byte[] Content) : Workbook(FileName, Content);

internal sealed class ExportEnterprisesSlice(FindEnterprises enterprises, TimeProvider time) : Slice<ExportEnterprises, EnterpriseWorkbook>
{
    // What one sheet can be looked through with; a workbook is put together in memory.
    private const int MostRows = 100_000;

    public override Permission Permission { get; } = new("registers.read", Changes: false, Recorded: true);

    protected override Problem? Validate(ExportEnterprises request) => request.Filter.Check();

    protected override async Task<Answer<EnterpriseWorkbook>> Handle(ExportEnterprises request, CancellationToken cancel)
    {
        if (await enterprises.Words(cancel) is not { } words)
            return RegisterWords.NothingPublished;
        var (rows, total) = await enterprises.Rows(request.Filter, words, request.AsOf, 0, MostRows, cancel);
        if (total > MostRows)
            return Problem.Invalid(($"一次最多导出 {MostRows} 家企业，请缩小范围（符合条件的有 {total} 家）。", $"At most {MostRows} enterprises are exported at once; narrow the choice ({total} match)."));
        var isGenerated = rows.Any(row => row.Generated);
        var table = new WorkbookTable<EnterpriseRow>(EnterpriseSheet.Title, new Text("企业", "enterprises"), request.AsOf ?? time.Today(), Columns(isGenerated), rows) { Remark = GeneratedWords.LineOf(isGenerated) };
        return new EnterpriseWorkbook($"enterprises-{table.AsOf:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(table, request.Language));
    }

    private static WorkbookColumns<EnterpriseRow> Columns(bool withGenerated)
    {
        var columns = new WorkbookColumns<EnterpriseRow>()
            .Text(EnterpriseSheet.Code, 22, row => row.Code)
            .Text(EnterpriseSheet.Name, 36, row => row.Name)
            .Text(EnterpriseSheet.Region, 14, row => row.RegionName)
            .Text(EnterpriseSheet.Gb, 9, row => row.Gb)
            .Text(("行业名称", "class name"), 22, row => row.GbName)
            .Text(EnterpriseSheet.Industry, 16, row => row.IndustryName)
            .Text(EnterpriseSheet.Sei, 9, row => EnterpriseWords.Shares.Word(row.Sei.ToString().ToLowerInvariant()))
            .Text(EnterpriseSheet.Size, 8, row => row.Size is { } size ? EnterpriseWords.Sizes.Word(size) : null)
            .Text(EnterpriseSheet.Status, 8, row => EnterpriseWords.Statuses.Word(row.Status.ToString().ToLowerInvariant()))
            .Text(EnterpriseSheet.Kinds, 18, row => Text.Join(row.Kinds))
            .Text(("称号", "titles"), 24, row => Text.Join(row.Titles));
        return withGenerated ? columns.Text(("说明", "remark"), 8, row => row.Generated ? ("生成", "generated") : null) : columns;
    }
}
