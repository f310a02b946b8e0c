using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Explaining;

/// <summary>An aggregate of a formula, and how its units are asked one by one.</summary>
internal sealed class AggregateUnits
{
    private static readonly Unit Counted = Unit.Parse("家");
    private static readonly Unit CountedGroups = Unit.Parse("个");

    // Amounts are reported in ten-thousandths of the item's unit: so many decimals bring back what dividing by a base unit may have blurred.
    private const int Decimals = 4;

    private readonly Selection? selection;
    private readonly Period period;

    public AggregateUnits(AskedAggregate asked, Catalogue catalogue)
    {
        period = asked.Period;
        selection = asked.Call.Arguments[0] as Selection;
        Kind = KindOf(asked.Call, selection);
        Item = selection?.Item.Code is { } code && code != Selection.Units ? code : null;
        Unit = Kind == AggregateKind.Groups ? CountedGroups : Kind == AggregateKind.Answers || Item is null ? Counted : catalogue.Items.GetValueOrDefault(Item)?.Unit ?? Unit.One;
    }

    public AggregateKind Kind { get; }

    public string? Item { get; }

    public Unit Unit { get; }

    /// <summary>What each unit that was asked answered; nothing for a count of groups.</summary>
    public IReadOnlyList<UnitAnswer> Answers(FormulaContext context)
    {
        if (selection is null)
            return [];
        var (evaluator, scope) = (new Evaluator(context), new Scope(period));
        return Kind == AggregateKind.Units
            ? [.. UnitAnswers.Matching(selection.Where, evaluator, scope).Where(unit => !unit.IsPlace).DistinctBy(unit => unit.Code).Select(unit => new UnitAnswer(unit.Code, RegionOf(unit, context), FactState.Value, 1, null))]
            : [.. UnitAnswers.Each(selection, evaluator, scope).DistinctBy(answer => answer.Unit.Code).Select(answer => Of(answer.Unit, answer.Reading, context))];
    }

    /// <summary>Whether a unit passes the filter.</summary>
    public bool Passes(ReportingUnit unit, Catalogue catalogue) => selection?.Where is not { } filter || UnitAnswers.Passes(filter, unit, catalogue);

    /// <summary>The answers put together as the kind says; null when there are none.</summary>
    public decimal? Together(IReadOnlyCollection<UnitAnswer> answers)
    {
        var amounts = answers.Select(answer => answer.Amount).OfType<decimal>().ToList();
        return amounts.Count == 0 ? null : Kind switch
        {
            AggregateKind.Average => amounts.Sum() / amounts.Count,
            AggregateKind.Least => amounts.Min(),
            AggregateKind.Greatest => amounts.Max(),
            _ => amounts.Sum(),
        };
    }

    /// <summary>The region of a unit that lies within the context's; the first where it has several.</summary>
    public static string? RegionOf(ReportingUnit unit, FormulaContext context)
    {
        var tree = Regions(context.Catalogue);
        return unit.Of(UnitAttributes.Region).FirstOrDefault(code => tree?.IsWithin(code, context.Region) ?? code == context.Region);
    }

    public static CodeTree? Regions(Catalogue catalogue) => catalogue.Attributes.GetValueOrDefault(UnitAttributes.Region)?.Values;

    private UnitAnswer Of(ReportingUnit unit, Reading reading, FormulaContext context)
    {
        var amount = reading.HasValue ? Kind == AggregateKind.Answers ? 1 : Math.Round(Unit.FromBase(reading.Amount), Decimals) : StandIn(reading);
        return new UnitAnswer(unit.Code, RegionOf(unit, context), reading.State, amount, reading.State == FactState.Missing ? reading.Reason : null);
    }

    // Counts take no default.
    private decimal? StandIn(Reading gap) => selection!.Default is { } stand && UnitAnswers.IsGap(gap) ? Unit.FromBase(stand.InBase) : null;

    private static AggregateKind KindOf(Call call, Selection? selection) => (call.Function.Name, selection) switch
    {
        ("avg", _) => AggregateKind.Average,
        ("min", _) => AggregateKind.Least,
        ("max", _) => AggregateKind.Greatest,
        ("count", null) => AggregateKind.Groups,
        ("count", { Item.Code: Selection.Units }) => AggregateKind.Units,
        ("count", _) => AggregateKind.Answers,
        _ => AggregateKind.Sum,
    };
}
