using Lianzhang.Core.Assessment;

namespace Lianzhang.Core.Tests.Assessment;

/// <summary>Scores, what follows from them, and what changed.</summary>
public sealed class AssessSheetTests
{
    [Fact]
    public void Groups_are_ranked_apart_and_points_from_orders_are_taken_off()
    {
        var result = Assessed.Result(Assessed.Sheet);
        Assert.Equal([("a", 93.0, 2.0), ("b", 94.0, 1.0), ("c", 80.0, 3.0)], result.Scores.Units.Take(3).Select(unit => (unit.Unit, unit.Score!.Value, unit.Rank!.Value)));
        Assert.Equal((1.0, "优秀"), (result.Of("d").Rank, result.Of("d").Class));
        Assert.Null(result.Of("e").Rank);
        Assert.Contains(result.Of("a").Contributions, part => part is { Parent: "total", Child: "points", Points: -2 });
    }

    [Fact]
    public void What_follows_is_for_the_first_the_last_and_those_of_a_grade()
    {
        var drafted = DraftUses.Of(Assessed.Result(Assessed.Sheet)).Select(one => (one.Use.Code, one.Member)).ToList();
        Assert.Equal([("praise", "b"), ("praise", "d"), ("talk", "c"), ("talk", "d"), ("excellent", "b"), ("excellent", "a"), ("excellent", "d")], drafted);
    }

    [Fact]
    public void What_cost_most_is_told_against_the_best_of_the_group()
    {
        var result = Assessed.Result(Assessed.Sheet);
        Assert.Equal([new WeakPoint("points", 2)], FindWeakPoints.Of(result, "a"));
        Assert.Equal([new WeakPoint("ballot", 15)], FindWeakPoints.Of(result, "c"));
        // Alone in its group, or without a score.
        Assert.Empty(FindWeakPoints.Of(result, "d"));
        Assert.Empty(FindWeakPoints.Of(result, "e"));
        Assert.Equal(("观摩评议", "督办扣分"), (result.NameOf("ballot").Zh, result.NameOf("points").Zh));
    }

    [Fact]
    public void Points_of_a_part_count_by_the_weights_above_it()
    {
        var rules = Assessed.Rules
            .Replace("- {code: total, name: 总分, name_en: Total}", "- {code: total, name: 总分, name_en: Total}\n        - {code: work, name: 工作, name_en: Work, parent: total, weight: 0.4}", StringComparison.Ordinal)
            .Replace("- {code: ballot, parent: total, weight: 1}", "- {code: ballot, parent: work, weight: 1}\n        - {code: growth, name: 增速, name_en: Growth, parent: total, weight: 0.6}", StringComparison.Ordinal)
            .Replace("- {code: ballot, name: 观摩评议, name_en: Observation}", "- {code: ballot, name: 观摩评议, name_en: Observation}\n      - {code: growth, name: 增速, name_en: Growth}", StringComparison.Ordinal);
        var sheet = Assessed.Sheet with { Rules = rules, Rows = [.. Assessed.Sheet.Rows.Select(row => row with { Values = [.. row.Values, new AssessedValue("growth", 90, "月报")] })] };
        Assert.Equal([("ballot", 6.0)], FindWeakPoints.Of(Assessed.Result(sheet), "c").Select(weak => (weak.Code, Math.Round(weak.Lost, 6))));
    }

    [Fact]
    public void An_indicator_without_any_figure_is_left_out_where_the_plan_says_so()
    {
        var rules = Assessed.Rules
            .Replace("- {code: ballot, parent: total, weight: 1}", "- {code: ballot, parent: total, weight: 1}\n        - {code: survey, name: 满意度, name_en: Survey, parent: total, weight: 1, empty: leave_out}", StringComparison.Ordinal)
            .Replace("- {code: ballot, name: 观摩评议, name_en: Observation}", "- {code: ballot, name: 观摩评议, name_en: Observation}\n      - {code: survey, name: 测评, name_en: Survey}", StringComparison.Ordinal);
        var result = Assessed.Result(Assessed.Sheet with { Rules = rules });
        Assert.Equal(Assessed.Result(Assessed.Sheet).Scores.Units.Select(unit => unit.Score), result.Scores.Units.Select(unit => unit.Score));
        Assert.Equal("所有对象都没有数据、未计入的指标：满意度。其权重按比例计入同级其他指标。", result.LeftOut?.Zh);
        Assert.Equal(20, AssessSheet.Robust(Assessed.Sheet with { Rules = rules })!.Runs);
        Assert.Null(Assessed.Result(Assessed.Sheet).LeftOut);
        Assert.Equal("指标 满意度 没有任何数据", AssessSheet.Run(Assessed.Sheet with { Rules = rules.Replace(", empty: leave_out", "", StringComparison.Ordinal) }).Faults[0].Message.Zh);
    }

    [Fact]
    public void Who_shares_the_last_rank_that_counts_is_among_them()
    {
        var tied = Assessed.Sheet.With("c", "ballot", 93, "更正");
        Assert.Equal(["a", "c"], DraftUses.Of(Assessed.Result(tied)).Where(one => one.Use.Code == "talk" && one.Member is "a" or "c").Where(one => one.Use.Code == "talk").Select(one => one.Member).Order());
    }

    [Fact]
    public void A_comparison_tells_own_figures_from_those_of_others()
    {
        var after = Assessed.Sheet.With("b", "ballot", 92, "异议成立");
        var compared = CompareAssessments.Of(Assessed.Sheet, Assessed.Result(Assessed.Sheet), after, Assessed.Result(after));
        Assert.True(compared.SameRules);
        var (a, b) = (compared.Members.First(one => one.Code == "a"), compared.Members.First(one => one.Code == "b"));
        Assert.Equal((2.0, 1.0, 0), (a.RankBefore, a.RankAfter, a.Figures.Count));
        Assert.Equal(new ChangedFigure("ballot", 94, 92, "异议成立"), Assert.Single(b.Figures));
        Assert.Equal((94.0, 92.0, 1.0, 2.0), (b.ScoreBefore, b.ScoreAfter, b.RankBefore, b.RankAfter));
    }

    [Fact]
    public void Two_assessments_are_told_apart_by_places_parts_and_rules()
    {
        var rules = Assessed.Rules
            .Replace("- {step: grades, method: grades}", "- {step: bounds, method: limit, columns: [total], cap: 94}", StringComparison.Ordinal)
            .Replace("{code: ballot, parent: total, weight: 1}", "{code: ballot, parent: total, weight: 2.5}", StringComparison.Ordinal);
        var after = Assessed.Sheet.With("a", "points", 0, "更正").With("c", "ballot", 90, "更正") with { Rules = rules };
        after = after with { Rows = [.. after.Rows.Where(row => row.Code != "e"), after.Rows[4] with { Code = "f" }] };
        var compared = CompareAssessments.Of(Assessed.Sheet, Assessed.Result(Assessed.Sheet), after, Assessed.Result(after));

        Assert.Equal(["a", "b", "c", "d", "f", "e"], compared.Members.Select(member => member.Code));
        Assert.Equal((1.0, 1.0, 94.0), (compared.Members[0].Places, compared.Members[0].Moved, compared.Members[0].ScoreAfter));
        // Two points that were taken off are not any more; the cap keeps one of them back.
        Assert.Equal((-1.0, new MovedPart("points", -2, 0, 2)), (compared.Members[0].Rest, Assert.Single(compared.Members[0].Parts)));
        Assert.Null(compared.Members[2].Rest);
        Assert.Equal((0.0, new MovedPart("ballot", 80, 90, 10)), (compared.Members[2].Places, Assert.Single(compared.Members[2].Parts)));
        Assert.Equal([new MovedIndicator("ballot", 10.0 / 4, 10.0 / 4), new MovedIndicator("points", 2.0 / 4, 2.0 / 4)], compared.Indicators);
        Assert.All(compared.Members.Skip(4), member => Assert.Null(member.Moved));
        Assert.Equal(["indicators ballot Changed weight", "steps bounds limit Added step,cap,columns", "steps grades grades Removed step"], compared.Rules.Select(rule => $"{rule.List} {rule.Key} {rule.Kind} {string.Join(',', rule.Fields.Select(field => field.Field))}"));
        Assert.Equal(("1", "2.5"), (compared.Rules[0].Fields[0].Before, compared.Rules[0].Fields[0].After));
        Assert.False(compared.SameRules);
    }

    [Fact]
    public void A_part_of_one_assessment_alone_gave_nothing_to_the_other_and_has_no_score_there()
    {
        var rules = Assessed.Rules
            .Replace("{code: ballot, parent: total, weight: 1}", "{code: ballot, parent: total, weight: 1}\n        - {code: survey, parent: total, weight: 1}", StringComparison.Ordinal)
            .Replace("- {code: ballot, name: 观摩评议, name_en: Observation}", "- {code: ballot, name: 观摩评议, name_en: Observation}\n      - {code: survey, name: 测评, name_en: Survey}", StringComparison.Ordinal);
        var after = Assessed.Sheet with { Rules = rules, Rows = [.. Assessed.Sheet.Rows.Select(row => row with { Values = [.. row.Values, new AssessedValue("survey", 90, "测评")] })] };
        var compared = CompareAssessments.Of(Assessed.Sheet, Assessed.Result(Assessed.Sheet), after, Assessed.Result(after));
        var c = compared.Members.Single(member => member.Code == "c");
        Assert.Equal(5, c.Moved);
        Assert.Equal([new MovedPart("survey", null, 90, 45), new MovedPart("ballot", 80, 80, -40)], c.Parts);
        Assert.Contains(new MovedIndicator("survey", null, 45), compared.Indicators);
    }

    [Fact]
    public void Steps_that_change_places_and_keys_of_the_plan_are_told()
    {
        var rules = Assessed.Rules
            .Replace("{step: grades, method: grades}", "LAST", StringComparison.Ordinal)
            .Replace("{step: orders, method: deduction, counts: [{column: points, each: 1}]}", "{step: grades, method: grades}", StringComparison.Ordinal)
            .Replace("LAST", "{step: orders, method: deduction, counts: [{column: points, each: 1}]}", StringComparison.Ordinal)
            .Replace("every: quarter", "every: quarter\n    publicity_days: 5", StringComparison.Ordinal).Replace("seed: 7", "seed: 8", StringComparison.Ordinal).Replace("score: total", "score: total\n      ties: dense", StringComparison.Ordinal);
        var after = Assessed.Sheet with { Rules = rules };
        var compared = CompareAssessments.Of(Assessed.Sheet, Assessed.Result(Assessed.Sheet), after, Assessed.Result(after));
        Assert.Equal(["plan: publicity_days 3 → 5", "scoring: ties competition → dense", "scoring: robustness weights: 0.25, runs: 20, sobol: 0, seed: 7 → weights: 0.25, runs: 20, sobol: 0, seed: 8", "steps: order together, orders, grades → together, grades, orders"],
            compared.Rules.SelectMany(rule => rule.Fields.Select(field => $"{rule.List}: {field.Field} {field.Before} → {field.After}")));
    }

    [Fact]
    public void Rules_that_cannot_be_read_and_plans_that_are_not_there_are_told()
    {
        Assert.Contains("quarters", Assert.Single(AssessSheet.Run(Assessed.Sheet with { Plan = "quarters" }).Faults).ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(AssessSheet.Run(Assessed.Sheet with { Rules = "plans: [" }).Faults);
        Assert.NotEmpty(AssessSheet.Run(Assessed.Sheet with { Rules = string.Empty }).Faults);
        // Persons are never ranked.
        Assert.Contains("persons", AssessSheet.Run(Assessed.Sheet with { Rules = Assessed.Rules.Replace("compares: regions", "compares: persons", StringComparison.Ordinal) }).Faults[0].ToString(), StringComparison.Ordinal);
    }
}
