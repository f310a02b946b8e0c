using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>One evaluation: walks the tree, remembers the figures used, and bounds depth and work so that every formula ends.</summary>
/// <param name="context">What it is evaluated over.</param>
/// <param name="asked">Takes what was asked of units on the way, where somebody wants to know.</param>
internal sealed class Evaluator(FormulaContext context, List<AskedAggregate>? asked = null)
{
    private const int MostSteps = 5_000_000;
    private const int MostLevels = 1_000;
    private const int MostIndicators = 32;

    // A figure is one instance in the table, so that identity tells it and no long comparison is needed. Many formulas use none.
    private HashSet<PublishedFigure>? seen;
    private List<PublishedFigure>? used;
    private int steps;
    private int levels;
    private int indicators;

    private static Reading TooMuch { get; } = States.Undefined("计算量过大", "the formula takes too many steps");

    public FormulaContext Context => context;

    public IReadOnlyList<PublishedFigure> Used => used ?? [];

    /// <summary>Whether the result rests on the units of the registers.</summary>
    public bool UsesUnits { get; private set; }

    public Reading Of(Node node, Scope scope)
    {
        if (!Spend(1))
            return TooMuch;
        if (levels >= MostLevels)
            return States.Undefined("层次过深", "the formula goes too deep");
        levels++;
        try
        {
            return Reckon(node, scope);
        }
        catch (OverflowException)
        {
            return States.OutOfRange;
        }
        finally
        {
            levels--;
        }
    }

    /// <summary>The result, which counts for nothing once the work has been cut short.</summary>
    public Reading Result(Formula formula, IReadOnlyList<ReportingUnit>? group = null)
    {
        var reading = Of(formula.Root, Whole(group));
        return Spend(0) ? reading : TooMuch;
    }

    /// <summary>Whether a rule holds for a group; what was compared counts for nothing once the work has been cut short.</summary>
    public RuleEvaluation Result(Rule rule, IReadOnlyList<ReportingUnit> group)
    {
        var decided = new DecideRule(this, Whole(group)).Of(rule.Root);
        return Spend(0) ? decided : new RuleEvaluation(TooMuch, []);
    }

    /// <summary>The reading in another scope, or undefined where that lies before the calendar.</summary>
    public Reading In(Scope? scope, Node node) => scope is null ? States.BeforeCalendar : Of(node, scope);

    /// <summary>Counts work; false once the evaluation has done too much.</summary>
    public bool Spend(int work)
    {
        steps = steps > MostSteps ? steps : steps + work;
        return steps <= MostSteps;
    }

    /// <summary>The units that aggregates run over: of the group, or of the region as the period counts them.</summary>
    public IReadOnlyList<ReportingUnit> Units(Scope scope)
    {
        UsesUnits = true;
        return scope.Group?.Value ?? context.Facts.Units(context.Region, context.Catalogue.Attributes.GetValueOrDefault(UnitAttributes.Region)?.Values, scope.Period);
    }

    /// <summary>What the units of a selection answered together, where that is kept; asking costs no more however many they are.</summary>
    public Cell? Cell(Selection selection, Scope scope)
    {
        // A group keeps the units that it had on its day, whatever periods are asked for within it.
        if (scope.Group is not null && scope.Of?.Day != scope.Period.End)
            return null;
        UsesUnits = true;
        return context.Facts.Cell(selection.Key, context.Region, scope.Of?.Group, scope.Period);
    }

    /// <summary>The groups of the region's units by an attribute, where they are kept.</summary>
    public IReadOnlyList<string>? Groups(string attribute, Period period)
    {
        UsesUnits = true;
        return context.Facts.Groups(attribute, context.Region, period);
    }

    public Reading Figure(FigureName name, Scope scope)
    {
        if (!context.Catalogue.Items.TryGetValue(name.Item.Code, out var item))
            return UnknownItem(name.Item);
        var figure = context.Facts.Figure(item.Code, item.Kind, name.Place?.Code ?? context.Region, scope.Period);
        foreach (var part in figure.Used)
        {
            if ((seen ??= new(ReferenceEqualityComparer.Instance)).Add(part))
                (used ??= []).Add(part);
        }

        return figure.Reading;
    }

    /// <summary>Another indicator over the same period; it never sees the group that it is asked from.</summary>
    public Reading Indicator(IndicatorName name, Scope scope)
    {
        if (context.Indicator(name.Code.Code) is not { } formula)
            return States.Undefined($"没有指标 {name.Code}", $"no indicator {name.Code}");
        if (indicators >= MostIndicators)
            return States.Undefined($"指标互相引用成环，或超过 {MostIndicators} 层", $"indicators refer to each other in a circle, or more than {MostIndicators} deep");
        indicators++;
        var reading = Of(formula.Root, scope with { Group = null, Of = null });
        indicators--;
        return reading;
    }

    public static Reading UnknownItem(Name item) => States.Undefined($"没有数据项 {item}", $"no item {item}");

    private Scope Whole(IReadOnlyList<ReportingUnit>? group) => new(context.Period, group is null ? null : new Lazy<IReadOnlyList<ReportingUnit>>(group), IsOneUnit: group is not null);

    private Reading Reckon(Node node, Scope scope) => node switch
    {
        Number number => Reading.Of(number.InBase),
        Negation negation => States.Apply(Of(negation.Of, scope), static x => Reading.Of(-x)),
        Arithmetic arithmetic => Reckon(arithmetic.Operator, Of(arithmetic.Left, scope), Of(arithmetic.Right, scope)),
        Call { Fits: true } call => Called(call, scope),
        Call call => States.Undefined($"{call.Function.Name} 的参数有误", $"wrong arguments for {call.Function.Name}"),
        Comparison comparison => Truth.Compare(comparison.Operator, Of(comparison.Left, scope), Of(comparison.Right, scope)),
        NotCondition not => Truth.Not(Of(not.Of, scope)),
        BothConditions both => Join(both.Left, both.Right, scope, decides: false),
        EitherCondition either => Join(either.Left, either.Right, scope, decides: true),
        _ => States.Undefined("公式有误", "the formula is faulty"),
    };

    private Reading Called(Call call, Scope scope)
    {
        var reading = call.Function.Evaluate(call, this, scope);
        // What a group is judged by belongs to the count of groups, not to the formula by itself.
        if (asked is not null && scope.Group is null && call.Function.TakesUnits)
            asked.Add(new AskedAggregate(call, scope.Period, reading));
        return reading;
    }

    private static Reading Reckon(ArithmeticOperator operation, Reading left, Reading right) => States.Apply(left, right, operation switch
    {
        ArithmeticOperator.Add => static (x, y) => Reading.Of(x + y),
        ArithmeticOperator.Subtract => static (x, y) => Reading.Of(x - y),
        ArithmeticOperator.Multiply => static (x, y) => Reading.Of(x * y),
        ArithmeticOperator.Divide => States.Divide,
    });

    private Reading Join(Condition left, Condition right, Scope scope, bool decides)
    {
        var first = Of(left, scope);
        if (Truth.Settles(first, decides))
            return first;
        var second = Of(right, scope);
        return Truth.Settles(second, decides) ? second : Truth.Unsettled(first, second, decides);
    }
}
