using Lianzhang.Core.Programmes;
using Lianzhang.Core.Scoring.Robust;

namespace Lianzhang.Core.Tests.Scoring;

/// <summary>Indicators without any value are refused, or left out where the specification says so.</summary>
public sealed class LeaveOutTests
{
    private const string Data = "unit,a,b,c,d\np,10,NA,30,NA\nq,20,NA,50,NA\n";

    private const string Spec = """
        score: total
        aggregates:
        - {code: total}
        - {code: one, parent: total, weight: 60}
        - {code: two, parent: total, weight: 40}
        indicators:
        - {code: a, parent: one, weight: 10}
        - {code: b, parent: one, weight: 30, empty: leave_out}
        - {code: c, parent: one, weight: 20}
        - {code: d, parent: two, weight: 40, empty: leave_out}
        steps:
        - {step: bounds, method: limit, columns: [a, b, c, d], floor: 0}
        - {step: total, method: METHOD}
        """;

    [Theory]
    // 10 and 20 of 30 below one; two has nothing left, so that one is the whole.
    [InlineData("arithmetic", 23.333333333333332, 40)]
    // The weights below one still sum to 60, and one counts for 100.
    [InlineData("weighted_sum", 100 * ((20 * 10) + (40 * 30)), 100 * ((20 * 20) + (40 * 50)))]
    public void What_is_left_out_leaves_its_weight_to_what_is_beside_it(string method, double p, double q)
    {
        var result = Scored.By(Spec.Replace("METHOD", method, StringComparison.Ordinal), Data);
        Scored.Same(result.Scores(), p, q);
        Assert.Equal(["b", "d"], result.LeftOut);
        Assert.DoesNotContain(result.Nodes, node => node.Code is "b" or "d" or "two");
        Assert.Equal(["a", "c", "total", "one"], result.Trace[^1].Columns);
    }

    [Fact]
    public void Nothing_is_left_out_of_which_somebody_has_a_value()
    {
        var result = Scored.By(Spec.Replace("METHOD", "arithmetic", StringComparison.Ordinal), Data.Replace("q,20,NA,50,NA", "q,20,40,50,60", StringComparison.Ordinal));
        Assert.Empty(result.LeftOut);
        Assert.Equal(6 + 1, result.Nodes.Count);
    }

    [Fact]
    public void An_indicator_without_any_value_is_refused_unless_the_specification_says_otherwise()
    {
        var spec = Spec.Replace("METHOD", "arithmetic", StringComparison.Ordinal);
        Assert.Equal("spec.yaml:8:10: the indicator b has no value at all", Scored.Refused(spec.Replace("weight: 30, empty: leave_out", "weight: 30", StringComparison.Ordinal), Data));
        // With all of them left out there would be nothing to score.
        Assert.Equal(4, Scored.Outcome(spec.Replace("weight: 10}", "weight: 10, empty: leave_out}", StringComparison.Ordinal).Replace("weight: 20}", "weight: 20, empty: leave_out}", StringComparison.Ordinal), "unit,a,b,c,d\np,,,,\n").Faults.Count);
        Assert.EndsWith("'drop' is not one of refuse, leave_out", Scored.Refused(spec.Replace("weight: 30, empty: leave_out", "weight: 30, empty: drop", StringComparison.Ordinal), Data), StringComparison.Ordinal);
    }

    [Fact]
    public void A_fault_of_a_step_stands_where_it_was_written_though_something_was_left_out() =>
        Assert.StartsWith("spec.yaml:12:3: a of p is 10: ", Scored.Refused(Spec.Replace("method: limit, columns: [a, b, c, d], floor: 0", "method: log, columns: [a, b, c, d], shift: -15", StringComparison.Ordinal).Replace("METHOD", "arithmetic", StringComparison.Ordinal), Data), StringComparison.Ordinal);

    [Fact]
    public void Ranks_are_tried_without_what_was_left_out()
    {
        var spec = ReadScoreSpec.Read(new("spec.yaml", Spec.Replace("METHOD", "arithmetic", StringComparison.Ordinal) + """

            robustness:
              runs: 10
              alternatives: [{step: bounds, methods: [{step: bounds, method: min_max, columns: [a, b, c, d]}]}]
            """)).Value!;
        var tested = TestRobustness.Run(spec.Spec, ReadScoreTable.Read(new("data.csv", Data), spec.Spec).Value!, placeOf: spec.PlaceOf);
        Assert.True(tested.Succeeded(out var robust), string.Join('\n', tested.Faults));
        Assert.Equal(["a", "c"], robust.Removals.Select(removal => removal.Code));
        Assert.All(robust.Units, unit => Assert.Equal(Steadiness.Firm, unit.Steadiness));
    }
}
