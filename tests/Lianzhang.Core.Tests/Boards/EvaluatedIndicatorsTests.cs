using System.Text.Json;
using Lianzhang.Core.Boards;
using Lianzhang.Core.Figures;

namespace Lianzhang.Core.Tests.Boards;

public sealed class EvaluatedIndicatorsTests
{
    private static readonly DateOnly Day = new(2026, 6, 30);
    private static readonly FigureSet Figures = Repository.Figures("tests/programmes/qinghe", Repository.Qinghe.Programme!);

    public static TheoryData<string> Items => [.. Figures.Figures.Select(figure => figure.Item).Distinct()];

    [Theory]
    [MemberData(nameof(Items))]
    public void Whatever_item_changes_the_board_is_the_one_made_anew(string item)
    {
        var kept = new EvaluatedIndicators();
        var before = Board(Figures, kept);
        var later = new FigureSet([.. Figures.Figures.Select(figure => figure.Item == item ? figure with { Quantity = figure.Quantity with { Amount = figure.Quantity.Amount * 3 } } : figure)], Figures.Unmapped, []);

        Assert.Equal(Board(later, new EvaluatedIndicators()), Board(later, kept.Without(Repository.Qinghe.Programme!, Changed(item, Figures.Figures.Where(figure => figure.Item == item).Min(figure => figure.Period.Year)))));
        // What is not put aside stays what it was, so that it is really kept.
        Assert.Equal(before, Board(Figures, kept));
    }

    [Fact]
    public void Just_what_rests_on_the_item_is_evaluated_again()
    {
        var kept = new EvaluatedIndicators();
        Board(Figures, kept);
        var shares = Repository.Qinghe.Programme!.Formulas.Count(formula => formula.Value.Items.Contains("organic_output"));
        Assert.InRange(shares, 1, kept.Count - 1);
        Assert.Equal(kept.Count - shares, kept.Without(Repository.Qinghe.Programme!, Changed("organic_output", 2026)).Count);
        Assert.Equal(kept.Count, kept.Without(Repository.Qinghe.Programme!, new Dictionary<string, int>()).Count);
    }

    public static TheoryData<string, int> Years => [.. Figures.Figures.Select(figure => (figure.Item, figure.Period.Year)).Distinct()];

    [Theory]
    [MemberData(nameof(Years))]
    public void Whatever_year_of_an_item_changes_the_years_before_stay_and_the_board_is_the_one_made_anew(string item, int year)
    {
        var kept = new EvaluatedIndicators();
        Board(Figures, kept);
        var later = new FigureSet([.. Figures.Figures.Where(figure => figure.Item != item || figure.Period.Year != year)], Figures.Unmapped, []);
        var then = kept.Without(Repository.Qinghe.Programme!, Changed(item, year));

        var now = Board(later, then);
        Assert.Equal(Board(later, new EvaluatedIndicators()), now);
        // Once more, with what is partly kept and was never asked for in between.
        Assert.Equal(Board(Figures, new EvaluatedIndicators()), Board(Figures, kept.Without(Repository.Qinghe.Programme!, Changed(item, year + 1)).Without(Repository.Qinghe.Programme!, Changed(item, year))));
    }

    private static Dictionary<string, int> Changed(string item, int year) => new() { [item] = year };

    private static string Board(FigureSet figures, EvaluatedIndicators evaluated) => JsonSerializer.Serialize(BuildBoard.Build(Repository.Qinghe, figures, Day, evaluated: evaluated).Targets
        .Select(row => new { row.Indicator, row.Year, row.Actual?.Value, Period = row.Actual?.Period.ToString(), row.Status, row.Gap, row.Expected }));
}
