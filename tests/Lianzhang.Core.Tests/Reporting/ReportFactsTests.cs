using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Reporting;

public sealed class ReportFactsTests
{
    private static readonly Period June = Period.OfMonth(2026, 6);

    [Fact]
    public void What_a_correction_leaves_out_is_missing_and_never_goes_on_counting()
    {
        var sheet = Sheet();
        var reports = ReportFacts.InPlaceOf(Content(("01.month", "100"), ("03.month", "45"), ("02.ytd", "7")), sheet, Content(("03.month", "46")), "F1", June);
        Assert.Equal(
            [("firm_rd", FactState.Missing, 0m), ("firm_revenue", FactState.Missing, 0), ("firm_staff", FactState.Value, 46), ("organic_output", FactState.Zero, 0)],
            reports.SelectMany(report => report.Values).Select(value => (value.Item, value.State, value.Amount)).OrderBy(value => value.Item, StringComparer.Ordinal));
        Assert.Equal(June.YearToDate(), reports.Single(report => report.Values.Any(value => value.Item == "firm_rd")).Period);
    }

    [Fact]
    public void Where_nothing_counted_before_it_is_what_was_written()
    {
        var content = Content(("01.month", "100"), ("products.1.output", "5"), ("products.2.output", "6"));
        var reports = ReportFacts.InPlaceOf(ReportContent.Empty, Sheet(), content, "F1", June);
        Assert.Equal(["firm_revenue 100", "organic_output 11"], reports.SelectMany(report => report.Values).Where(value => value.State == FactState.Value).Select(value => $"{value.Item} {value.Amount:0}").Order(StringComparer.Ordinal));
    }

    private static ReportContent Content(params (string Key, string Typed)[] cells) => ReportContent.Empty.With(cells.ToDictionary(cell => cell.Key, cell => new CellEntry(cell.Typed)));

    private static FormSheet Sheet()
    {
        var programme = Repository.Qinghe.Programme!;
        return new FormSheet(programme.FindForm("firm_month")!, programme);
    }
}
