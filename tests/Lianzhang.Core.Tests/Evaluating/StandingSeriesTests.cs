using Lianzhang.Core.Boards;
using Lianzhang.Core.Evaluating;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Figures;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Evaluating;

/// <summary>Figures in terms of their paths, and where they lead, on the invented county.</summary>
public sealed class StandingSeriesTests
{
    [Theory]
    [InlineData(Direction.Up, 90, 100, -10)]
    [InlineData(Direction.Up, -90, -100, 10)]
    [InlineData(Direction.Down, 90, 100, 10)]
    [InlineData(Direction.Neutral, 90, 100, -10)]
    [InlineData(Direction.Neutral, 110, 100, -10)]
    public void A_figure_stands_so_many_percent_better_or_worse_than_its_path(Direction direction, decimal actual, decimal expected, decimal percent) =>
        Assert.Equal(percent, StandingSeries.Standing(direction, actual, expected));

    [Fact]
    public void Where_nothing_was_expected_there_is_no_percent() => Assert.Null(StandingSeries.Standing(Direction.Up, 5, 0));

    [Fact]
    public void A_target_stands_on_its_path_at_the_end_of_each_of_its_periods()
    {
        // 80 at the end of 2023 to 120 at the end of 2026: 93.3 are expected at the end of 2024 and 110.1 at the end of March 2026.
        var target = Detail("textile_firms", 2026, ("2024", 88), ("2026-Q1", 92), ("2026-02", 91));
        Assert.Equal([new DateOnly(2024, 12, 31), new DateOnly(2026, 3, 31)], StandingSeries.Of(target).Select(point => point.End));
        Assert.Equal([-5.7m, -16.3m], StandingSeries.Of(target).Select(point => Math.Round(point.Percent, 1)));
        Assert.Empty(StandingSeries.Of(target with { Path = null }));
    }

    [Fact]
    public void A_figure_that_goes_on_as_lately_comes_to_so_much_by_its_day()
    {
        // From 88 to 92 in the 365 days of 2025; as much in those of 2026.
        Assert.Equal(96m, ForecastTarget.Of(Detail("textile_firms", 2026, ("2024", 88), ("2025", 92))));
        Assert.Null(ForecastTarget.Of(Detail("textile_firms", 2026, ("2025", 92))));
        Assert.Null(ForecastTarget.Of(Detail("textile_firms", 2024, ("2023", 80), ("2024", 92))));
        Assert.Null(ForecastTarget.Of(Detail("textile_firms", 2026, ("2022", 70), ("2025", 92))));
    }

    private static TargetDetail Detail(string indicator, int year, params (string Period, decimal Value)[] figures)
    {
        var programme = Repository.Qinghe.Programme!;
        var published = figures.Select(figure => new PublishedFigure(indicator, programme.Head.Region, Period.Parse(figure.Period), new Quantity(figure.Value, Unit.Parse("家")), string.Empty, FigureFlag.Final, null, new FigureSource("公报"), new Location("figures"))).ToList();
        return BuildTargetDetail.Build(programme, new FigureSet(published, [], []), new DateOnly(2026, 5, 1), programme.Targets.Single(target => target.Indicator == indicator && target.Year == year));
    }
}
