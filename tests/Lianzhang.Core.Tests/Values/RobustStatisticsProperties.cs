using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Values;

public sealed class RobustStatisticsProperties
{
    private static readonly Gen<decimal> Amount = Gen.Choose(-1_000_000_000, 1_000_000_000).Select(n => n / 10_000m);

    private static readonly Gen<decimal[]> Amounts = Amount.NonEmptyListOf().Select(list => list.ToArray());

    [Property(MaxTest = 500)]
    public Property The_order_does_not_matter() => Prop.ForAll(
        (from amounts in Amounts from shuffled in Gen.Shuffle(amounts) select (amounts, shuffled)).ToArbitrary(),
        sample => RobustStatistics.Median(sample.amounts) == RobustStatistics.Median(sample.shuffled)
            && RobustStatistics.MedianDeviation(sample.amounts) == RobustStatistics.MedianDeviation(sample.shuffled));

    [Property(MaxTest = 500)]
    public Property The_median_lies_between_the_least_and_the_greatest_with_as_many_values_below_as_above() => Prop.ForAll(Amounts.ToArbitrary(), amounts =>
    {
        var median = RobustStatistics.Median(amounts);
        return median >= amounts.Min() && median <= amounts.Max()
            && amounts.Count(amount => amount < median) <= amounts.Length / 2 && amounts.Count(amount => amount > median) <= amounts.Length / 2;
    });

    [Property(MaxTest = 500)]
    public Property Half_of_the_values_lie_within_the_deviation_which_is_never_negative() => Prop.ForAll(Amounts.ToArbitrary(), amounts =>
    {
        var (median, deviation) = (RobustStatistics.Median(amounts), RobustStatistics.MedianDeviation(amounts));
        return deviation >= 0 && amounts.Count(amount => Math.Abs(amount - median) <= deviation) * 2 >= amounts.Length;
    });

    [Property(MaxTest = 500)]
    public Property A_shift_moves_the_median_and_leaves_the_deviation() => Prop.ForAll(
        (from amounts in Amounts from shift in Amount select (amounts, shift)).ToArbitrary(),
        sample =>
        {
            decimal[] moved = [.. sample.amounts.Select(amount => amount + sample.shift)];
            return RobustStatistics.Median(moved) == RobustStatistics.Median(sample.amounts) + sample.shift
                && RobustStatistics.MedianDeviation(moved) == RobustStatistics.MedianDeviation(sample.amounts);
        });

    [Property(MaxTest = 500)]
    public Property A_scale_scales_both_and_a_negative_one_turns_the_median_alone() => Prop.ForAll(
        (from amounts in Amounts from scale in Gen.Choose(-1_000, 1_000) select (amounts, scale)).ToArbitrary(),
        sample =>
        {
            decimal[] scaled = [.. sample.amounts.Select(amount => amount * sample.scale)];
            return RobustStatistics.Median(scaled) == RobustStatistics.Median(sample.amounts) * sample.scale
                && RobustStatistics.MedianDeviation(scaled) == RobustStatistics.MedianDeviation(sample.amounts) * Math.Abs(sample.scale);
        });

    [Fact]
    public void They_are_what_the_textbook_says()
    {
        decimal[] amounts = [1, 1, 2, 2, 4, 6, 9];

        Assert.Equal((2, 1), (RobustStatistics.Median(amounts), RobustStatistics.MedianDeviation(amounts)));
        Assert.Equal((2.5m, 0.5m), (RobustStatistics.Median([2, 3]), RobustStatistics.MedianDeviation([2, 3])));
        Assert.Equal((7, 0), (RobustStatistics.Median([7]), RobustStatistics.MedianDeviation([7])));
    }

    [Fact]
    public void Of_nothing_there_is_no_median()
    {
        Assert.Throws<ArgumentException>(() => RobustStatistics.Median([]));
        Assert.Throws<ArgumentException>(() => RobustStatistics.MedianDeviation([]));
    }
}
