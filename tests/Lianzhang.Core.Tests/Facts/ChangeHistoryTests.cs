using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianzhang.Core.Facts;

namespace Lianzhang.Core.Tests.Facts;

public sealed class ChangeHistoryTests
{
    private static readonly DateOnly Start = new(2024, 1, 1);

    [Fact]
    public void A_move_ends_the_old_place_the_day_before()
    {
        var change = ChangeHistory.Set([new("region", "east", Start)], "region", "west", new DateOnly(2025, 7, 1));

        Assert.Equal([new DatedValue("region", "east", Start)], change.Retired);
        Assert.Equal([new DatedValue("region", "east", Start, new DateOnly(2025, 6, 30)), new DatedValue("region", "west", new DateOnly(2025, 7, 1))], change.Added);
    }

    [Fact]
    public void A_correction_from_the_first_day_leaves_nothing_of_the_old_place()
    {
        var change = ChangeHistory.Set([new("region", "east", Start)], "region", "west", Start);

        Assert.Equal([new DatedValue("region", "west", Start)], change.Added);
    }

    [Fact]
    public void What_is_so_already_changes_nothing()
    {
        DatedValue[] history = [new("region", "east", Start), new("cluster", "medicine", Start)];

        Assert.Equal(HistoryChange.None, ChangeHistory.Set(history, "region", "east", Start.AddDays(10)));
        Assert.Equal(HistoryChange.None, ChangeHistory.Set(history, "industry", null, Start));
        Assert.Equal(HistoryChange.None, ChangeHistory.Join(history, "cluster", "medicine", Start.AddDays(10)));
        Assert.Empty(ChangeHistory.Leave(history, "cluster", "equipment", Start).Retired);
    }

    [Fact]
    public void Other_values_of_an_attribute_with_several_stay()
    {
        DatedValue[] history = [new("cluster", "medicine", Start), new("cluster", "equipment", Start)];
        var left = After(history, ChangeHistory.Leave(history, "cluster", "medicine", Start.AddDays(31)));

        Assert.Equal([new DatedValue("cluster", "equipment", Start), new DatedValue("cluster", "medicine", Start, Start.AddDays(30))], left);
    }

    [Fact]
    public void Spells_that_meet_become_one()
    {
        DatedValue[] history = [new("cluster", "medicine", Start, Start.AddDays(30))];
        var joined = After(history, ChangeHistory.Join(history, "cluster", "medicine", Start.AddDays(31)));

        Assert.Equal([new DatedValue("cluster", "medicine", Start)], joined);
    }

    [Property]
    public Property An_attribute_of_one_value_has_one_on_every_day_after_any_changes() => Prop.ForAll(
        (from days in Gen.Choose(0, 60).NonEmptyListOf() from codes in Gen.Elements("a", "b", "c").ListOf(days.Count) select (days, codes)).ToArbitrary(),
        sample =>
        {
            List<DatedValue> history = [];
            var expected = new string?[80];
            foreach (var (day, code) in sample.days.Zip(sample.codes))
            {
                history = After(history, ChangeHistory.Set(history, "region", code, Start.AddDays(day)));
                Array.Fill(expected, code, day, expected.Length - day);
            }

            return Enumerable.Range(0, 80).All(day => history.Where(value => value.HoldsAt(Start.AddDays(day))).Select(value => value.Value).SequenceEqual(expected[day] is { } code ? [code] : []));
        });

    private static List<DatedValue> After(IEnumerable<DatedValue> history, HistoryChange change) => [.. history.Where(value => !change.Retired.Contains(value)), .. change.Added];
}
