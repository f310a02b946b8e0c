using Lianzhang.Core.Facts;

namespace Lianzhang.Core.Figures;

/// <summary>What decided between sources that disagree, in the order of the rules.</summary>
public enum ConflictRule
{
    /// <summary>Final before provisional before expected.</summary>
    Flag,

    /// <summary>A plain number before one with a word such as 约 or 多.</summary>
    Qualifier,

    /// <summary>The later publication, where both dates are known.</summary>
    Published,

    /// <summary>The row that stands first.</summary>
    Order,
}

/// <summary>Sources that disagree on a figure: all are kept, one is used.</summary>
public sealed record FigureConflict(PublishedFigure Chosen, IReadOnlyList<PublishedFigure> Others, ConflictRule Rule);

/// <summary>One figure per item, place and period, and the disagreements on the way there.</summary>
public sealed record SettledFigures(IReadOnlyList<PublishedFigure> Figures, IReadOnlyList<FigureConflict> Conflicts);

/// <summary>Chooses among what was known at a date.</summary>
public static class SettleFigures
{
    /// <param name="figures">In the order in which they were read.</param>
    /// <param name="asOf">Counts what is of a period ended by then and, where the day of publication is known, was published by then.</param>
    public static SettledFigures Settle(IEnumerable<PublishedFigure> figures, DateOnly asOf)
    {
        var chosen = new List<PublishedFigure>();
        var conflicts = new List<FigureConflict>();
        var known = Distinct(figures).Where(figure => figure.Period.End <= asOf && !(figure.Published > asOf));
        foreach (var same in known.GroupBy(figure => (figure.Item, figure.Place, figure.Period)))
        {
            // The sort is stable: what no rule tells apart stays in the order of the rows.
            var ranked = same.OrderBy(figure => figure.Flag).ThenBy(figure => figure.Qualifier.Length > 0).ThenByDescending(figure => figure.Published).ToList();
            chosen.Add(ranked[0]);
            var others = ranked.Skip(1).Where(other => other.Quantity.InBase != ranked[0].Quantity.InBase).ToList();
            if (others.Count > 0)
                conflicts.Add(new FigureConflict(ranked[0], others, RuleBetween(ranked[0], others[0])));
        }

        return new SettledFigures(chosen, conflicts);
    }

    // The same figure from the same source may stand in two files; where one knows the day of publication, that row is kept.
    private static IEnumerable<PublishedFigure> Distinct(IEnumerable<PublishedFigure> figures) => figures
        .GroupBy(figure => (figure.Item, figure.Place, figure.Period, figure.Quantity.InBase, figure.Source.Title))
        .Select(same => same.OrderByDescending(figure => figure.Published is not null).First());

    private static ConflictRule RuleBetween(PublishedFigure chosen, PublishedFigure other)
    {
        if (chosen.Flag != other.Flag)
            return ConflictRule.Flag;
        if ((chosen.Qualifier.Length > 0) != (other.Qualifier.Length > 0))
            return ConflictRule.Qualifier;
        return chosen.Published == other.Published ? ConflictRule.Order : ConflictRule.Published;
    }
}
