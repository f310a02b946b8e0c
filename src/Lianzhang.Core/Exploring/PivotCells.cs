using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Exploring;

/// <summary>What a cell comes to before it is shown: the amount in base units where the state is value.</summary>
internal sealed record PivotRaw(PivotState State, decimal Amount = 0, int Gaps = 0, Text? Reason = null)
{
    public bool HasValue => State == PivotState.Value;
}

/// <summary>Evaluates cells by the formulas that boards use, each point once.</summary>
internal sealed class PivotCells(Programme programme, FactTable facts, bool onlyReported)
{
    /// <summary>A sum over fewer enterprises would tell what one of them reported.</summary>
    public const int FewestEnterprises = 3;

    private readonly Dictionary<PivotPoint, PivotRaw> known = [];
    private readonly Dictionary<PivotPoint, PivotAnswers> answered = [];
    private readonly SortedSet<string> sources = new(StringComparer.Ordinal);

    /// <summary>Titles of the publications that were used.</summary>
    public IReadOnlyCollection<string> Sources => sources;

    public bool UsesUnits { get; private set; }

    public PivotRaw Of(PivotPoint point) => known.TryGetValue(point, out var raw) ? raw : known[point] = Evaluate(point);

    /// <summary>
    /// A point and the same of another period, for growth. Sums of what was reported are of those alone that reported for both periods, as
    /// statistics compare.
    /// </summary>
    public (PivotRaw Now, PivotRaw Before) Both(PivotPoint now, Period before)
    {
        var then = now with { Period = before };
        if (!onlyReported || now.Measure.Source != PivotSource.Item)
            return (Of(now), Of(then));
        if ((WithoutAmount(now) ?? WithoutAmount(then)) is { } without)
            return WithoutAmount(now) is null ? (new PivotRaw(PivotState.Value), without) : (without, without);
        var item = programme.Catalogue.Items[now.Measure.Code];
        var givers = Answers(now).Givers ?? PivotAnswers.OfUnits(SelectionOf(now), Context(now)).Givers!;
        var both = givers.Where(unit => facts.Fact(item.Code, item.Kind, unit.Code, before) is { HasValue: true }).ToList();
        if (both.Count == 0)
            return (NobodyInBoth, NobodyInBoth);
        return PivotAnswers.AreFew(both) ? (Few(0), Few(0)) : (Over(now, both), Over(then, both));
    }

    private PivotRaw Evaluate(PivotPoint point) => point.Measure.Source switch
    {
        PivotSource.Item => Added(point),
        PivotSource.Figure => Told(new Call(FunctionList.Find("value")!, [new FigureName(Named(point.Measure.Code), null, default)], default), point),
        PivotSource.Indicator => programme.Formulas.TryGetValue(point.Measure.Code, out var formula) ? Told(Evaluate(formula, point)) : new PivotRaw(PivotState.None),
    };

    private PivotRaw Told(Expression root, PivotPoint point) => Told(Evaluate(new Formula(string.Empty, root), point));

    private PivotRaw Told(Reading reading) => reading.State switch
    {
        FactState.Value or FactState.Zero => new PivotRaw(PivotState.Value, reading.Amount),
        FactState.NotApplicable => new PivotRaw(PivotState.NotApplicable, Reason: reading.Reason),
        FactState.Undefined => new PivotRaw(PivotState.Undefined, Reason: reading.Reason),
        _ => Gaps(reading) is > 0 and var gaps ? new PivotRaw(PivotState.Missing, Gaps: gaps, Reason: reading.Reason) : new PivotRaw(PivotState.None, Reason: reading.Reason),
    };

    // What is missing of a place was not published or asked of nobody; what is missing of a unit is owed by it.
    private int Gaps(Reading reading) => reading.Missing.Select(figure => figure.Place).Distinct().Count(place => !programme.Catalogue.Places.Contains(place));

    private PivotRaw Added(PivotPoint point)
    {
        if (WithoutAmount(point) is { } without)
            return without;
        var answers = Answers(point);
        // Who gave an amount is known by now; where a cell is kept nobody need be asked.
        var told = answers.Givers is { } givers ? Over(point, givers) : Told(Sum(SelectionOf(point) with { Default = answers.Missing > 0 ? new Number(0, null, default) : null }), point);
        return told with { Gaps = answers.Missing };
    }

    // Null where there is an amount.
    private PivotRaw? WithoutAmount(PivotPoint point)
    {
        var answers = Answers(point);
        if (answers.Values == 0)
            return answers.Missing > 0 ? Owed(answers) : answers.NotApplicable > 0 ? new PivotRaw(PivotState.NotApplicable, Reason: Reading.NotApplicable.Reason) : NobodyAsked;
        if (answers.Missing > 0 && !onlyReported)
            return Owed(answers);
        return answers.AreTooFew ? Few(answers.Missing) : null;
    }

    private PivotAnswers Answers(PivotPoint point) => answered.TryGetValue(point, out var answers) ? answers : answered[point] = PivotAnswers.Of(SelectionOf(point), Context(point));

    // The sum over units that are known to have given an amount.
    private PivotRaw Over(PivotPoint point, IReadOnlyList<ReportingUnit> givers) =>
        Told(new Evaluator(Context(point)).Result(new Formula(string.Empty, Sum(SelectionOf(point with { Where = null }))), givers));

    private static Selection SelectionOf(PivotPoint point) => new(Named(point.Measure.Code), null, point.Where, default);

    private static PivotRaw NobodyAsked { get; } = new(PivotState.None, Reason: ("无单位填报", "no unit reports it"));

    private static PivotRaw NobodyInBoth { get; } = new(PivotState.None, Reason: ("没有两期都填报的单位", "no unit reported for both periods"));

    private static PivotRaw Few(int gaps) => new(PivotState.Withheld, Gaps: gaps, Reason: ($"不足 {FewestEnterprises} 家，不单独列示", $"fewer than {FewestEnterprises} enterprises"));

    private static Call Sum(Selection selection) => new(FunctionList.Find("sum")!, [selection], default);

    private static PivotRaw Owed(PivotAnswers answers) => new(PivotState.Missing, Gaps: answers.Missing, Reason: ($"{answers.Missing} 家未报齐", $"{answers.Missing} not reported in full"));

    private Reading Evaluate(Formula formula, PivotPoint point)
    {
        var evaluation = EvaluateFormula.Evaluate(formula, Context(point));
        sources.UnionWith(evaluation.Used.Select(figure => figure.Source.Title));
        UsesUnits |= evaluation.UsesUnits;
        return evaluation.Reading;
    }

    private FormulaContext Context(PivotPoint point) => new(facts, programme.Catalogue, programme.Formulas.GetValueOrDefault, point.Region, point.Period);

    private static Name Named(string code) => new(code, default);
}
