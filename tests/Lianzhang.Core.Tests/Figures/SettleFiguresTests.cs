using Lianzhang.Core.Facts;
using Lianzhang.Core.Figures;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Figures;

public sealed class SettleFiguresTests
{
    private static readonly DateOnly Late = new(2030, 1, 1);

    [Fact]
    public void A_final_figure_goes_before_an_expected_one() =>
        Chooses("b", ConflictRule.Flag, Figure("a", 10, FigureFlag.Expected), Figure("b", 9));

    [Fact]
    public void A_plain_number_goes_before_a_qualified_one() =>
        Chooses("b", ConflictRule.Qualifier, Figure("a", 850, qualifier: "多"), Figure("b", 854.8m));

    [Fact]
    public void The_later_publication_goes_first() =>
        Chooses("b", ConflictRule.Published, Figure("a", 10, published: "2024-01-05"), Figure("b", 11, published: "2024-03-05"), Figure("c", 12));

    [Fact]
    public void What_nothing_tells_apart_stays_in_order() =>
        Chooses("a", ConflictRule.Order, Figure("a", 10), Figure("b", 11));

    [Fact]
    public void Sources_that_agree_are_no_conflict_though_their_units_differ()
    {
        var settled = SettleFigures.Settle([Figure("a", 1), Figure("b", 10_000, unit: "万元"), Figure("c", 1, FigureFlag.Expected)], Late);
        Assert.Empty(settled.Conflicts);
        Assert.Equal("a", Assert.Single(settled.Figures).Source.Title);
    }

    [Fact]
    public void Nothing_is_lost_where_sources_disagree()
    {
        var conflict = Assert.Single(SettleFigures.Settle([Figure("a", 1), Figure("b", 2), Figure("c", 3)], Late).Conflicts);
        Assert.Equal(["b", "c"], conflict.Others.Select(other => other.Source.Title));
    }

    [Fact]
    public void A_figure_counts_once_its_period_has_ended_and_it_was_published()
    {
        var figure = Figure("a", 1, published: "2025-03-20");
        Assert.Empty(SettleFigures.Settle([figure], new DateOnly(2025, 3, 19)).Figures);
        Assert.Single(SettleFigures.Settle([figure], new DateOnly(2025, 3, 20)).Figures);
        Assert.Empty(SettleFigures.Settle([Figure("a", 1)], new DateOnly(2024, 12, 30)).Figures);
        Assert.Single(SettleFigures.Settle([Figure("a", 1)], new DateOnly(2024, 12, 31)).Figures);
    }

    [Fact]
    public void The_same_row_in_a_second_file_does_not_undo_its_date_of_publication()
    {
        PublishedFigure[] twice = [Figure("a", 1), Figure("a", 1, published: "2025-03-20")];
        Assert.Empty(SettleFigures.Settle(twice, new DateOnly(2025, 1, 1)).Figures);
    }

    private static void Chooses(string source, ConflictRule rule, params PublishedFigure[] figures)
    {
        var conflict = Assert.Single(SettleFigures.Settle(figures, Late).Conflicts);
        Assert.Equal((source, rule), (conflict.Chosen.Source.Title, conflict.Rule));
    }

    private static PublishedFigure Figure(string source, decimal value, FigureFlag flag = FigureFlag.Final, string qualifier = "", string? published = null, string unit = "亿元") => new(
        "output",
        "x",
        Period.OfYear(2024),
        new Quantity(value, Unit.Parse(unit)),
        qualifier,
        flag,
        published is null ? null : DateOnly.Parse(published),
        new FigureSource(source),
        new Location("f.csv", 2));
}
