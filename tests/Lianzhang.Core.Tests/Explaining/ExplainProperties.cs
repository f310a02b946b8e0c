using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianzhang.Core.Explaining;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Explaining;

/// <summary>Whatever the units are and said: parts add up to the whole and kinds of change to the difference, to the last digit, as the evaluator has them.</summary>
public sealed class ExplainProperties
{
    private const int Worlds = 3_000;

    private static readonly string[] Aggregates =
    [
        "sum(output)", "sum(output where industry in green)", "sum(default(output, 0) where not region = town)", "sum(default(output, 7 万元))", "count(units)",
        "count(units where industry = solar)", "count(output where industry in (green, coal))", "count(output)", "sum(land)",
    ];

    private static readonly string[] Formulas = [.. Aggregates, "avg(output)", "max(output) - min(output)", "share(sum(output where industry in green), sum(output))", "yoy(sum(output))", "indicator(whole)", "count(regions where count(units) >= 1 家)"];

    private static readonly Gen<SmallUnit> Units =
        from region in Gen.Elements("east", "east", "west", "town", SmallWorld.City, "other", null)
        from industry in Gen.Elements("solar", "wind", "coal", null)
        from said in Gen.Frequency<PackedValue?>(
            (8, from scaled in Gen.Choose(-50, 1_000_000) select (PackedValue?)SmallUnit.Amount(scaled)),
            (1, Gen.Constant<PackedValue?>(null)), (1, Gen.Constant<PackedValue?>(SmallUnit.NotApplicable)), (1, Gen.Elements<PackedValue?>(SmallUnit.Missing("停产"), SmallUnit.Missing("迟报"))))
        from place in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new SmallUnit(region, industry, said, place);

    // Of one instant and of a later one; most stay as they were.
    private static readonly Gen<(SmallUnit Before, SmallUnit After)> Pairs =
        from before in Units
        from other in Units
        from changed in Gen.Choose(0, 4)
        select (before, changed switch
        {
            0 => other,
            1 => before with { Said = other.Said },
            2 => before with { Region = other.Region },
            3 => before with { Industry = other.Industry },
            _ => before,
        });

    private static readonly Gen<(World Before, World After)> Changes =
        from count in Gen.Choose(0, 7)
        from units in Pairs.ListOf(count)
        from formula in Gen.Elements(Formulas)
        from other in Gen.Frequency((3, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>(Formulas)))
        from split in Gen.Elements(true, false)
        from again in Gen.Frequency((3, Gen.Constant(split)), (1, Gen.Constant(!split)))
        from region in Gen.Elements(SmallWorld.City, SmallWorld.City, "west", "east")
        select (SmallWorld.Of(formula, [.. units.Select(unit => unit.Before)], split, region), SmallWorld.Of(other ?? formula, [.. units.Select(unit => unit.After)], again, region));

    [Property(MaxTest = Worlds)]
    public Property Parts_and_units_add_up_to_the_whole_as_the_evaluator_has_it() => Prop.ForAll(Changes.ToArbitrary(), worlds =>
    {
        var (formula, context) = (worlds.After.Formula!, worlds.After.Context);
        var explained = ExplainFormula.Explain(formula, context);
        var wrong = explained.Aggregates.Index().Select(one => Wrong(one.Item, ExplainFormula.Open(formula, context, one.Index)!.Units, context)).FirstOrDefault(found => found is not null);
        var same = explained.Reading.Equals(EvaluateFormula.Evaluate(formula, context).Reading);
        return (wrong is null && same).Label($"{formula}: {wrong}");
    });

    [Property(MaxTest = Worlds)]
    public Property Kinds_of_change_add_up_to_the_difference_as_the_evaluator_has_it() => Prop.ForAll(Changes.ToArbitrary(), worlds =>
    {
        var change = DecomposeChange.Decompose(worlds.Before, worlds.After);
        var wrong = change.Aggregates.Select(aggregate => Wrong(aggregate, change, worlds)).FirstOrDefault(found => found is not null);
        return (wrong is null).Label($"{worlds.Before.Formula} → {worlds.After.Formula}: {wrong}");
    });

    private static string? Wrong(ExplainedAggregate aggregate, IReadOnlyList<UnitAnswer> units, FormulaContext context)
    {
        var at = context with { Period = aggregate.Period };
        if (aggregate.Completeness is var all && (all.Asked != units.Count || all.Asked != all.Answered + all.NotApplicable + all.Missing || all.Missing != all.Reasons.Sum(reason => reason.Units)))
            return $"{aggregate.Formula} has {all} of {units.Count} units";
        if (aggregate.Kind != AggregateKind.Groups && aggregate.Parts.Count > 0 && aggregate.Parts.Sum(part => part.Completeness.Asked) != all.Asked)
            return $"{aggregate.Formula}: parts ask another number of units";
        if (!aggregate.AddsUp)
            return null;
        if (aggregate.Parts.Count > 0 && aggregate.Parts.Sum(part => part.Amount ?? 0) != (aggregate.Amount ?? 0))
            return $"{aggregate.Formula}: parts add up to {aggregate.Parts.Sum(part => part.Amount ?? 0)}, not {aggregate.Amount}";
        if (units.Sum(unit => unit.Amount ?? 0) != (aggregate.Amount ?? 0))
            return $"{aggregate.Formula}: units add up to {units.Sum(unit => unit.Amount ?? 0)}, not {aggregate.Amount}";
        if (aggregate.Reading is { HasValue: true } reading && !IsSame(aggregate.Unit, reading, aggregate.Amount))
            return $"{aggregate.Formula} is {reading.Amount}, explained as {aggregate.Amount}";
        return aggregate.Parts
            .Where(part => part.Region is not null && EvaluateFormula.Evaluate(aggregate.Formula, at with { Region = part.Region }).Reading is { HasValue: true } own && !IsSame(aggregate.Unit, own, part.Amount))
            .Select(part => $"{aggregate.Formula} of {part.Region} is not {part.Amount}")
            .FirstOrDefault();
    }

    private static string? Wrong(AggregateChange aggregate, Change change, (World Before, World After) worlds)
    {
        if (aggregate.Kind is not (AggregateKind.Sum or AggregateKind.Units or AggregateKind.Answers))
            return aggregate.Lines.Count > 0 ? $"{aggregate.Formula} has lines and does not add up" : null;
        if (aggregate.Lines.Sum(line => line.Amount) != aggregate.After - aggregate.Before)
            return $"{aggregate.Formula}: {string.Join(", ", aggregate.Lines)} is not {aggregate.After} - {aggregate.Before}";
        if (aggregate.Units.DistinctBy(unit => unit.Unit).Count() != aggregate.Units.Count || aggregate.Units.Any(unit => unit.Kind == DifferenceKind.Formula))
            return $"{aggregate.Formula}: a unit has no kind of its own";
        var own = aggregate.Units.GroupBy(unit => unit.Kind).Select(group => new ChangeLine(group.Key, group.Count(), group.Sum(unit => unit.Amount)));
        if (!own.OrderBy(line => line.Kind).SequenceEqual(aggregate.Lines.Where(line => line.Kind != DifferenceKind.Formula)))
            return $"{aggregate.Formula}: the lines are not those of the units";
        var at = aggregate.Period;
        if (Reading(aggregate.Formula, worlds.After.Context, at) is { HasValue: true } after && !IsSame(aggregate.Unit, after, aggregate.After))
            return $"{aggregate.Formula} is {after.Amount} after, told as {aggregate.After}";
        // Where both are one aggregate, the earlier one is what was asked then.
        var earlier = Aggregates.Contains(worlds.Before.Formula!.Source) && Aggregates.Contains(worlds.After.Formula!.Source) ? worlds.Before.Formula : worlds.Before.Formula == worlds.After.Formula ? aggregate.Formula : null;
        if (earlier is not null && EvaluatedIn(earlier, aggregate.Unit) && Reading(earlier, worlds.Before.Context, at) is { HasValue: true } before && !IsSame(aggregate.Unit, before, aggregate.Before))
            return $"{earlier} is {before.Amount} before, told as {aggregate.Before}";
        return Whole(aggregate, change, worlds);
    }

    // An indicator that is this very aggregate differs by its definition as the aggregate does.
    private static string? Whole(AggregateChange aggregate, Change change, (World Before, World After) worlds)
    {
        if (worlds.Before.Formula != worlds.After.Formula || !Aggregates.Contains(worlds.After.Formula!.Source) || change is not { Before.HasValue: true, Redefined.HasValue: true })
            return null;
        var line = aggregate.Lines.Where(one => one.Kind == DifferenceKind.Formula).Sum(one => one.Amount);
        return aggregate.Unit == Unit.Parse("亩") || aggregate.Unit.ToBase(line) == change.Redefined.Amount - change.Before.Amount ? null : $"{aggregate.Formula}: {line} by its definition";
    }

    private static bool EvaluatedIn(Formula formula, Unit unit) => formula.Source.StartsWith("count", StringComparison.Ordinal) == (unit.Symbol == "家") && formula.Source.Contains("land", StringComparison.Ordinal) == (unit.Symbol == "亩");

    private static Reading Reading(Formula formula, FormulaContext context, Period period) => EvaluateFormula.Evaluate(formula, context with { Period = period }).Reading;

    // A mu is two thirds of a thousand square metres: in base units its sums are rounded in the last of 28 digits, in mu they are not.
    private static bool IsSame(Unit unit, Reading reading, decimal? amount) => Math.Round(unit.FromBase(reading.Amount), 10) == (amount ?? 0);
}
