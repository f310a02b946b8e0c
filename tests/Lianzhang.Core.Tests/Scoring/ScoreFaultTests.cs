namespace Lianzhang.Core.Tests.Scoring;

/// <summary>Everything that is wrong is told with file and line, and no score is given.</summary>
public sealed class ScoreFaultTests
{
    private const string Csv = "unit,a,b\np,1,2\nq,3,4\n";
    private const string Sound = "aggregates:\n- {code: top}\nindicators:\n- {code: a, parent: top, weight: 1}\n- {code: b, parent: top, weight: 1}\nsteps:\n- {step: up, method: arithmetic}\n";

    [Fact]
    public void Sound_files_score() => Scored.Same(Scored.By(Sound, Csv).Scores(), 1.5, 3.5);

    [Theory]
    [InlineData("code: b,", "code: bb, column: b,", "")]
    [InlineData("code: b,", "code: c,", "5:10: the data has no column c")]
    [InlineData("code: b,", "code: b, denominator: people,", "5:26: the data has no column people")]
    [InlineData("code: b,", "code: a,", "5:10: the code a is there twice")]
    [InlineData("parent: top, weight: 1}\n- {code: b, parent: top", "parent: top, weight: 1}\n- {code: b, parent: tip", "5:21: unknown code tip; did you mean top?")]
    [InlineData("code: b, parent: top, weight: 1", "code: b, parent: top", "5:3: b has no weight, and no step weighs what is below top")]
    [InlineData("code: b, parent: top, weight: 1", "code: b, parent: top, weight: -1", "5:34: the weight of b is negative")]
    [InlineData("weight: 1", "weight: 0", "4:34: the weights below top sum to zero")]
    [InlineData("code: b,", "code: b, direction: neutral,", "5:24: what is scored is better when it goes up or when it goes down")]
    [InlineData("code: b,", "code: b, wheight: 1,", "5:13: unknown key wheight; did you mean weight?")]
    [InlineData("- {code: top}", "- {code: top}\n- {code: empty}", "3:10: empty has nothing below it")]
    [InlineData("method: arithmetic", "method: arithmetical", "7:22: 'arithmetical' is none of")]
    [InlineData("method: arithmetic", "level: 2", "7:3: missing key method")]
    [InlineData("method: arithmetic", "method: arithmetic, exponent: 2", "7:34: unknown key exponent")]
    [InlineData("method: arithmetic", "method: generalised", "7:3: missing key exponent")]
    [InlineData("- {step: up, method: arithmetic}", "- {step: up, method: arithmetic}\n- {step: up, method: grades}", "8:10: the step up is there twice")]
    [InlineData("- {step: up, method: arithmetic}", "- {step: up, method: veto, by: orders}", "7:32: the data has no column orders")]
    [InlineData("- {step: up, method: arithmetic}", "- {step: up, method: min_max, columns: [top]}", "7:40: column top has not been made yet")]
    [InlineData("- {step: up, method: arithmetic}", "- {step: up, method: grades}", "7:3: the score top has not been made yet")]
    [InlineData("- {step: up, method: arithmetic}", "- {step: up, method: min_max}", "no unit has come to a top")]
    [InlineData("aggregates:\n", "score: tap\naggregates:\n", "1:8: unknown code tap; did you mean top?")]
    [InlineData("aggregates:\n", "unit: name\naggregates:\n", "data.csv:1: there is no column name")]
    [InlineData("aggregates:\n", "group: unlt\naggregates:\n", "data.csv:1: there is no column unlt; did you mean unit?")]
    [InlineData("aggregates:\n", "best: neutral\naggregates:\n", "1:7: best is up or down")]
    public void Told_of_the_specification(string sound, string damaged, string message)
    {
        if (message.Length == 0)
            Scored.Same(Scored.By(Sound.Replace(sound, damaged, StringComparison.Ordinal), Csv).Scores(), 1.5, 3.5);
        else
            Assert.Contains(Scored.Outcome(Sound.Replace(sound, damaged, StringComparison.Ordinal), Csv).Faults, fault => fault.ToString().Contains(message, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("q,3,four", "data.csv:3: column b: 'four' is not a number")]
    [InlineData("q,3,1e999", "data.csv:3: column b: '1e999' is not a number")]
    [InlineData("q,3,NaN", "data.csv:3: column b: 'NaN' is not a number")]
    [InlineData("q,3", "data.csv:3: has 2 cells, the header has 3")]
    [InlineData("p,3,4", "spec.yaml:1:1: the unit p is there twice")]
    [InlineData(",3,4", "data.csv:3: names no unit")]
    public void Told_of_the_data(string row, string message) => Assert.Equal(message, Scored.Refused(Sound, Csv.Replace("q,3,4", row, StringComparison.Ordinal)));

    [Fact]
    public void Told_of_empty_files_and_columns()
    {
        Assert.Equal("data.csv: file is empty", Scored.Refused(Sound, ""));
        Assert.Equal("spec.yaml: file is empty", Scored.Refused("", Csv));
        Assert.Equal("spec.yaml:1:1: the data has no units", Scored.Refused(Sound, "unit,a,b\n"));
        Assert.Equal("data.csv:1: the column a is there twice", Scored.Refused(Sound, "unit,a,a\n"));
        Assert.Equal("spec.yaml:5:10: the indicator b has no value at all", Scored.Refused(Sound, "unit,a,b\np,1,NA\nq,2,\n"));
        Assert.Contains("a field is longer than 2000 characters", Scored.Refused(Sound, $"unit,a,b\np,1,{new string('9', 3000)}\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void Parents_that_run_in_a_circle_are_refused_each()
    {
        const string Circle = "score: x\naggregates:\n- {code: x, parent: y}\n- {code: y, parent: x}\nindicators:\n- {code: a, parent: x}\nsteps: []\n";
        Assert.Equal(
            ["spec.yaml:3:21: the parents of x lead back to itself", "spec.yaml:4:21: the parents of y lead back to itself"],
            Scored.Outcome(Circle, Csv).Faults.Select(fault => fault.ToString()));
    }

    [Fact]
    public void Two_tops_need_to_say_which_one_ranks()
    {
        const string Two = "aggregates:\n- {code: x}\n- {code: y}\nindicators:\n- {code: a, parent: x, weight: 1}\n- {code: b, parent: y, weight: 1}\nsteps:\n- {step: up, method: arithmetic}\n";
        Assert.Equal("spec.yaml:1:1: there is no single aggregate at the top; say by score what ranks", Scored.Refused(Two, Csv));
        Scored.Same(Scored.By("score: y\n" + Two, Csv).Scores(), 2, 4);
    }

    [Fact]
    public void Columns_that_are_not_named_may_hold_anything() =>
        Scored.Same(Scored.By(Sound, "name,unit,a,b\np,x,1,2\nq,y,3,4\n").Scores(), 1.5, 3.5);

    [Fact]
    public void A_table_that_is_handed_in_is_checked_as_well()
    {
        var spec = new Core.Scoring.ScoreSpec([new("a")], [new Core.Scoring.Normalising.MinMax("scaled")], Score: "a");
        var nothing = Core.Scoring.Pipeline.Run(spec, new Core.Scoring.ScoreTable(["p", "q"], [new("a", [1, double.NaN])]));
        Assert.Equal("unit: the column a has a value that is not a finite number", Assert.Single(nothing.Faults).ToString());
        var constant = Core.Scoring.Pipeline.Run(spec, new Core.Scoring.ScoreTable(["p", "q"], [new("a", [1, 1])]));
        Assert.StartsWith("scaled: all values of a are equal", Assert.Single(constant.Faults).ToString(), StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new Core.Scoring.ScoreTable(["p"], [new("a", [1, 2])]));
    }
}
