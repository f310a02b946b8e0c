using Lianzhang.Core.Explaining;
using Lianzhang.Core.Tests.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Explaining;

public sealed class ExplainFormulaTests
{
    private static readonly IReadOnlyList<SmallUnit> Units =
    [
        new("east", "solar", SmallUnit.Amount(100_000)),
        new("town", "coal", SmallUnit.Amount(0)),
        new("west", null, SmallUnit.Missing("停产")),
        new("west", null, SmallUnit.NotApplicable),
        new(SmallWorld.City, null, SmallUnit.Amount(25_000)),
        new("east", null, null),
        new("other", null, SmallUnit.Amount(1)),
    ];

    [Fact]
    public void Each_county_gives_its_part_and_what_lies_in_none_comes_last()
    {
        var aggregate = Single("sum(output)");

        Assert.Equal([("east", 10m, 1), ("west", 0m, 3), (null, 2.5m, 1)], aggregate.Parts.Select(part => (part.Region, part.Amount!.Value, part.Completeness.Asked)));
        Assert.Equal(12.5m, aggregate.Amount);
        Assert.Equal(FactState.Missing, aggregate.Reading.State);
    }

    [Fact]
    public void Completeness_tells_the_states_apart_and_why_something_is_missing()
    {
        var all = Single("sum(output)").Completeness;

        Assert.Equal((5, 3, 1, 1), (all.Asked, all.Answered, all.NotApplicable, all.Missing));
        Assert.Equal([new GapReason(new Text("停产"), 1)], all.Reasons);
    }

    [Fact]
    public void Every_unit_tells_what_it_answered()
    {
        var context = SmallWorld.Context(Units);
        var answers = ExplainFormula.Open(Sample.Parse("sum(output)"), context, 0)!.Units;

        Assert.Equal(["u1", "u2", "u3", "u4", "u5"], answers.Select(answer => answer.Unit));
        Assert.Equal(new UnitAnswer("u1", "east", FactState.Value, 10, null), answers[0]);
        Assert.Equal(new UnitAnswer("u3", "west", FactState.Missing, null, new Text("停产")), answers[2]);
        Assert.Null(ExplainFormula.Open(Sample.Parse("sum(output)"), context, 1));
        Assert.Null(ExplainFormula.Open(Sample.Parse("sum(output)"), context, -1));
    }

    [Fact]
    public void What_stands_in_for_a_gap_counts_and_the_gap_is_still_told()
    {
        var aggregate = Single("sum(default(output, 5 万元))");
        Assert.Equal(22.5m, aggregate.Amount);
        Assert.Equal((3, 1, 1), (aggregate.Completeness.Answered, aggregate.Completeness.NotApplicable, aggregate.Completeness.Missing));
    }

    [Fact]
    public void Aggregates_are_told_with_the_period_that_they_are_asked_of()
    {
        Assert.Equal([("sum(output)", "2025-01"), ("sum(output)", "2024-01")], Asked("yoy(sum(output))"));
        Assert.Equal([("sum(output)", "2025-01")], Asked("indicator(whole) + sum(output)"));
        Assert.Equal([("sum(output)", "2024-12"), ("count(units)", "2025-01")], Asked("prior(sum(output)) / count(units)"));

        static IEnumerable<(string, string)> Asked(string formula) => Explain(formula).Aggregates.Select(aggregate => (aggregate.Formula.ToString(), aggregate.Period.ToString()));
    }

    [Fact]
    public void Groups_are_told_as_one_and_without_parts()
    {
        var aggregate = Single("count(regions where sum(default(output, 0)) > 0 元)");
        Assert.Equal((AggregateKind.Groups, null, 0), (aggregate.Kind, aggregate.Amount, aggregate.Parts.Count));
        Assert.Equal((2m, "个"), (aggregate.Reading.Amount, aggregate.Unit.Symbol));
    }

    [Fact]
    public void Each_group_tells_what_the_condition_asks_of_it_and_whether_it_holds()
    {
        var groups = Single("count(regions where sum(default(output, 0)) > 0 元 and count(units) < 3 家)").Groups!;

        Assert.Equal("region", groups.Attribute);
        Assert.Equal([("sum(default(output, 0))", "万元"), ("count(units)", "家")], groups.Asked.Select(asked => (asked.Formula.ToString(), asked.Unit.Symbol)));
        Assert.Equal(
            [(SmallWorld.City, true, 1, 2.5m), ("east", true, 2, 10m), ("town", false, 1, 0m), ("west", false, 2, 0m)],
            groups.Groups.Select(group => (group.Code, group.Holds!.Value, group.Units, group.Amounts[0]!.Value)));
        Assert.Null(Single("sum(output)").Groups);
    }

    [Fact]
    public void A_group_of_which_something_is_missing_cannot_be_told()
    {
        var groups = Single("count(regions where sum(output) > 0 元)").Groups!;
        Assert.Equal((null, null), groups.Groups.Where(group => group.Code == "west").Select(group => (group.Holds, group.Amounts[0])).Single());
    }

    [Fact]
    public void More_than_can_be_shown_are_counted()
    {
        var explained = Explain("rolling(sum(output), 30)");
        Assert.Equal((ExplainFormula.MostAggregates, 6), (explained.Aggregates.Count, explained.Left));
    }

    [Fact]
    public void A_published_figure_is_named_and_asks_no_units()
    {
        var context = SmallWorld.Context([], figures: [Sample.Figure("gdp", "2025-01", 4, "亿元", SmallWorld.City)]);
        var explained = ExplainFormula.Explain(Sample.Parse("value(gdp)"), context);
        Assert.Empty(explained.Aggregates);
        Assert.Equal("gdp", Assert.Single(explained.Figures).Item);
    }

    private static Explanation Explain(string formula) => ExplainFormula.Explain(Sample.Parse(formula), SmallWorld.Context(Units));

    private static ExplainedAggregate Single(string formula) => Assert.Single(Explain(formula).Aggregates);
}
