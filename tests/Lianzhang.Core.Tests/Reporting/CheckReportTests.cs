using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Reporting;

/// <summary>What is found in a report of the invented county's monthly form.</summary>
public sealed class CheckReportTests
{
    private static readonly Programme Qinghe = Repository.Qinghe.Programme!;
    private static readonly FormSheet Sheet = new(Qinghe.FindForm("firm_month")!, Qinghe);
    private static readonly Period June = Period.OfMonth(2026, 6);

    private static readonly (string Key, string Typed)[] Good = [("01.month", "1200"), ("02.ytd", "30"), ("03.month", "45")];

    [Fact]
    public void A_sound_report_has_no_findings() => Assert.Empty(Find(Good));

    [Fact]
    public void A_cell_without_an_answer_is_told_and_one_that_does_not_apply_is_an_answer()
    {
        var finding = Assert.Single(Find(("01.month", "1200"), ("02.ytd", "不适用")));
        Assert.Equal(("unanswered", CheckWeight.Hard, "03.month"), (finding.Rule, finding.Weight, finding.Cells[0]));
    }

    [Fact]
    public void A_missing_value_needs_its_reason()
    {
        Assert.Equal(["unreadable"], Find([.. Good[..2], ("03.month", "缺报")]).Select(finding => finding.Rule));
        var content = Content(Good).With([KeyValuePair.Create("03.month", new CellEntry("缺报", Reason: "财务系统停用"))]);
        Assert.Empty(CheckReport.Of(Report(content, [])));
        Assert.Equal(FactState.Missing, ReportFacts.Of(Sheet, content, "U", June).SelectMany(report => report.Values).Single(value => value.Item == "firm_staff").State);
    }

    [Fact]
    public void A_row_that_was_begun_is_filled_and_choices_are_among_the_options()
    {
        Assert.Equal(["products.2.output"], Find([.. Good, ("products.2.name", "有机小米")]).SelectMany(finding => finding.Cells));
        Assert.Equal(["04.month"], Find([.. Good, ("04.month", "变多")]).SelectMany(finding => finding.Cells));
        Assert.Empty(Find([.. Good, ("04.month", "增加"), ("products.1.name", "有机小米"), ("products.1.output", "8")]));
    }

    [Fact]
    public void A_check_of_the_form_that_fails_tells_both_sides_and_is_hard_or_to_be_explained()
    {
        // What was reported for earlier months belongs to the year to date.
        var soft = Assert.Single(Find(History(("firm_revenue", 1, 5, 100)), [("01.month", "100"), ("02.ytd", "700"), ("03.month", "45")]));
        Assert.Equal(("rd_below_revenue", CheckWeight.Soft, "02.ytd"), (soft.Rule, soft.Weight, soft.Cells[0]));
        Assert.Equal("研发费用一般不超过营业收入：研发费用为 700 万元；营业收入为 600 万元。请核对，属实的请说明", soft.Sentence.Zh);
        var hard = Assert.Single(Find(("01.month", "1200"), ("02.ytd", "30"), ("03.month", "0")));
        Assert.Equal(("staff_with_revenue", CheckWeight.Hard), (hard.Rule, hard.Weight));
    }

    [Fact]
    public void A_check_that_lacks_a_value_finds_nothing() => Assert.Equal(["unanswered"], Find(("01.month", "1200"), ("02.ytd", "30")).Select(finding => finding.Rule));

    [Fact]
    public void A_year_to_date_that_falls_is_to_be_explained()
    {
        var finding = Assert.Single(Find([new UnitReport("U", Period.ToDate(2026, 5), [ReportedValue.Of("firm_rd", 40)])], Good));
        Assert.Equal("year-to-date-falls@02.ytd", finding.Key);
        Assert.Equal("研发费用（1—本月）：本期累计 30 万元，比2026年1-5月的 40 万元还少。请核对，属实的请说明", finding.Sentence.Zh);
        Assert.Empty(Find([new UnitReport("U", Period.ToDate(2025, 5), [ReportedValue.Of("firm_rd", 40)])], Good));
    }

    [Fact]
    public void A_value_in_another_unit_is_asked_about_and_stands_first_for_the_reviewer()
    {
        var finding = Assert.Single(Find(History(("firm_revenue", 1, 5, 1_150)), [("01.month", "12000000"), ("02.ytd", "30"), ("03.month", "45")]));
        Assert.Equal(("unit-slip", 999m), (finding.Rule, finding.Score));
        Assert.Contains("10,000", finding.Sentence.Zh, StringComparison.Ordinal);
        Assert.Equal(["unusual"], Find(History(("firm_revenue", 1, 5, 1_150)), [("01.month", "5000"), ("02.ytd", "30"), ("03.month", "45")]).Select(one => one.Rule));
    }

    [Fact]
    public void What_is_explained_no_longer_stands_in_the_way_but_what_must_be_put_right_does()
    {
        var content = Content(("01.month", "5000"), ("02.ytd", "30"), ("03.month", "0"));
        var findings = CheckReport.Of(Report(content, History(("firm_revenue", 1, 5, 1_150))));
        Assert.Equal(["staff_with_revenue", "unusual"], findings.Select(finding => finding.Rule));
        var explained = content.With([], findings.Select(finding => KeyValuePair.Create(finding.Key, "新增一条产线")));
        Assert.Equal(["staff_with_revenue"], CheckReport.Open(findings, explained).Select(finding => finding.Rule));
    }

    private static List<UnitReport> History(params (string Item, int First, int Last, decimal Amount)[] series) =>
        [.. from one in series from month in Enumerable.Range(one.First, one.Last - one.First + 1) select new UnitReport("U", Period.OfMonth(2026, month), [ReportedValue.Of(one.Item, one.Amount)])];

    private static ReportContent Content(params (string Key, string Typed)[] cells) => ReportContent.Empty.With(cells.Select(cell => KeyValuePair.Create(cell.Key, new CellEntry(cell.Typed))));

    private static CheckedReport Report(ReportContent content, IReadOnlyList<UnitReport> history) =>
        new(Sheet, Qinghe, content, new ReportingUnit("U", new Dictionary<string, IReadOnlyList<string>>()), June, history);

    private static IReadOnlyList<Finding> Find(params (string Key, string Typed)[] cells) => Find([], cells);

    private static IReadOnlyList<Finding> Find(IReadOnlyList<UnitReport> history, (string Key, string Typed)[] cells) => CheckReport.Of(Report(Content(cells), history));
}
