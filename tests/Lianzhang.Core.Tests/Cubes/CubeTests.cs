using Lianzhang.Core.Cubes;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Tests.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Cubes;

public sealed class CubeTests
{
    private const string City = "371700";
    private static readonly Period January = Period.Parse("2025-01");
    private static readonly DateOnly Start = new(2024, 1, 1);

    [Fact]
    public void A_cell_tells_the_sum_and_the_four_states_apart()
    {
        var cube = Made([Unit("u1"), Unit("u2"), Unit("u3"), Unit("u4"), Unit("u5")], Said("u1", 15_000), Said("u2", 0, FactState.Zero), Said("u3", 0, FactState.NotApplicable), Said("u4", 0, FactState.Missing));

        var cell = cube.Find("output", City, null, January);

        Assert.Equal(new Cell(15_000, Values: 2, NotApplicable: 1, Missing: 1), cell);
        Assert.Equal(4, cell!.Value.Asked);
    }

    [Fact]
    public void Sums_beyond_64_bits_are_exact_and_come_back_when_they_are_taken_away()
    {
        const long most = long.MaxValue - 7;
        var cube = Made([Unit("u1"), Unit("u2"), Unit("u3")], Said("u1", most), Said("u2", most), Said("u3", most));
        Assert.Equal((Int128)most * 3, cube.Find("output", City, null, January)!.Value.Sum);

        Assert.True(cube.Take(cube.Facts.With([Said("u1", 1), Said("u2", -5)])));
        Assert.Equal(most - 4, cube.Find("output", City, null, January)!.Value.Sum);
        Assert.True(cube.Take(cube.Facts.With([Said("u1", -most), Said("u2", -most), Said("u3", -most)])));
        Assert.Equal((Int128)most * -3, cube.Find("output", City, null, January)!.Value.Sum);
    }

    [Fact]
    public void Regions_within_64_bits_add_up_beyond_them_and_back()
    {
        const long most = long.MaxValue - 7;
        var cube = Made([Unit("u1", "371702"), Unit("u2", "371703"), Unit("u3", City)], Said("u1", most), Said("u2", most), Said("u3", most));
        Assert.Equal((Int128)most * 3, cube.Find("output", City, null, January)!.Value.Sum);

        Assert.True(cube.Recount(cube.Facts.With([Said("u3", -most)])));
        Assert.Equal(most, cube.Find("output", City, null, January)!.Value.Sum);
        Assert.True(cube.Recount(cube.Facts.With([Said("u1", 1), Said("u2", 0, FactState.NotApplicable)])));
        Assert.Equal(new Cell(1 - most, Values: 2, NotApplicable: 1, Missing: 0), cube.Find("output", City, null, January));
    }

    [Fact]
    public void Where_nobody_is_any_more_a_count_anew_leaves_nothing()
    {
        var cube = Made([Unit("u1", "371702"), Unit("u2", "371703")], Said("u1", 10), Said("u2", 200));
        Assert.Null(cube.Take(new UnitRegister([Unit("u2", "371703")])));

        Assert.True(cube.Recount(cube.Facts.With([Said("u1", 30)])));

        Assert.Equal(default(Cell), cube.Find("output", "371702", null, January));
        Assert.Equal(new Cell(200, 1, 0, 0), cube.Find("output", City, null, January));
    }

    // Large amounts lie otherwise than small ones, of which many are added at once.
    [Theory]
    [InlineData(1)]
    [InlineData(-1)]
    public void Small_amounts_beside_large_ones_carry_a_sum_beyond_64_bits(int sign)
    {
        string[] small = [.. Enumerable.Range(0, 200).Select(number => $"s{number}")];
        var cube = Made([Unit("u1"), .. small.Select(code => Unit(code))], [Said("u1", sign * (long.MaxValue - 1_000)), .. small.Select(code => Said(code, sign * 100))]);

        Assert.Equal(sign * ((Int128)long.MaxValue + 19_000), cube.Find("output", City, null, January)!.Value.Sum);
        Assert.Equal(201, cube.Find("output", City, null, January)!.Value.Values);
    }

    [Fact]
    public void Who_is_of_an_industry_is_told_by_its_nodes()
    {
        var cube = Made([Unit("u1", industry: "drugs"), Unit("u2", industry: "biomedicine"), Unit("u3", industry: "other"), Unit("u4")], ["sum(output where industry in biomedicine)"], Said("u1", 10), Said("u2", 200), Said("u3", 3_000), Said("u4", 40_000));
        const string key = "output where industry in biomedicine";

        Assert.Equal(210, cube.Find(key, City, null, January)!.Value.Sum);
        Assert.Equal(10, cube.Find(key, City, "drugs", null, January)!.Value.Sum);
        Assert.Equal(0, cube.Find(key, City, "other", null, January)!.Value.Sum);
        Assert.Equal(43_210, cube.Find("output", City, null, January)!.Value.Sum);
        Assert.DoesNotContain(cube.Tracks, track => track.Aggregate.Key == key);
    }

    [Fact]
    public void A_unit_in_two_regions_at_once_is_refused_and_named()
    {
        var refused = Cube.Build(Definition(), new UnitRegister([Unit("u1", "371702"), new UnitHistory("u2", [new("region", "371702", Start), new("region", "371703", Start)])]), Facts());

        Assert.Null(refused.Value);
        Assert.Equal("u2: lies in two regions at once (371702, 371703) and would count twice; correct it in the register", Assert.Single(refused.Faults).ToString());
    }

    [Fact]
    public void A_register_that_puts_a_unit_into_two_industries_is_refused_and_the_cube_stays_as_it_was()
    {
        var cube = Made([Unit("u1")], Said("u1", 10));
        var before = cube.Register;

        var fault = cube.Take(new UnitRegister([new UnitHistory("u1", [new("region", "371703", Start), new("industry", "drugs", Start), new("industry", "other", Start)])]));

        Assert.Contains("two industries", fault!.ToString(), StringComparison.Ordinal);
        Assert.Same(before, cube.Register);
        Assert.Equal(10, cube.Find("output", "371702", null, January)!.Value.Sum);
    }

    [Fact]
    public void Periods_out_of_reach_other_aggregates_and_groups_are_not_kept()
    {
        var cube = Made([Unit("u1")], Said("u1", 10));

        Assert.Null(cube.Find("output", City, null, Period.Parse("2023-12")));
        Assert.Null(cube.Find("output", City, null, Period.Parse("2099-01")));
        Assert.Null(cube.Find("staff", City, null, January));
        Assert.Null(cube.Find("output", City, new UnitGroup("title", "sme"), January));
        Assert.Equal(default(Cell), cube.Find("output", "370100", null, January));
    }

    [Fact]
    public void A_region_and_an_industry_hold_what_lies_below_them()
    {
        var cube = Made([Unit("u1", "371702", "drugs"), Unit("u2", "371703", "new_energy"), Unit("u3", "371703")], Said("u1", 1), Said("u2", 20), Said("u3", 300));

        Assert.Equal(321, cube.Find("output", City, null, January)!.Value.Sum);
        Assert.Equal(21, cube.Find("output", City, "sei", null, January)!.Value.Sum);
        Assert.Equal(320, cube.Find("output", "371703", null, January)!.Value.Sum);
        Assert.Equal(1, cube.Find("output", "371702", "biomedicine", null, January)!.Value.Sum);
    }

    [Fact]
    public void Facts_that_do_not_follow_are_not_taken()
    {
        var cube = Made([Unit("u1")], Said("u1", 10));
        var earlier = cube.Facts;
        Assert.True(cube.Take(earlier.With([Said("u1", 20)])));

        Assert.False(cube.Take(earlier));
        Assert.False(cube.Take(Facts()));
        // As many steps from the same facts, but others.
        Assert.False(cube.Take(earlier.With([Said("u1", 30)])));
        Assert.Equal(20, cube.Find("output", City, null, January)!.Value.Sum);
    }

    [Fact]
    public void A_unit_that_reports_for_the_first_time_is_counted()
    {
        var cube = Made([Unit("u1"), Unit("new", "371703")], Said("u1", 10));

        Assert.True(cube.Take(cube.Facts.With([Said("new", 5)])));

        Assert.Equal(new Cell(15, 2, 0, 0), cube.Find("output", City, null, January));
        Assert.Equal(5, cube.Find("output", "371703", null, January)!.Value.Sum);
    }

    [Fact]
    public void Facts_that_were_read_again_are_counted_where_the_units_lie()
    {
        var cube = Made([Unit("u1"), Unit("new", "371703")], Said("u1", 10));
        var again = new FactArrays(["new", "u1"], new Dictionary<string, Unit> { ["output"] = Lianzhang.Core.Values.Unit.Parse("万元") }, 2024).With([Said("new", 5), Said("u1", 7)]);

        Assert.False(cube.Take(again));
        Assert.True(cube.Recount(again));

        Assert.Equal(new Cell(12, 2, 0, 0), cube.Find("output", City, null, January));
        Assert.True(cube.Take(again.With([Said("u1", 1)])));
        Assert.Equal(1, cube.Find("output", "371702", null, January)!.Value.Sum);
    }

    [Fact]
    public void Facts_of_other_years_need_another_cube()
    {
        var cube = Made([Unit("u1")], Said("u1", 10));

        Assert.False(cube.Recount(new FactArrays(["u1"], new Dictionary<string, Unit>(), 2025)));
        Assert.Equal(10, cube.Find("output", City, null, January)!.Value.Sum);
    }

    [Theory]
    [InlineData("count(clusters where sum(output) > 15 万元)", 1)]
    [InlineData("count(clusters where sum(output) >= 15 万元)", 2)]
    [InlineData("count(clusters where not (sum(output) > 15 万元))", 1)]
    [InlineData("count(clusters where count(units) = 2 家 or avg(output) > 1 亿元)", 1)]
    [InlineData("count(clusters where count(output) = 1 家 and sum(output) < 20 万元)", 1)]
    [InlineData("count(units where industry = drugs)", 1)]
    [InlineData("count(output)", 3)]
    public void Groups_and_units_over_a_threshold_are_counted_from_cells_alone(string source, decimal expected)
    {
        var (formula, register) = (ParseFormula.Parse(source, out _)!, new UnitRegister([Of("u1", "A"), Of("u2", "A"), Of("u3", "B", "drugs")]));
        var cube = Cube.Build(new CubeDefinition(Sample.Catalogue, [formula]), register, Facts().With([Said("u1", 100_000), Said("u2", 100_000), Said("u3", 150_000)])).Value!;
        // Whoever asked the units would find none.
        var context = new FormulaContext(new FactTable([], new UnitData(UnitRegister.Empty, cube.Facts, Cells: cube.Cells)), Sample.Catalogue, _ => null, City, January);

        Assert.Equal(expected, Assert.Single(EvaluateFormula.Values(formula, context, [January])).Amount);

        static UnitHistory Of(string code, string cluster, string? industry = null) => new(code, [.. Unit(code, industry: industry).Values, new("cluster", cluster, Start)]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Growth_of_the_first_year_that_is_kept_is_there_where_something_was_said_before(bool isSaid)
    {
        var formula = ParseFormula.Parse("yoy(sum(output) + sum(output))", out _)!;
        ChangedFact[] before = isSaid ? [Said("u1", 80_000) with { Period = January.SamePeriodLastYear() }] : [];
        var cube = Cube.Build(new CubeDefinition(Sample.Catalogue, [formula]), new UnitRegister([Unit("u1")]), Facts(firstYear: January.Year).With([Said("u1", 100_000), .. before])).Value!;
        var context = new FormulaContext(new FactTable([], new UnitData(cube.Register, cube.Facts, Cells: cube.Cells)), Sample.Catalogue, _ => null, City, January);

        var values = EvaluateFormula.Values(formula, context, [January, January.Shift(1)]);

        Assert.Equal(isSaid ? [(January, 0.25m)] : [], values.Select(value => (value.Period, value.Amount)));
    }

    private static UnitHistory Unit(string code, string region = "371702", string? industry = null) =>
        new(code, [new("region", region, Start), .. industry is null ? Array.Empty<DatedValue>() : [new("industry", industry, Start)]]);

    private static ChangedFact Said(string unit, long scaled, FactState state = FactState.Value) =>
        new(unit, "output", January, new PackedValue(0, state, scaled, FactFlags.None, state == FactState.Missing ? "停产" : null));

    private static FactArrays Facts(int firstYear = 2024) => new(["u1"], new Dictionary<string, Unit> { ["output"] = Lianzhang.Core.Values.Unit.Parse("万元") }, firstYear);

    private static CubeDefinition Definition() => new(Sample.Catalogue, [], ["output"]);

    private static Cube Made(IReadOnlyList<UnitHistory> units, params IReadOnlyList<ChangedFact> said) => Made(units, [], said);

    private static Cube Made(IReadOnlyList<UnitHistory> units, IReadOnlyList<string> formulas, params IReadOnlyList<ChangedFact> said) =>
        Cube.Build(new CubeDefinition(Sample.Catalogue, formulas.Select(source => ParseFormula.Parse(source, out _)!), ["output"]), new UnitRegister(units), Facts().With(said)).Value!;
}
