using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Reporting;
using Lianzhang.Platform.Reporting;

namespace Lianzhang.Platform.Tests.Reporting;

public sealed class TemplateProperties
{
    private static readonly FormPaper[] Blank = [Papers.Of(Papers.Qinghe, "firm_month"), Papers.Of(Papers.Heze, "monthly_energy"), Papers.Of(Papers.Heze, "quarterly_rd")];

    private static readonly string[] Words = ["说明", "含新并购子公司 <A&B> \"x\"", "第一行\n第二行", "=1+1", "１２３"];

    [Property(MaxTest = 60)]
    public Property What_is_written_into_a_template_is_read_from_it_again() => Prop.ForAll(Filled().ToArbitrary(), filled =>
    {
        var read = ReadReportTemplate.Of("report.xlsx", WriteReportTemplate.Of(filled.Paper with { Content = filled.Content })).Value!;
        // As somebody who typed all of it into an empty one.
        var typed = read with { Cells = [.. read.Cells.Select(cell => cell with { Was = string.Empty })], Remarks = [.. read.Remarks.Select(remark => remark with { Was = string.Empty })] };
        var back = ReportContent.Empty.With(TakeTemplate.Of(typed, filled.Paper.Sheet, ReportContent.Empty).Changed);
        var untouched = TakeTemplate.Of(read, filled.Paper.Sheet, filled.Content).Changed.Count == 0;
        return untouched && filled.Paper.Sheet.Cells.All(cell => Same(cell, filled.Content.Find(cell.Key), back.Find(cell.Key)));
    });

    // Numbers come back as numbers, however they were typed.
    private static bool Same(FormCell cell, CellEntry? one, CellEntry? other) =>
        ReadCell.Of(cell, one) == ReadCell.Of(cell, other) && (one?.Note ?? string.Empty) == (other?.Note ?? string.Empty);

    private static Gen<(FormPaper Paper, ReportContent Content)> Filled() =>
        from paper in Gen.Elements(Blank)
        from cells in Gen.CollectToList(paper.Sheet.Cells, cell => Entry(cell).Select(entry => KeyValuePair.Create(cell.Key, entry)))
        select (paper, ReportContent.Empty.With(cells));

    private static Gen<CellEntry> Entry(FormCell cell) =>
        from kind in Gen.Choose(0, 5)
        from number in Gen.Elements(0m, 1m, -12.5m, 1234567.8901m, 0.0001m, 999999999999.99m, 45m)
        from word in Gen.Elements(Words)
        from option in Gen.Elements(cell.Options.Count > 0 ? cell.Options.ToArray() : ["x"])
        from note in Gen.Elements(null, null, "含新并购子公司", "第一行\n第二行")
        select kind switch
        {
            0 => new CellEntry(string.Empty),
            1 => new CellEntry("不适用", Note: note),
            2 => new CellEntry("缺报", "设备检修，账目未结", note),
            _ => cell.Kind switch
            {
                CellKind.Number => new CellEntry(Core.Values.Quantity.Number(number), Note: note),
                CellKind.Choice => new CellEntry(option, Note: note),
                CellKind.Text => new CellEntry(word, Note: note),
            },
        };
}
