using Lianzhang.Core.Boards;
using Lianzhang.Core.Figures;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Boards;

public sealed class BuildBoardTests
{
    private static readonly FigureSet Figures = Repository.Figures("tests/programmes/qinghe", Repository.Qinghe.Programme!);

    [Theory]
    [InlineData("food_output", 2024, Status.Met, Verdict.Met)]
    [InlineData("food_output", 2026, Status.OnTrack, null)]
    [InlineData("organic_share", 2026, Status.NoPath, null)]
    [InlineData("textile_firms", 2024, Status.Missed, Verdict.Missed)]
    [InlineData("textile_firms", 2026, Status.Critical, null)]
    [InlineData("energy_intensity", 2026, Status.OnTrack, null)]
    [InlineData("visitors", 2025, Status.Stale, Verdict.Unknown)]
    [InlineData("visitors", 2026, Status.Behind, null)]
    [InlineData("model_parks", 2026, Status.Met, null)]
    [InlineData("cold_storage", 2026, Status.NoData, null)]
    [InlineData("brand", null, Status.OnTrack, null)]
    public void Every_target_of_the_invented_county_has_its_status(string indicator, int? year, Status status, Verdict? verdict)
    {
        var row = Row(Board("2026-06-30"), indicator, year);
        Assert.Equal((status, verdict), (row.Status, row.Verdict));
    }

    [Fact]
    public void The_actual_value_carries_period_source_and_flag()
    {
        var actual = Row(Board("2026-06-30"), "food_output", 2026).Actual!;
        Assert.Equal((53m, "亿元", Period.OfYear(2025), "青禾县统计公报2025"), (actual.Value, actual.Unit.Symbol, actual.Period, actual.Source));
        Assert.Equal(53_0000, Assert.Single(actual.Figures).Value);
    }

    [Fact]
    public void A_share_of_two_figures_names_both()
    {
        var actual = Row(Board("2026-06-30"), "organic_share", 2026).Actual!;
        Assert.Equal(16.0377m, actual.Value);
        Assert.Equal(["organic_output", "food_output"], actual.Figures.Select(figure => figure.Item));
    }

    [Fact]
    public void What_was_not_yet_published_is_not_known()
    {
        Assert.Equal(Period.OfYear(2024), Row(Board("2026-03-18"), "food_output", 2026).Actual!.Period);
        Assert.Equal(Period.OfYear(2025), Row(Board("2026-03-19"), "food_output", 2026).Actual!.Period);
    }

    [Fact]
    public void A_row_without_data_says_what_is_missing_and_who_owes_it()
    {
        var row = Row(Board("2026-06-30"), "cold_storage", 2026);
        Assert.Null(row.Actual);
        var missing = Assert.Single(row.Missing);
        Assert.Equal(("cold_storage", Period.OfYear(2025), "county_drc", "县发展改革局"), (missing.Item, missing.Period!.Value, missing.Owner, missing.OwnerName.Zh));
    }

    [Fact]
    public void Every_row_without_data_names_something()
    {
        foreach (var asOf in (string[])["2024-01-01", "2025-06-30", "2026-06-30", "2028-01-01"])
            Assert.All(Board(asOf).Targets.Where(row => row.Status is Status.NoData or Status.Stale), row => Assert.NotEmpty(row.Missing));
    }

    [Fact]
    public void Sources_that_disagree_are_both_kept_and_the_rule_is_told()
    {
        var conflict = Assert.Single(Board("2026-06-30").Conflicts);
        Assert.Equal((46.5m, ConflictRule.Qualifier), (conflict.Chosen.Value, conflict.Rule));
        Assert.Equal(47m, Assert.Single(conflict.Others).Value);
    }

    [Fact]
    public void A_row_that_maps_to_nothing_is_listed() =>
        Assert.Equal("食品产值快报", Assert.Single(Board("2026-06-30").Unmapped).Name);

    [Fact]
    public void A_part_has_a_board_of_its_own_targets()
    {
        var row = Assert.Single(Board("2026-06-30", "990101001").Targets);
        Assert.Equal((38m, 36m, Status.Ahead), (row.Target.Value, row.Actual!.Value, row.Status));
    }

    [Fact]
    public void A_programme_gives_its_own_word_and_colour_to_a_status()
    {
        var row = Row(Board("2026-06-30"), "food_output", 2026);
        Assert.Equal((Colour.Blue, "按期推进"), (row.Colour, row.Word.Zh));
    }

    [Fact]
    public void A_programme_with_a_cycle_of_figures_still_answers_for_any_date()
    {
        for (var year = 2020; year < 2032; year++)
            Assert.Equal(11, Board($"{year}-07-01").Targets.Count);
    }

    [Fact]
    public void Heze_stands_where_its_published_figures_say()
    {
        var heze = Repository.Heze.Programme!;
        var board = BuildBoard.Build(Repository.Heze, Repository.Figures("programmes/heze", heze), new DateOnly(2024, 12, 31));
        Assert.Equal(24, board.Targets.Count(row => row.Target.Qualifier != Qualifier.Qualitative));
        Assert.Equal(6, board.Targets.Count(row => row.Target.Qualifier == Qualifier.Qualitative));

        var energy = Row(board, "new_energy_capacity", 2025);
        Assert.Equal((580.87m, "万千瓦", "2024-04"), (energy.Actual!.Value, energy.Actual.Unit.Symbol, energy.Actual.Period.ToString()));
        Assert.Equal(119.13m, energy.Gap);
        Assert.Null(energy.Expected);
        var biomedicine = Row(board, "biomedicine_output", 2025);
        Assert.Equal((833m, "亿元", "2022"), (biomedicine.Actual!.Value, biomedicine.Actual.Unit.Symbol, biomedicine.Actual.Period.ToString()));
        Assert.All(board.Targets.Where(row => row.Actual is null), row => Assert.NotEmpty(row.Missing));
        Assert.NotEmpty(board.Conflicts);
    }

    private static Board Board(string asOf, string? region = null) => BuildBoard.Build(Repository.Qinghe, Figures, DateOnly.Parse(asOf), region);

    private static BoardRow Row(Board board, string indicator, int? year) =>
        Assert.Single(board.Targets, row => row.Indicator == indicator && row.Year == year);
}
