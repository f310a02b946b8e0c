using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Facts;

public sealed class FactArraysTests
{
    [Fact]
    public void The_four_states_stay_apart()
    {
        var facts = Made();
        Put(facts, "2025-01", FactState.Zero);
        Put(facts, "2025-02", FactState.Value, 15_000);
        Put(facts, "2025-03", FactState.NotApplicable);
        Put(facts, "2025-04", FactState.Missing, reason: "停产");

        Assert.Equal(FactState.Zero, Find(facts, "2025-01")!.State);
        Assert.Equal(15_000m, Find(facts, "2025-02")!.Amount);
        Assert.Equal(Reading.NotApplicable, Find(facts, "2025-03"));
        Assert.Equal(("停产", "2025-04"), (Find(facts, "2025-04")!.Reason.Zh, Find(facts, "2025-04")!.Missing[0].Period.ToString()));
        Assert.Null(Find(facts, "2025-05"));
    }

    [Fact]
    public void What_is_said_later_takes_the_place_of_what_was_said_before()
    {
        var facts = Made();
        Put(facts, "2025-01", FactState.Value, 10_000);
        Put(facts, "2025-01", FactState.Value, 20_000);

        Assert.Equal(20_000m, Find(facts, "2025-01")!.Amount);
    }

    [Fact]
    public void A_longer_flow_is_the_sum_of_its_months_and_as_missing_as_any_of_them()
    {
        var facts = Made();
        for (var month = 1; month <= 6; month++)
            Put(facts, $"2025-0{month}", FactState.Value, month * 10_000);

        Assert.Equal(60_000m, Find(facts, "2025-Q1")!.Amount);
        Assert.Equal(210_000m, Find(facts, "2025-H1")!.Amount);
        Assert.Null(Find(facts, "2025"));
        Put(facts, "2025-02", FactState.Missing, reason: "未报");
        Assert.Equal(FactState.Missing, Find(facts, "2025-Q1")!.State);
    }

    [Fact]
    public void Months_out_of_the_arrays_and_other_periods_are_kept_as_well()
    {
        var facts = Made();
        Put(facts, "2019-12", FactState.Value, 10_000);
        Put(facts, "2025-M02-YTD", FactState.Value, 30_000);
        Put(facts, "2025-Q1", FactState.Value, 70_000);

        Assert.Equal(10_000m, Find(facts, "2019-12")!.Amount);
        Assert.Equal(70_000m, Find(facts, "2025-Q1")!.Amount);
        // March is what the quarter holds beyond February's year to date.
        Assert.Equal(40_000m, Find(facts, "2025-03")!.Amount);
        Assert.True(facts.Asked("output", Period.Parse("2025")));
        Assert.False(facts.Asked("output", Period.Parse("2024")));
    }

    [Fact]
    public void An_item_or_unit_that_is_not_kept_was_not_asked()
    {
        var facts = Made();

        Assert.False(facts.Put(0, "staff", Period.OfYear(2025), default));
        Assert.Null(facts.Find("staff", ItemKind.Flow, "u1", Period.OfYear(2025)));
        Assert.Null(facts.Find("output", ItemKind.Flow, "u9", Period.OfYear(2025)));
    }

    private static FactArrays Made() => new(["u1"], new Dictionary<string, Unit> { ["output"] = Unit.Parse("万元") }, 2021);

    private static void Put(FactArrays facts, string period, FactState state, long yuan = 0, string? reason = null) =>
        facts.Put(0, "output", Period.Parse(period), new PackedValue(1, state, yuan, FactFlags.None, reason));

    private static Reading? Find(FactArrays facts, string period) => facts.Find("output", ItemKind.Flow, "u1", Period.Parse(period));
}
