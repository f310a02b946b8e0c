namespace Lianzhang.Core.Tests.Scoring;

/// <summary>The rules found in assessments, each by numbers worked out by hand.</summary>
public sealed class AssessingTests
{
    [Fact]
    public void Efficacy_gives_60_to_the_worst_and_100_to_the_best() =>
        Scored.Same(Scored.One("method: efficacy", "10 20 15 NA"), 60, 100, 80, null);

    [Fact]
    public void Efficacy_turns_what_is_better_when_it_goes_down() =>
        Scored.Same(Scored.One("method: efficacy", "10 20 15", "direction: down"), 100, 60, 80);

    [Fact]
    public void Efficacy_by_stated_ends_is_capped_or_goes_on()
    {
        Scored.Same(Scored.One("method: efficacy", "5 25 15", "low: 10, high: 20"), 60, 100, 80);
        Scored.Same(Scored.One("method: efficacy, cap: false", "5 25 15", "low: 10, high: 20"), 40, 120, 80);
        Scored.Same(Scored.One("method: efficacy", "5 25 15", "low: 10, high: 20, direction: down"), 100, 60, 80);
    }

    [Fact]
    public void Level_and_growth_are_weighed_40_to_60()
    {
        // Levels 200, 100, 150: efficacy 100, 60, 80. Growth from 160, 100, 100: 25 %, 0 %, 50 %: efficacy 80, 60, 100.
        const string Spec = "score: x\nindicators:\n- {code: x, previous: before}\nsteps:\n- {step: s, method: level_growth}\n";
        Scored.Same(Scored.By(Spec, "unit,x,before\na,200,160\nb,100,100\nc,150,100\n").Column("x"), (0.4 * 100) + (0.6 * 80), 60, (0.4 * 80) + (0.6 * 100));
    }

    [Fact]
    public void Growth_may_be_a_column_of_its_own_and_missing_growth_leaves_no_points()
    {
        const string Spec = "score: x\nindicators:\n- {code: x, growth: g}\nsteps:\n- {step: s, method: level_growth, level_share: 0.5, base: 0}\n";
        Scored.Same(Scored.By(Spec, "unit,x,g\na,2,1\nb,1,3\nc,3,NA\n").Column("x"), 25, 50, null);
    }

    [Fact]
    public void A_tenth_of_a_point_for_a_tenth_of_a_percentage_point_against_the_city()
    {
        Scored.Same(Scored.One("method: against_reference", "6.5 6.0 5.3", "reference: 6.0"), 60.5, 60, 59.3);
        Scored.Same(Scored.One("method: against_reference, base: 80, points: 1, floor: 78, cap: 82", "6.5 6.0 5.3", "reference: 6.0"), 82, 80, 78);
        Scored.Same(Scored.One("method: against_reference", "6.5 5.3", "reference: 6.0, direction: down"), 59.5, 60.7);
    }

    [Fact]
    public void A_target_reached_is_full_and_else_none()
    {
        Scored.Same(Scored.One("method: target_reached, full: 20", "99.9 100 NA", "target: 100"), 0, 20, null);
        Scored.Same(Scored.One("method: target_reached", "99.9 100 100.1", "target: 100, direction: down"), 100, 100, 0);
    }

    [Fact]
    public void Ranks_step_down_by_5_per_cent_and_share_on_ties() =>
        Scored.Same(Scored.One("method: rank_steps, full: 20", "3 9 7 7 NA"), 17, 20, 19, 19, null);

    [Fact]
    public void Ranks_step_down_to_the_floor() =>
        Scored.Same(Scored.One("method: rank_steps, less: 30, floor: 50", "4 3 2 1"), 100, 70, 50, 50);

    [Fact]
    public void Ranks_step_down_within_groups() =>
        Scored.Same(Scored.By("score: x\ngroup: kind\nindicators:\n- {code: x}\nsteps:\n- {step: s, method: rank_steps}\n", "unit,kind,x\na,county,1\nb,district,5\nc,county,2\nd,district,9\n").Column("x"), 95, 95, 100, 100);

    [Fact]
    public void A_part_for_the_target_and_the_rest_by_rank() =>
        Scored.Same(Scored.One("method: target_and_rank", "120 100 80", "target: 100"), 100, 60 + 38, 36);

    [Fact]
    public void Each_point_short_of_the_plan_costs_a_tenth() =>
        Scored.Same(Scored.One("method: shortfall, full: 25, points: 0.1", "100 90 130 NA", "target: 100"), 25, 24, 25, null);

    [Fact]
    public void Reports_that_are_missing_cost_10_and_empty_ones_5()
    {
        const string Spec = """
            score: reports
            indicators:
            - {code: reports}
            steps:
            - step: counted
              method: counted_points
              into: reports
              counts:
              - {column: missing, each: -10}
              - {column: empty, each: -5}
            """;
        var result = Scored.By(Spec, "unit,missing,empty\na,0,0\nb,2,1\nc,NA,3\n");
        Scored.Same(result.Scores(), 100, 75, 85);
        Scored.Same([.. result.Units[1].Contributions.Select(each => each.Points)], -20, -5);
    }

    [Fact]
    public void Base_80_cap_100_done_plus_2_late_minus_5()
    {
        const string Spec = """
            score: tasks
            indicators:
            - {code: tasks}
            steps:
            - step: counted
              method: counted_points
              into: tasks
              start: 80
              cap: 100
              counts:
              - {column: done, each: 2}
              - {column: late, each: -5}
            """;
        Scored.Same(Scored.By(Spec, "unit,done,late\na,12,0\nb,5,1\nc,0,2\n").Scores(), 100, 85, 70);
    }

    [Fact]
    public void A_bonus_is_capped_at_a_share_of_the_base_and_its_lines_add_up()
    {
        const string Spec = "score: x\nindicators:\n- {code: x}\nsteps:\n- {step: bonus, method: bonus, cap_share: 0.1, base: 50, counts: [{column: praise, each: 3}]}\n";
        var result = Scored.By(Spec, "unit,x,praise\na,80,1\nb,80,4\nc,NA,1\n");
        Scored.Same(result.Scores(), 83, 85, null);
        Assert.Equal(5, result.Units[1].Contributions.Sum(each => each.Points));
    }

    [Fact]
    public void Deductions_stop_at_the_most_that_is_taken_and_at_the_floor()
    {
        const string Spec = "score: x\nindicators:\n- {code: x}\nsteps:\n- {step: off, method: deduction, most: 5, floor: 0, counts: [{column: yellow, each: -1}, {column: red, each: -2}]}\n";
        Scored.Same(Scored.By(Spec, "unit,x,yellow,red\na,80,1,1\nb,80,2,3\nc,2,4,0\n").Scores(), 77, 75, 0);
    }

    [Fact]
    public void A_veto_leaves_no_more_than_it_allows()
    {
        const string Spec = "score: x\nindicators:\n- {code: x}\nsteps:\n- {step: veto, method: veto, by: accidents, at_most: 60}\n- {step: limit, method: limit, cap: 100}\n";
        Scored.Same(Scored.By(Spec, "unit,x,accidents\na,110,0\nb,95,1\nc,50,2\nd,90,\n").Scores(), 100, 60, 50, 90);
    }

    [Fact]
    public void Grades_begin_at_90_and_at_80() =>
        Assert.Equal("优秀良好良好一般-", Scored.By("score: x\nindicators:\n- {code: x}\nsteps:\n- {step: grades, method: grades}\n", "unit,x\na,90\nb,89.99999\nc,80\nd,79.9\ne,NA\n").Classes());

    [Fact]
    public void Grades_are_given_on_rounded_scores() =>
        Assert.Equal("优秀良好", Scored.By("score: x\nindicators:\n- {code: x}\nsteps:\n- {step: grades, method: grades}\n", "unit,x\na,89.9999999\nb,89.999\n").Classes());
}
