using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Explaining;

/// <summary>Tells why a result differs between two instants, exactly: what the kinds of change come to adds up to the difference.</summary>
public static class DecomposeChange
{
    private static readonly string[] Gone = ["closed", "merged"];

    private static readonly Reading NotDefined = Reading.OfUndefined(("当时没有此指标", "the indicator was not defined then"));

    /// <param name="before">The earlier world.</param>
    /// <param name="after">The later one, of the same region and period.</param>
    public static Change Decompose(World before, World after)
    {
        // The facts of before by the definition of after.
        var between = after.Context with { Facts = before.Context.Facts };
        var earlier = Evaluate(before.Formula, before.Context, out var askedBefore);
        var later = Evaluate(after.Formula, after.Context, out var asked);
        return new Change(
            earlier.Reading,
            Evaluate(after.Formula, between, out _).Reading,
            later.Reading,
            [.. asked.Take(ExplainFormula.MostAggregates).Select(one => Of(one, Counterpart(one, asked, askedBefore, before, after), before.Context, after.Context))],
            [.. Figures(earlier.Used, later.Used)]);
    }

    private static Evaluation Evaluate(Formula? formula, FormulaContext context, out IReadOnlyList<AskedAggregate> asked)
    {
        asked = [];
        return formula is null ? new Evaluation(NotDefined, []) : EvaluateFormula.Evaluate(formula, context, out asked);
    }

    // What the earlier formula asked instead: the same, or where both formulas are one aggregate, that one.
    private static AskedAggregate? Counterpart(AskedAggregate one, IReadOnlyList<AskedAggregate> asked, IReadOnlyList<AskedAggregate> askedBefore, World before, World after) =>
        asked.Count == 1 && askedBefore.Count == 1 && IsOneAggregate(before) && IsOneAggregate(after)
            ? askedBefore[0]
            : askedBefore.FirstOrDefault(other => other.Source == one.Source && other.Period == one.Period);

    private static bool IsOneAggregate(World world) => world.Formula?.Root is Call { Function.TakesUnits: true };

    private static AggregateChange Of(AskedAggregate one, AskedAggregate? counterpart, FormulaContext before, FormulaContext after)
    {
        var units = new AggregateUnits(one, after.Catalogue);
        var between = after with { Facts = before.Facts };
        var (old, now) = (units.Answers(between), units.Answers(after));
        var (first, then) = (units.Together(old) ?? 0, units.Together(now) ?? 0);
        var part = new AggregateChange(new Formula(one.Source, one.Call), units.Kind, units.Item, units.Unit, one.Period, first, then, [], []);
        if (units.Kind is not (AggregateKind.Sum or AggregateKind.Units or AggregateKind.Answers))
            return part;

        var changes = Units(units, one.Period, old, now, between, after);
        var lines = changes.GroupBy(change => change.Kind).OrderBy(group => group.Key).Select(group => new ChangeLine(group.Key, group.Count(), group.Sum(change => change.Amount))).ToList();
        if (counterpart is not null && ByDefinition(counterpart, before, units, old) is { } line)
            (part, lines) = (part with { Before = first - line.Amount }, line.Units == 0 ? lines : [.. lines, line]);
        return part with { Lines = lines, Units = changes };
    }

    // The earlier facts by both definitions; null where the two do not measure the same.
    private static ChangeLine? ByDefinition(AskedAggregate counterpart, FormulaContext before, AggregateUnits units, IReadOnlyList<UnitAnswer> redefined)
    {
        var earlier = new AggregateUnits(counterpart, before.Catalogue);
        if (earlier.Kind is not (AggregateKind.Sum or AggregateKind.Units or AggregateKind.Answers) || earlier.Unit.Dimension != units.Unit.Dimension)
            return null;
        var was = earlier.Answers(before).ToDictionary(answer => answer.Unit, answer => answer.Amount is { } amount ? new Quantity(amount, earlier.Unit).To(units.Unit).Amount : (decimal?)null);
        var amounts = redefined.ToDictionary(answer => answer.Unit, answer => answer.Amount);
        var differences = was.Keys.Union(amounts.Keys)
            .Select(unit => (Before: was.GetValueOrDefault(unit), After: amounts.GetValueOrDefault(unit)))
            .Where(pair => pair.Before != pair.After)
            .ToList();
        return new ChangeLine(DifferenceKind.Formula, differences.Count, differences.Sum(pair => (pair.After ?? 0) - (pair.Before ?? 0)));
    }

    private static IReadOnlyList<UnitChange> Units(AggregateUnits units, Period period, IReadOnlyList<UnitAnswer> old, IReadOnlyList<UnitAnswer> now, FormulaContext before, FormulaContext after)
    {
        var (was, @is) = (old.ToDictionary(answer => answer.Unit), now.ToDictionary(answer => answer.Unit));
        return [.. was.Keys.Union(@is.Keys)
            .Select(code => (Code: code, Before: was.GetValueOrDefault(code), After: @is.GetValueOrDefault(code)))
            .Where(pair => pair.Before?.Amount != pair.After?.Amount)
            .Select(pair => new UnitChange(pair.Code, KindOf(pair.Before, pair.After, context => Absence(units, pair.Code, period, context), before, after), pair.Before?.Amount, pair.After?.Amount))
            .OrderByDescending(change => Math.Abs(change.Amount))
            .ThenBy(change => change.Unit, StringComparer.Ordinal)];
    }

    private static DifferenceKind KindOf(UnitAnswer? before, UnitAnswer? after, Func<FormulaContext, Absent> absence, FormulaContext earlier, FormulaContext later)
    {
        if (before is null && absence(earlier) is var was && was != Absent.No)
            return was switch { Absent.NotThere => DifferenceKind.Opened, Absent.Elsewhere => DifferenceKind.MovedIn, _ => DifferenceKind.Reclassified };
        if (after is null && absence(later) is var now && now != Absent.No)
            return now switch { Absent.NotThere => DifferenceKind.Closed, Absent.Elsewhere => DifferenceKind.MovedOut, _ => DifferenceKind.Reclassified };
        return (before?.HasValue == true, after?.HasValue == true) switch
        {
            (true, true) => DifferenceKind.Revised,
            (true, false) => DifferenceKind.Withdrawn,
            (false, true) => DifferenceKind.New,
            // What stands in for gaps counts for whoever is asked.
            (false, false) => before?.Amount is null ? DifferenceKind.New : DifferenceKind.Withdrawn,
        };
    }

    // What keeps a unit from being asked at all, the first that holds.
    private static Absent Absence(AggregateUnits units, string code, Period period, FormulaContext context)
    {
        var unit = context.Facts.Unit(code, period);
        var isIn = unit is not null && AggregateUnits.RegionOf(unit, context) is not null;
        if (isIn && units.Passes(unit!, context.Catalogue))
            return Absent.No;
        if (unit is null || unit.Of(UnitAttributes.Region).Count == 0 || unit.Of(UnitAttributes.Status).Any(Gone.Contains))
            return Absent.NotThere;
        return isIn ? Absent.Otherwise : Absent.Elsewhere;
    }

    private enum Absent
    {
        No,
        NotThere,
        Elsewhere,
        Otherwise,
    }

    private static IEnumerable<FigureChange> Figures(IReadOnlyList<PublishedFigure> before, IReadOnlyList<PublishedFigure> after)
    {
        var (was, @is) = (ByKey(before), ByKey(after));
        return was.Keys.Union(@is.Keys)
            .Select(key => new FigureChange(was.GetValueOrDefault(key), @is.GetValueOrDefault(key)))
            .Where(change => change.Before?.Quantity != change.After?.Quantity);
    }

    private static Dictionary<(string Item, string Place, Period Period), PublishedFigure> ByKey(IReadOnlyList<PublishedFigure> figures) =>
        figures.DistinctBy(figure => (figure.Item, figure.Place, figure.Period)).ToDictionary(figure => (figure.Item, figure.Place, figure.Period));
}
