using Lianzhang.Core.Facts;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Reporting;
using Lianzhang.Storage;

namespace Lianzhang.Platform.Tests.Reporting;

/// <summary>What a reviewer sees beside each cell.</summary>
public sealed class ReviewLineTests(PostgresCluster cluster)
{
    [Fact]
    public async Task Each_cell_stands_beside_what_was_said_before_and_in_the_version_before()
    {
        var (opened, clerk, reviewer, id) = await Rounds.Open(StoreKind.Sqlite, cluster);
        await using var store = opened;
        await store.Do(new AppendFacts(FactOrigin.Generated, "before", "test",
        [
            new UnitReport(Rounds.Enterprise, Period.OfMonth(2026, 5), [ReportedValue.Of("firm_revenue", 1_000), ReportedValue.Missing("firm_staff", "未统计")]),
            new UnitReport(Rounds.Enterprise, Period.OfMonth(2025, 6), [ReportedValue.Of("firm_revenue", 1_601)]),
        ]));
        await store.Do(new SaveDraft(id, Rounds.Good), clerk);
        await store.Do(new SubmitReport(id), clerk);
        await store.Do(new ReturnReport(id, new Dictionary<string, string> { [string.Empty] = "请核实" }), reviewer);
        await store.Do(new SaveDraft(id, new Dictionary<string, CellEntry>
        {
            ["01.month"] = new("1200.50"),
            ["02.ytd"] = new("不适用"),
            ["03.month"] = new("缺报", "台账未归集"),
            ["products.1.name"] = new(string.Empty),
            ["products.1.output"] = new(string.Empty),
            ["products.2.name"] = new("小米"),
            ["products.2.output"] = new("90", Note: "新品", Flags: FactFlags.Provisional),
        }), clerk);
        await store.Do(new SubmitReport(id), clerk);

        var parts = ReviewLines.Of(await store.Do(new GetReport(id), reviewer));
        var lines = parts.SelectMany(part => part.Lines).ToDictionary(line => line.Cell.Key);
        var revenue = lines["01.month"];
        Assert.Equal((1200.5m, 20.0m, -25.0m, null), (revenue.Answer.Amount, decimal.Round(revenue.OnPeriod!.Value), decimal.Round(revenue.OnYear!.Value), revenue.Was));
        // What is not applicable or missing is no number: nothing is compared with it.
        Assert.Equal((FactState.NotApplicable, null, "30"), (lines["02.ytd"].Answer.State, lines["02.ytd"].OnPeriod, lines["02.ytd"].Was));
        Assert.Equal((FactState.Missing, "台账未归集", "缺报", "45"), (lines["03.month"].Answer.State, lines["03.month"].Answer.Words, lines["03.month"].Before.LastPeriod, lines["03.month"].Was));
        // A row that was taken out is shown, and those that nobody began are not.
        Assert.Equal(("80", false, "", true), (lines["products.1.output"].Was, lines["products.1.output"].Answer.IsAnswered, lines["products.2.output"].Was, lines.ContainsKey("products.2.name")));
        Assert.DoesNotContain("products.3.name", lines.Keys);
        Assert.Equal(FactFlags.Provisional, lines["products.2.output"].Entry!.Flags);
    }

    [Fact]
    public async Task What_was_found_stands_at_its_cell_with_what_the_unit_says()
    {
        var (opened, clerk, reviewer, id) = await Rounds.Open(StoreKind.Sqlite, cluster);
        await using var store = opened;
        await store.Do(new SaveDraft(id, Rounds.Good), clerk);
        await store.Do(new SubmitReport(id), clerk);
        var view = await store.Do(new GetReport(id), reviewer);
        var finding = new Finding("high", Core.Programmes.CheckWeight.Soft, ["03.month"], ("偏高", "high"), 7);
        var whole = new Finding("form", Core.Programmes.CheckWeight.Soft, [], ("全表", "all"));
        var shown = view with
        {
            Findings = [finding, whole],
            Content = view.Content.With([], new Dictionary<string, string> { [finding.Key] = "新招一批" }),
        };

        var line = ReviewLines.Of(shown).SelectMany(part => part.Lines).Single(line => line.Findings.Count > 0);
        Assert.Equal(("03.month", "新招一批"), (line.Cell.Key, Assert.Single(line.Findings).Explanation));
        Assert.Equal(new ReviewFinding(whole, null), Assert.Single(ReviewLines.OfWhole(shown)));
    }
}
