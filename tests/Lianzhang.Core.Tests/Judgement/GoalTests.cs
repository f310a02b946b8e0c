using Lianzhang.Core.Judgement;

namespace Lianzhang.Core.Tests.Judgement;

public sealed class GoalTests
{
    [Theory]
    [InlineData(Qualifier.Exact, Direction.Up, 99.9, false)]
    [InlineData(Qualifier.Exact, Direction.Up, 100, true)]
    [InlineData(Qualifier.Exact, Direction.Up, 130, true)]
    [InlineData(Qualifier.Exact, Direction.Down, 100.1, false)]
    [InlineData(Qualifier.Exact, Direction.Down, 90, true)]
    [InlineData(Qualifier.Exact, Direction.Neutral, 100, true)]
    [InlineData(Qualifier.Exact, Direction.Neutral, 101, false)]
    [InlineData(Qualifier.About, Direction.Up, 94.9, false)]
    [InlineData(Qualifier.About, Direction.Up, 95, true)]
    [InlineData(Qualifier.About, Direction.Up, 140, true)]
    [InlineData(Qualifier.About, Direction.Down, 105, true)]
    [InlineData(Qualifier.About, Direction.Down, 106, false)]
    [InlineData(Qualifier.About, Direction.Neutral, 105, true)]
    [InlineData(Qualifier.About, Direction.Neutral, 105.1, false)]
    [InlineData(Qualifier.AtLeast, Direction.Up, 100, true)]
    [InlineData(Qualifier.AtLeast, Direction.Up, 99, false)]
    [InlineData(Qualifier.AtMost, Direction.Down, 100, true)]
    [InlineData(Qualifier.AtMost, Direction.Down, 101, false)]
    [InlineData(Qualifier.Exceed, Direction.Up, 100, false)]
    [InlineData(Qualifier.Exceed, Direction.Up, 100.1, true)]
    [InlineData(Qualifier.Exceed, Direction.Down, 99.9, true)]
    [InlineData(Qualifier.StriveFor, Direction.Up, 99, false)]
    [InlineData(Qualifier.StriveFor, Direction.Up, 100, true)]
    [InlineData(Qualifier.Range, Direction.Up, 100, true)]
    [InlineData(Qualifier.Range, Direction.Up, 99, false)]
    [InlineData(Qualifier.Range, Direction.Up, 130, true)]
    [InlineData(Qualifier.Range, Direction.Down, 120, true)]
    [InlineData(Qualifier.Range, Direction.Down, 121, false)]
    [InlineData(Qualifier.Range, Direction.Neutral, 110, true)]
    [InlineData(Qualifier.Range, Direction.Neutral, 121, false)]
    public void Qualifier_and_direction_say_when_it_is_met(Qualifier qualifier, Direction direction, double actual, bool met) =>
        Assert.Equal(met, new Goal(qualifier, direction, 100, qualifier == Qualifier.Range ? 120 : null).IsMet((decimal)actual));

    [Fact]
    public void A_stated_tolerance_widens_about() => Assert.True(new Goal(Qualifier.About, Direction.Up, 100, Tolerance: 10).IsMet(90));

    [Theory]
    [InlineData(Direction.Up, 80, 20)]
    [InlineData(Direction.Up, 110, -10)]
    [InlineData(Direction.Down, 110, 10)]
    [InlineData(Direction.Down, 80, -20)]
    [InlineData(Direction.Neutral, 80, 20)]
    [InlineData(Direction.Neutral, 120, 20)]
    public void The_gap_is_what_is_still_missing(Direction direction, int actual, int gap) =>
        Assert.Equal(gap, new Goal(Qualifier.Exact, direction, 100).Gap(actual));

    [Fact]
    public void Within_a_neutral_range_there_is_no_gap() => Assert.Equal(0, new Goal(Qualifier.Range, Direction.Neutral, 3, 5).Gap(4.5m));
}
