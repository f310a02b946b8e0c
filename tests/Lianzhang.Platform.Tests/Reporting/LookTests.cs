using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Reporting;
using Lianzhang.Platform.Reporting;

namespace Lianzhang.Platform.Tests.Reporting;

public sealed class LookTests
{
    [Fact]
    public void Write()
    {
        foreach (var form in new[] { "monthly_operation", "monthly_energy", "quarterly_rd" })
        {
            var paper = Papers.Of(Papers.Heze, form);
            var content = ReportContent.Empty.With(paper.Sheet.Cells.Where((_, index) => index % 4 != 3).Take(12).Select((cell, index) => KeyValuePair.Create(cell.Key, index == 2 ? new CellEntry("缺报", "设备检修，账目尚未核对完毕") : index == 5 ? new CellEntry("一千二百") : cell.Kind == CellKind.Number ? new CellEntry($"{12345.6m * index}", Note: index == 1 ? "含新并购的子公司" : null) : cell.Kind == CellKind.Choice ? new CellEntry(cell.Options[0]) : new CellEntry("高性能复合材料研发及其产业化关键技术"))));
            var folder = Directory.CreateDirectory("/tmp/look").FullName;
            File.WriteAllBytes($"{folder}/{form}.xlsx", WriteReportTemplate.Of(paper with { Content = content }));
            var findings = CheckReport.Of(new CheckedReport(paper.Sheet, paper.Programme, content, new ReportingUnit("x", new Dictionary<string, IReadOnlyList<string>>()), paper.Period, []));
            File.WriteAllBytes($"{folder}/{form}-marked.xlsx", WriteReportTemplate.Of(paper with { Content = content, Findings = findings }));
        }
    }
}
