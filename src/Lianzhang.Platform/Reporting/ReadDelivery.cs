using System.IO.Compression;
using DocumentFormat.OpenXml.Packaging;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Shared;
using Text = Lianzhang.Core.Values.Text;

namespace Lianzhang.Platform.Reporting;

/// <summary>What was delivered for one unit: cells, or why they cannot be taken.</summary>
internal sealed record DeliveredReport(string Place, string Unit, IReadOnlyDictionary<string, CellEntry> Cells, Text? Fault = null);

/// <summary>Reads a workbook with a row for each unit, or an archive of templates that were filled in.</summary>
internal static class ReadDelivery
{
    private const int MostFiles = 10_000;
    private const long MostUnpacked = 500_000_000;

    private static readonly Dictionary<string, CellEntry> Nothing = [];

    /// <summary>What there is for each unit, in an order that is the same each time; or why nothing of the file can be read.</summary>
    public static Outcome<IReadOnlyList<DeliveredReport>> Of(string name, byte[] bytes, OpenedForm form)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
            return archive.GetEntry("[Content_Types].xml") is null ? Archive(name, archive, form) : ReadWorkbook.Open(name, bytes, workbook => Units(workbook, new Location(name), form));
        }
        catch (InvalidDataException)
        {
            return Refused(name, ("文件不是 .xlsx 工作簿或 .zip 压缩文件", "the file is neither an .xlsx workbook nor a .zip archive"));
        }
    }

    private static Outcome<IReadOnlyList<DeliveredReport>> Archive(string name, ZipArchive archive, OpenedForm form)
    {
        var files = archive.Entries.Where(entry => entry.Name.EndsWith(".xlsx", StringComparison.OrdinalIgnoreCase) && !entry.Name.StartsWith("~$", StringComparison.Ordinal)).OrderBy(entry => entry.FullName, StringComparer.Ordinal).ToList();
        if (files.Count is 0 or > MostFiles)
            return Refused(name, ($"压缩文件中应有 1 至 {MostFiles} 个 .xlsx 模板", $"the archive should have 1 to {MostFiles} templates as .xlsx"));
        var (reports, unpacked) = (new List<DeliveredReport>(), 0L);
        foreach (var file in files)
        {
            using var content = file.Open();
            var bytes = ReadText.Bytes(content, UploadReport.MostBytes, CancellationToken.None).GetAwaiter().GetResult();
            unpacked += bytes?.Length ?? UploadReport.MostBytes;
            if (unpacked > MostUnpacked)
                return Refused(name, ($"压缩文件解压后超过 {MostUnpacked / 1_000_000} MB，请分几次上传", $"the archive unpacks to more than {MostUnpacked / 1_000_000} MB; upload it in parts"));
            reports.Add(bytes is null ? Faulty(file.Name, string.Empty, ReadText.TooLarge(file.Name, UploadReport.MostBytes).Faults[0].Message) : Template(file.Name, bytes, form));
        }

        return Outcome<IReadOnlyList<DeliveredReport>>.Of(reports);
    }

    private static DeliveredReport Template(string place, byte[] bytes, OpenedForm form)
    {
        var read = ReadReportTemplate.Of(place, bytes);
        if (!read.Succeeded(out var filled))
            return Faulty(place, string.Empty, read.Faults[0].Message);
        if (Other(filled.Identity, form) is { } other)
            return Faulty(place, filled.Identity.Unit, other);
        // All that stands in it counts, whatever it was made with.
        var whole = filled with { Cells = [.. filled.Cells.Select(cell => cell with { Was = string.Empty })], Remarks = [.. filled.Remarks.Select(remark => remark with { Was = string.Empty })] };
        var taken = TakeTemplate.Of(whole, form.Sheet, ReportContent.Empty);
        return taken.Faults is [var fault, ..] ? Faulty(place, filled.Identity.Unit, fault.Sentence) : Checked(new DeliveredReport(place, filled.Identity.Unit, taken.Changed), form.Sheet);
    }

    private static Outcome<IReadOnlyList<DeliveredReport>> Units(WorkbookPart workbook, Location at, OpenedForm form)
    {
        var read = ReadReportTemplate.Mapped(workbook, at);
        if (!read.Succeeded(out var found))
            return Outcome<IReadOnlyList<DeliveredReport>>.Failed(read.Faults);
        var (identity, mapped, sheet) = found;
        if (Other(identity, form) is { } other)
            return Refused(at.File, other);
        var columns = mapped.Where(cell => cell.Kind == MappedKind.Value).Select(cell => (Place: SheetCells.Place(cell.Address), Key: cell.Keys[0])).ToList();
        var units = mapped.Where(cell => cell.Kind == MappedKind.Unit).Select(cell => cell.Address).ToHashSet(StringComparer.Ordinal);
        if (units.Count == 0)
            return Refused(at.File, ("这是单个单位的模板；多个单位的模板请打包为 .zip 上传，或用合并填报表", "it is the template of one unit; put templates into a .zip, or use the workbook of many units"));
        if (columns.FirstOrDefault(column => sheet.At(column.Place) != column.Key) is { Key: not null } moved)
            return Refused(at.File, ($"单元格 {moved.Place} 应为“{moved.Key}”，实为“{sheet.At(moved.Place)}”：列被增删或移动，请重新下载", $"cell {moved.Place} should be {moved.Key}: columns were moved; download it anew"));
        var reports = new List<DeliveredReport>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var row = columns[0].Place.Row + 1; row <= sheet.LastRow; row++)
        {
            if (Row(sheet, row, columns, form.Sheet) is { } report)
                reports.Add(!units.Contains(report.Unit) ? report with { Fault = ("该行的单位代码不在下载的表中，没有采用", "the unit of the row was not in the workbook that was downloaded") }
                    : !seen.Add(report.Unit) ? report with { Fault = ("同一单位出现两行，后一行没有采用", "the unit has two rows; the second was not taken") }
                    : report);
        }

        return Outcome<IReadOnlyList<DeliveredReport>>.Of(reports);
    }

    // Rows that nobody filled in are left out.
    private static DeliveredReport? Row(SheetCells sheet, int row, IReadOnlyList<(SheetPlace Place, string Key)> columns, FormSheet form)
    {
        var (place, unit) = ($"第 {row} 行", sheet.At(new SheetPlace(row, WriteUnitsWorkbook.Unit)));
        var cells = columns.Select(column => (At: new SheetPlace(row, column.Place.Column), column.Key)).Where(cell => sheet.At(cell.At).Length > 0 || sheet.IsFormula(cell.At)).ToList();
        if (cells.Count == 0)
            return null;
        if (cells.Exists(cell => sheet.IsHidden(cell.At)))
            return Faulty(place, unit, ("有内容的行或列被隐藏，请取消隐藏，核对后再上传", "a row or column with content is hidden; show it and look at it"));
        if (cells.FirstOrDefault(cell => sheet.IsFormula(cell.At)) is { Key: not null } formula)
            return Faulty(place, unit, ($"单元格 {formula.At} 是公式，请粘贴为数值", $"cell {formula.At} is a formula; paste the value"));
        return Checked(new DeliveredReport(place, unit, cells.ToDictionary(cell => cell.Key, cell => TakeTemplate.Typed(new CellEntry(string.Empty), sheet.At(cell.At)), StringComparer.Ordinal)), form);
    }

    // Never half a unit: where a cell cannot be read, nothing of the unit is taken.
    private static DeliveredReport Checked(DeliveredReport report, FormSheet sheet)
    {
        var faults = report.Cells.Select(cell => (Cell: sheet.Find(cell.Key), Entry: cell.Value)).Where(one => one.Cell is not null)
            .Select(one => (one.Cell!.Name, ReadCell.Of(one.Cell, one.Entry).Fault)).Where(one => one.Fault is not null)
            .Select(one => new Text($"{one.Name.Zh}：{one.Fault!.Value.Zh}", $"{one.Name.En}: {one.Fault.Value.En}")).ToList();
        return faults.Count == 0 ? report : report with { Fault = Text.Join(faults) };
    }

    private static Text? Other(WorkbookIdentity identity, OpenedForm form)
    {
        if (identity.Form != form.Sheet.Form.Code)
            return ("这是另一张报表的模板", "it is the template of another form");
        if (identity.Period != PeriodNumber.Read(form.Round.Period).ToString())
            return ($"这是 {identity.Period} 的模板，不是本期的", $"it is the template of {identity.Period}, another period");
        return identity.FormVersion != form.Sheet.Form.Version || identity.Programme != form.Round.ProgrammeVersion ? ("模板是旧版，请重新下载", "the template is of an old version; download it anew") : null;
    }

    private static DeliveredReport Faulty(string place, string unit, Text fault) => new(place, unit, Nothing, fault);

    private static Outcome<IReadOnlyList<DeliveredReport>> Refused(string name, Text what) => ReadReportTemplate.Refused<IReadOnlyList<DeliveredReport>>(new Location(name), what);
}
