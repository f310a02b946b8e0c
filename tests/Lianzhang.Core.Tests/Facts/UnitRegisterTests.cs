using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Tests.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Facts;

/// <summary>As it was, each month by the memberships of its own last day; as it is now, all by those of today.</summary>
public sealed class UnitRegisterTests
{
    private static readonly DateOnly Start = new(2024, 1, 1);
    private static readonly DateOnly Today = new(2025, 12, 31);

    [Fact]
    public void A_move_of_county_takes_the_past_along_only_as_it_is_now()
    {
        var register = new UnitRegister([Unit("u1", [new("region", "371702", Start, new DateOnly(2025, 6, 30)), new("region", "371703", new DateOnly(2025, 7, 1))])]);

        Assert.Equal((1, 0, 1), Counts(register, "count(units)", "2025-06", "371702", "371703"));
        Assert.Equal((0, 1, 1), Counts(register, "count(units)", "2025-07", "371702", "371703"));
        Assert.Equal((0, 1, 1), Counts(register, "count(units)", "2025-06", "371702", "371703", Today));
    }

    [Fact]
    public void A_change_of_industry_counts_from_its_day_on()
    {
        var register = new UnitRegister([Unit("u1", [new("region", "371702", Start), new("industry", "drugs", Start, new DateOnly(2025, 2, 28)), new("industry", "new_energy", new DateOnly(2025, 3, 1))])]);

        Assert.Equal(1, Count(register, "count(units where industry in biomedicine)", "2025-02"));
        Assert.Equal(0, Count(register, "count(units where industry in biomedicine)", "2025-03"));
        Assert.Equal(0, Count(register, "count(units where industry in biomedicine)", "2025-02", asOn: Today));
    }

    [Fact]
    public void A_title_counts_until_its_last_day()
    {
        var register = new UnitRegister([Unit("u1", [new("region", "371702", Start), new("title", "high_tech", Start, new DateOnly(2025, 8, 30))])]);

        Assert.Equal(1, Count(register, "count(units where title = high_tech)", "2025-07"));
        Assert.Equal(0, Count(register, "count(units where title = high_tech)", "2025-08"));
    }

    [Fact]
    public void A_merged_unit_counts_until_the_merger_and_its_facts_stay_with_it()
    {
        var merger = new DateOnly(2025, 4, 1);
        var register = new UnitRegister([Unit("u1", [new("region", "371702", Start)]), Unit("u2", [new("region", "371702", Start, merger.AddDays(-1)), new("merged_into", "u1", merger)])]);
        var facts = Tables.Arrays([.. from unit in new[] { "u1", "u2" } select new UnitFact("output", unit, Period.Parse("2025-03"), Reading.Of(5))]);

        Assert.Equal(2, Count(register, "count(units)", "2025-03"));
        Assert.Equal(1, Count(register, "count(units)", "2025-04"));
        Assert.Equal(Reading.Of(10), Evaluate(new UnitData(register, facts), "sum(output)", "2025-03", "371702"));
        Assert.Equal(Reading.Of(10), Evaluate(new UnitData(register, facts, Today), "sum(output)", "2025-03", "371702"));
    }

    [Fact]
    public void As_it_is_now_a_year_holds_what_the_merged_reported_until_they_went_over()
    {
        var merger = new DateOnly(2025, 4, 1);
        var register = new UnitRegister(
        [
            Unit("u1", [new("region", "371702", Start)]),
            Unit("u2", [new("region", "371702", Start, merger.AddDays(-1)), new("merged_into", "u1", merger)]),
            Unit("u3", [new("region", "371702", Start, merger.AddMonths(-1)), new("merged_into", "u2", merger.AddMonths(-1).AddDays(1))]),
        ]);
        var facts = Tables.Arrays(
        [
            .. from month in Enumerable.Range(1, 12) select new UnitFact("output", "u1", Period.OfMonth(2025, month), Reading.Of(5)),
            .. from month in Enumerable.Range(1, 3) select new UnitFact("output", "u2", Period.OfMonth(2025, month), Reading.Of(7)),
            new UnitFact("output", "u3", Period.OfMonth(2025, 1), Reading.Of(1)),
        ]);

        Assert.Equal(Reading.Of(60), Evaluate(new UnitData(register, facts), "sum(output)", "2025", "371702"));
        Assert.Equal(Reading.Of(82), Evaluate(new UnitData(register, facts, Today), "sum(output)", "2025", "371702"));
    }

    [Fact]
    public void Before_the_register_begins_the_number_is_missing_and_not_zero() =>
        Assert.Equal(FactState.Missing, Evaluate(new UnitData(new UnitRegister([Unit("u1", [new("region", "371702", Start)])]), FactArrays.Empty), "count(units)", "2023-12", "371702").State);

    [Fact]
    public void A_place_reports_like_a_unit_and_is_not_counted_as_one()
    {
        var place = new UnitHistory("p1", [new("region", "371702", Start.AddYears(-1)), new("cluster", "c1", Start.AddYears(-1))], isPlace: true);
        var alone = new UnitRegister([place]);
        var register = new UnitRegister([Unit("u1", [new("region", "371702", Start)]), place]);
        var facts = Tables.Arrays([new UnitFact("output", "p1", Period.Parse("2025-03"), Reading.Of(5)), new UnitFact("output", "u1", Period.Parse("2025-03"), Reading.Of(2))]);

        Assert.Equal(1, Count(register, "count(units)", "2025-03"));
        Assert.Equal(Reading.Of(7), Evaluate(new UnitData(register, facts), "sum(output)", "2025-03", "371702"));
        Assert.Equal(Reading.Of(0), Evaluate(new UnitData(register, facts), "count(clusters where sum(output) >= 1)", "2025-03", "371702"));
        Assert.Equal(Start, register.First);
        Assert.Null(alone.First);
        Assert.Equal(FactState.Missing, Evaluate(new UnitData(alone, facts), "count(units)", "2025-03", "371702").State);
    }

    private static (decimal, decimal, decimal) Counts(UnitRegister register, string formula, string period, string one, string other, DateOnly? asOn = null) =>
        (Count(register, formula, period, one, asOn), Count(register, formula, period, other, asOn), Count(register, formula, period, Sample.City, asOn));

    private static decimal Count(UnitRegister register, string formula, string period, string region = "371702", DateOnly? asOn = null) =>
        Evaluate(new UnitData(register, FactArrays.Empty, asOn), formula, period, region).Amount;

    private static Reading Evaluate(UnitData data, string formula, string period, string region) =>
        EvaluateFormula.Evaluate(Sample.Parse(formula), Sample.Context(period, region, new FactTable([], data))).Reading;

    private static UnitHistory Unit(string code, IReadOnlyList<DatedValue> values) => new(code, values);
}
