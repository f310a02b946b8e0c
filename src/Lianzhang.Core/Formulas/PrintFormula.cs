using Lianzhang.Core.Values;
using static Lianzhang.Core.Formulas.ArithmeticOperator;

namespace Lianzhang.Core.Formulas;

/// <summary>Writes trees in the canonical form, which parses to the same tree.</summary>
internal static class PrintFormula
{
    public static string Of(Node node) => node switch
    {
        Number number => NumberText(number),
        Negation negation => $"-{Inside(negation.Of, Level(negation))}",
        Arithmetic { Left: var left, Right: var right, Operator: var sign } =>
            $"{Inside(left, Level(node))} {Sign(sign)} {Inside(right, Level(node) + 1)}",
        Call call => $"{call.Function.Name}({string.Join(", ", call.Arguments.Select(Of))})",
        Comparison { Left: var left, Right: var right } comparison => $"{Of(left)} {Sign(comparison.Operator)} {Of(right)}",
        BothConditions both => $"{Inside(both.Left, Level(both))} and {Inside(both.Right, Level(both) + 1)}",
        EitherCondition either => $"{Inside(either.Left, Level(either))} or {Inside(either.Right, Level(either) + 1)}",
        NotCondition not => $"not {Inside(not.Of, Level(not))}",
        Selection selection => SelectionText(selection),
        Groups groups => $"{groups.Group} where {Of(groups.Where)}",
        FigureName figure => figure.Place is null ? figure.Item.Code : $"{figure.Item} in {figure.Place}",
        IndicatorName indicator => indicator.Code.Code,
        FilterTest test => $"{test.Attribute} {Sign(test.Operator)} {Codes(test.Codes)}",
        BothFilters both => $"{Inside(both.Left, Level(both))} and {Inside(both.Right, Level(both) + 1)}",
        EitherFilter either => $"{Inside(either.Left, Level(either))} or {Inside(either.Right, Level(either) + 1)}",
        NotFilter not => $"not {Inside(not.Of, Level(not))}",
        _ => throw new InvalidOperationException($"no spelling for {node.GetType().Name}"),
    };

    public static string Sign(ArithmeticOperator operation) => operation switch
    {
        Add => "+",
        Subtract => "-",
        Multiply => "*",
        Divide => "/",
    };

    public static string Sign(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "!=",
        ComparisonOperator.Less => "<",
        ComparisonOperator.AtMost => "<=",
        ComparisonOperator.Greater => ">",
        ComparisonOperator.AtLeast => ">=",
    };

    private static string Sign(FilterOperator filter) => filter switch
    {
        FilterOperator.Is => "=",
        FilterOperator.IsNot => "!=",
        FilterOperator.In => "in",
        FilterOperator.NotIn => "not in",
    };

    private static string NumberText(Number number) =>
        number.Unit is null ? Quantity.Number(number.Amount) : new Quantity(number.Amount, number.Unit).ToString();

    private static string SelectionText(Selection selection)
    {
        var item = selection.Default is null ? selection.Item.Code : $"default({selection.Item}, {NumberText(selection.Default)})";
        return selection.Where is null ? item : $"{item} where {Of(selection.Where)}";
    }

    private static string Codes(IReadOnlyList<Name> codes) => codes is [var only] ? only.Code : $"({string.Join(", ", codes)})";

    private static string Inside(Node node, int level) => Level(node) < level ? $"({Of(node)})" : Of(node);

    /// <summary>How tightly a node binds; a node inside one that binds tighter needs parentheses.</summary>
    internal static int Level(Node node) => node switch
    {
        EitherCondition or EitherFilter => 1,
        BothConditions or BothFilters => 2,
        NotCondition or NotFilter => 3,
        Comparison => 4,
        Arithmetic { Operator: Add or Subtract } => 5,
        Arithmetic => 6,
        Negation => 7,
        _ => 8,
    };
}
