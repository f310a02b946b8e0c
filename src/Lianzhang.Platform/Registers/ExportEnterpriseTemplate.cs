using Lianzhang.Core.Registers;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>A sheet of enterprises to fill in, with the regions and industries that there are to choose from.</summary>
public sealed record ExportEnterpriseTemplate(Language Language) : IRequest<EnterpriseWorkbook>;

/// <summary>Writes the rows of one's import that are to be looked at to Excel, with the reasons.</summary>
public sealed record ExportEnterpriseImport(Language Language, Guid Import) : IRequest<EnterpriseWorkbook>;

internal sealed class ExportEnterpriseTemplateSlice(RegisterWords register, TimeProvider time) : Slice<ExportEnterpriseTemplate, EnterpriseWorkbook>
{
    private static readonly Text Instruction = (
        "代码、名称、地区必填；地区、产业、园区可填代码或名称；行业代码为四位小类，请按文本填写；产业和战新属性留空的按行业代码对应；空格不改变已登记的内容；类型有多项的用顿号分开；生效日期留空的按导入时所选日期",
        "Code, name and region are required; regions, industries and parks by code or name; classes of four digits, as text; industry and share follow the class where left empty; an empty cell changes nothing; several kinds with commas; without a day, that of the import");

    public override Permission Permission { get; } = new("registers.import", Changes: false);

    protected override async Task<Answer<EnterpriseWorkbook>> Handle(ExportEnterpriseTemplate request, CancellationToken cancel)
    {
        if (await register.Load(cancel) is not { } words)
            return RegisterWords.NothingPublished;
        var today = time.Today();
        var regions = List(("地区", "Regions"), today, [.. words.Programme.Regions.Where(region => region.IsThere(today)).Select(region => new Coded(region.Code, region.Name))], request.Language);
        var industries = List(("产业", "Industries"), today, [.. words.Programme.Industries.Select(industry => new Coded(industry.Code, industry.Name))], request.Language);
        var sizes = List(("规模", "Sizes"), today, EnterpriseWords.Sizes, request.Language);
        var columns = new WorkbookColumns<Coded>();
        foreach (var (title, width) in new[]
        {
            (EnterpriseSheet.Code, 22), (EnterpriseSheet.Name, 34), (EnterpriseSheet.Region, 14), (EnterpriseSheet.Gb, 9), (EnterpriseSheet.Industry, 16), (EnterpriseSheet.Sei, 9),
            (EnterpriseSheet.Size, 8), (EnterpriseSheet.Status, 8), (EnterpriseSheet.Kinds, 18), (EnterpriseSheet.Park, 18), (EnterpriseSheet.From, 13),
        })
            columns.Text(title, width, _ => string.Empty);
        var sheet = WriteWorkbook.Sheet(new WorkbookTable<Coded>(EnterpriseSheet.Title, EnterpriseSheet.Title, today, columns, []) { Instruction = Instruction }, request.Language, (2, regions), (4, industries), (6, sizes));
        return new EnterpriseWorkbook($"enterprises-template-{today:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(sheet, regions, industries, sizes));
    }

    private static MadeSheet List(Text title, DateOnly today, IReadOnlyList<Coded> all, Language language) => WriteWorkbook.Sheet(
        new WorkbookTable<Coded>(title, title, today, new WorkbookColumns<Coded>().Text(("名称", "name"), 30, row => row.Name).Text(("代码", "code"), 20, row => row.Code), all), language);
}

internal sealed class ExportEnterpriseImportSlice(LianzhangDb db, CurrentCaller caller, TimeProvider time) : Slice<ExportEnterpriseImport, EnterpriseWorkbook>
{
    public override Permission Permission { get; } = new("registers.import", Changes: false);

    protected override async Task<Answer<EnterpriseWorkbook>> Handle(ExportEnterpriseImport request, CancellationToken cancel)
    {
        if (await OwnImports.Of(db, caller).Where(import => import.Id == request.Import).Select(import => new { import.FileName, import.Report }).SingleOrDefaultAsync(cancel) is not { } found)
            return ImportProblems.NotThere;
        var columns = new WorkbookColumns<ReportedRow>()
            .Whole(("行", "row"), row => row.Line)
            .Text(("结果", "outcome"), 8, row => EnterpriseOutcomeWords.Of(row.Outcome))
            .Text(EnterpriseSheet.Code, 22, row => row.Code)
            .Text(EnterpriseSheet.Name, 34, row => row.Name)
            .Text(("说明", "remark"), 60, row => row.Remark);
        var table = new WorkbookTable<ReportedRow>(("导入结果", "Outcome of the import"), new Text(found.FileName), time.Today(), columns, Packed.Rows(found.Report));
        return new EnterpriseWorkbook($"enterprises-import-{table.AsOf:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(table, request.Language));
    }
}

/// <summary>The words for what becomes of a row.</summary>
public static class EnterpriseOutcomeWords
{
    public static Text Of(EnterpriseOutcome outcome) => outcome switch
    {
        EnterpriseOutcome.Added => ("新增", "new"),
        EnterpriseOutcome.Changed => ("变更", "changed"),
        EnterpriseOutcome.Same => ("相同", "same"),
        EnterpriseOutcome.Rejected => ("未采用", "rejected"),
    };
}
