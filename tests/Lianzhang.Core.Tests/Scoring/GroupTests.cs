using Lianzhang.Core.Judgement;
using Lianzhang.Core.Scoring;

namespace Lianzhang.Core.Tests.Scoring;

/// <summary>Ranks with ties, and groups that are compared apart.</summary>
public sealed class GroupTests
{
    private const string Csv = "unit,kind,x\na,county,10\nb,zone,5\nc,county,30\nd,zone,7\ne,county,20\n";

    private static string Spec(string groups) => $"score: x\ngroup: kind\n{groups}\nindicators:\n- {{code: x}}\nsteps:\n- {{step: scaled, method: min_max}}\n";

    [Theory]
    [InlineData(Ties.Competition, 1, 2, 2, 4)]
    [InlineData(Ties.Dense, 1, 2, 2, 3)]
    [InlineData(Ties.Average, 1, 2.5, 2.5, 4)]
    [InlineData(Ties.Last, 1, 3, 3, 4)]
    public void Those_that_are_equal_share_a_rank(Ties ties, double first, double second, double third, double fourth) =>
        Assert.Equal([first, second, third, null, fourth], Ranking.Of([9, 7, 7, null, 1], Direction.Up, ties));

    [Fact]
    public void Ranked_groups_are_scored_together()
    {
        var result = Scored.By(Spec("groups: ranked"), Csv);
        Scored.Same(result.Scores(), 20, 0, 100, 8, 60);
        Scored.Same(result.Ranks(), 3, 2, 1, 1, 2);
    }

    [Fact]
    public void Groups_apart_are_scored_as_if_the_others_were_not_there()
    {
        var result = Scored.By(Spec("groups: apart"), Csv);
        Scored.Same(result.Scores(), 0, 0, 100, 100, 50);
        Scored.Same(result.Ranks(), 3, 2, 1, 1, 2);
        Assert.Equal(["a", "b", "c", "d", "e"], result.Trace[1].Rows.Select(row => row.Name));
    }

    [Fact]
    public void Groups_may_be_ranked_together() => Scored.Same(Scored.By(Spec("groups: together"), Csv).Ranks(), 3, 5, 1, 4, 2);

    [Fact]
    public void The_lowest_may_be_the_best() => Scored.Same(Scored.By(Spec("best: down"), Csv).Ranks(), 1, 1, 3, 2, 2);

    [Fact]
    public void Ranks_go_by_scores_rounded_to_six_digits() =>
        Scored.Same(Scored.By("score: x\nindicators:\n- {code: x}\nsteps: []\n", "unit,x\na,1.00000001\nb,1\nc,0.9\n").Ranks(), 1, 1, 3);

    [Fact]
    public void Half_is_rounded_away_from_zero_and_there_is_no_negative_zero()
    {
        Assert.Equal(0.000001, Ranking.Round(0.0000005));
        Assert.False(double.IsNegative(Ranking.Round(-0.0000001)));
    }

    [Fact]
    public void Units_that_are_not_rated_neither_score_nor_move_others()
    {
        var result = Scored.By("score: x\nnot_rated: t\nindicators:\n- {code: x}\nsteps:\n- {step: scaled, method: min_max}\n", "unit,x,t\na,10,\nb,1000,1\nc,20,0\n");
        Scored.Same(result.Scores(), 0, null, 100);
        Assert.Equal([true, false, true], result.Units.Select(unit => unit.IsRated));
    }

    [Fact]
    public void Weights_by_figures_are_shown_for_each_group_apart()
    {
        const string Apart = "group: kind\ngroups: apart\naggregates:\n- {code: top}\nindicators:\n- {code: x, parent: top}\n- {code: y, parent: top}\nsteps:\n- {step: weights, method: entropy_weights}\n- {step: up, method: arithmetic}\n";
        var result = Scored.By(Apart, "unit,kind,x,y\na,county,1,1\nb,county,3,1\nc,zone,1,1\nd,zone,1,3\n");
        Assert.Equal(["data", "weights (county)", "weights (zone)", "up"], result.Trace.Select(table => table.Step));
        Scored.Same([.. result.Trace[1].Rows.Select(row => row.Values[0])], 1, 0);
        Scored.Same([.. result.Trace[2].Rows.Select(row => row.Values[0])], 0, 1);
    }
}
