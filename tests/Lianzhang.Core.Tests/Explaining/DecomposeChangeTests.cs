using Lianzhang.Core.Explaining;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Tests.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Explaining;

public sealed class DecomposeChangeTests
{
    private const string Green = "sum(output where industry in green)";

    private static readonly SmallUnit Solar = new("east", "solar", SmallUnit.Amount(100_000));

    public static TheoryData<string, string?, string?, long?, DifferenceKind, decimal> Changes => new()
    {
        { "a value where there was none", "east", "solar", null, DifferenceKind.New, 10 },
        { "another value", "east", "solar", 40_000, DifferenceKind.Revised, 6 },
        { "another region", "other", "solar", 40_000, DifferenceKind.MovedIn, 10 },
        { "another region and industry", "other", "coal", 40_000, DifferenceKind.MovedIn, 10 },
        { "another industry and value", "east", "coal", 40_000, DifferenceKind.Reclassified, 10 },
        { "no unit", null, null, 40_000, DifferenceKind.Opened, 10 },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void A_unit_has_the_first_kind_that_holds(string what, string? region, string? industry, long? scaled, DifferenceKind kind, decimal amount)
    {
        var earlier = new SmallUnit(region, industry, scaled is { } said ? SmallUnit.Amount(said) : SmallUnit.Missing("停产"));

        var aggregate = Single(SmallWorld.Of(Green, [earlier]), SmallWorld.Of(Green, [Solar]));

        Assert.True(aggregate.Lines is [var line] && line == new ChangeLine(kind, 1, amount), what);
        Assert.Equal(kind, Assert.Single(aggregate.Units).Kind);
        Assert.Equal(amount, aggregate.After - aggregate.Before);
    }

    public static TheoryData<string, string?, string?, long?, DifferenceKind> Losses => new()
    {
        { "a value taken back", "east", "solar", null, DifferenceKind.Withdrawn },
        { "a move away", "other", "solar", 100_000, DifferenceKind.MovedOut },
        { "another industry", "east", "coal", 100_000, DifferenceKind.Reclassified },
        { "gone", null, null, 100_000, DifferenceKind.Closed },
    };

    [Theory]
    [MemberData(nameof(Losses))]
    public void What_no_longer_counts_is_told_by_what_keeps_it_out(string what, string? region, string? industry, long? scaled, DifferenceKind kind)
    {
        var later = new SmallUnit(region, industry, scaled is { } said ? SmallUnit.Amount(said) : SmallUnit.Missing("停产"));

        var aggregate = Single(SmallWorld.Of(Green, [Solar]), SmallWorld.Of(Green, [later]));

        Assert.True(aggregate.Lines is [var line] && line == new ChangeLine(kind, 1, -10), what);
        Assert.Equal((10m, null), (aggregate.Units[0].Before!.Value, aggregate.Units[0].After));
    }

    [Fact]
    public void A_unit_that_was_closed_and_keeps_its_region_is_closed_when_it_no_longer_counts()
    {
        var change = Single(
            SmallWorld.Of("count(units where not status = closed)", [Solar]),
            new World(SmallWorld.Of("count(units where not status = closed)", []).Formula, Closed()));

        Assert.Equal([new ChangeLine(DifferenceKind.Closed, 1, -1)], change.Lines);

        static Lianzhang.Core.Formulas.FormulaContext Closed()
        {
            var start = new DateOnly(2020, 1, 1);
            var register = new UnitRegister([new UnitHistory("u1", [new("region", "east", start), new("industry", "solar", start), new("status", "closed", start)])]);
            return SmallWorld.Context([]) with { Facts = new FactTable([], new UnitData(register, FactArrays.Empty)) };
        }
    }

    [Fact]
    public void The_same_facts_by_another_formula_are_the_formula_and_the_rest_is_told_by_the_new_one()
    {
        SmallUnit coal = new("east", "coal", SmallUnit.Amount(50_000));

        var change = DecomposeChange.Decompose(SmallWorld.Of("sum(output)", [Solar, coal]), SmallWorld.Of(Green, [Solar with { Said = SmallUnit.Amount(120_000) }, coal with { Said = SmallUnit.Amount(1) }]));
        var aggregate = Assert.Single(change.Aggregates);

        Assert.Equal([new ChangeLine(DifferenceKind.Revised, 1, 2), new ChangeLine(DifferenceKind.Formula, 1, -5)], aggregate.Lines);
        Assert.Equal((15m, 12m), (aggregate.Before, aggregate.After));
        Assert.Equal((150_000m, 100_000m, 120_000m), (change.Before.Amount, change.Redefined.Amount, change.After.Amount));
    }

    [Fact]
    public void An_industry_that_left_its_group_is_a_matter_of_definition()
    {
        SmallUnit[] units = [Solar, new("west", "wind", SmallUnit.Amount(30_000))];

        var aggregate = Single(SmallWorld.Of(Green, units, isSplit: true), SmallWorld.Of(Green, units, isSplit: false));

        Assert.Equal([new ChangeLine(DifferenceKind.Formula, 1, -3)], aggregate.Lines);
        Assert.Empty(aggregate.Units);
    }

    [Fact]
    public void A_share_is_told_by_each_of_its_aggregates()
    {
        SmallUnit coal = new("west", "coal", SmallUnit.Amount(100_000));

        var change = DecomposeChange.Decompose(SmallWorld.Of($"share({Green}, sum(output))", [Solar, coal]), SmallWorld.Of($"share({Green}, sum(output))", [Solar with { Said = SmallUnit.Amount(300_000) }, coal]));

        Assert.Equal((0.5m, 0.5m, 0.75m), (change.Before.Amount, change.Redefined.Amount, change.After.Amount));
        Assert.Equal([20m, 20m], change.Aggregates.Select(aggregate => aggregate.Lines.Sum(line => line.Amount)));
    }

    [Fact]
    public void An_average_has_no_lines()
    {
        var aggregate = Single(SmallWorld.Of("avg(output)", [Solar]), SmallWorld.Of("avg(output)", [Solar, Solar with { Said = SmallUnit.Amount(0) }]));

        Assert.Equal((10m, 5m), (aggregate.Before, aggregate.After));
        Assert.Empty(aggregate.Lines);
        Assert.Empty(aggregate.Units);
    }

    [Fact]
    public void An_indicator_that_was_not_defined_has_no_earlier_result()
    {
        var change = DecomposeChange.Decompose(new World(null, SmallWorld.Context([Solar])), SmallWorld.Of(Green, [Solar]));

        Assert.Equal((FactState.Undefined, FactState.Value, FactState.Value), (change.Before.State, change.Redefined.State, change.After.State));
        Assert.Empty(DecomposeChange.Decompose(SmallWorld.Of(Green, [Solar]), new World(null, SmallWorld.Context([Solar]))).Aggregates);
    }

    [Fact]
    public void Published_figures_that_differ_are_named()
    {
        PublishedFigure Gdp(decimal amount) => Sample.Figure("gdp", "2025-01", amount, "亿元", SmallWorld.City);

        var change = DecomposeChange.Decompose(SmallWorld.Of("value(gdp)", [], figures: [Gdp(4)]), SmallWorld.Of("value(gdp)", [], figures: [Gdp(5)]));

        var figure = Assert.Single(change.Figures);
        Assert.Equal((4m, 5m), (figure.Before!.Quantity.Amount, figure.After!.Quantity.Amount));
        Assert.Empty(DecomposeChange.Decompose(SmallWorld.Of("value(gdp)", [], figures: [Gdp(4)]), SmallWorld.Of("value(gdp)", [], figures: [Gdp(4)])).Figures);
    }

    private static AggregateChange Single(World before, World after) => Assert.Single(DecomposeChange.Decompose(before, after).Aggregates);
}
