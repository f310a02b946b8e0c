using Lianzhang.Core.Programmes;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Reporting;

namespace Lianzhang.Platform.Tests.Reporting;

/// <summary>Forms of the programmes as they are put on paper, and filled in.</summary>
internal static class Papers
{
    public static readonly Guid Report = new("11111111-2222-3333-4444-555555555555");

    public static Programme Qinghe { get; } = ReadProgramme.Read("qinghe", Store.Qinghe).Programme!;

    public static Programme Heze { get; } = ReadProgramme.Read("heze", [.. ProgrammeSchema.Files.Select(name => new SourceFile($"heze/{name}", File.ReadAllText(Path.Combine(Store.Root, "programmes/heze", name))))]).Programme!;

    public static FormPaper Of(Programme programme, string form, ReportContent? content = null)
    {
        var definition = programme.FindForm(form)!;
        var period = definition.PeriodKind == PeriodKind.Month ? Period.OfMonth(2026, 6) : Period.OfQuarter(2026, 2);
        var sheet = new FormSheet(definition, programme);
        var before = sheet.Cells.Where(cell => cell.Item is not null).Select((cell, index) => (cell.Key, Said: new CellBefore($"{1000 + (index * 37)}.5", index % 3 == 0 ? null : $"{900 + index}"))).ToDictionary(one => one.Key, one => one.Said);
        return new FormPaper(sheet, programme, 1, period, Report, "91371702MA3C0000X1", "菏泽示例新材料科技有限公司", content ?? ReportContent.Empty, before);
    }

    public static ReportContent Content(params (string Key, CellEntry Entry)[] cells) => ReportContent.Empty.With(cells.Select(cell => KeyValuePair.Create(cell.Key, cell.Entry)));
}
