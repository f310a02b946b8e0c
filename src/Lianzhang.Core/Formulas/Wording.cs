using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>Tells a formula in words of one language.</summary>
/// <param name="nameOfCode">Names of what is named.</param>
/// <param name="language">The language.</param>
/// <param name="isOfOneUnit">Whether it is about one unit alone, where the total, the average and the extremes are all what the unit reported.</param>
internal sealed class Wording(Func<string, Text> nameOfCode, Language language, bool isOfOneUnit = false)
{
    public string Say(string chinese, string english) => language == Language.Chinese ? chinese : english;

    /// <summary>An English noun after a number.</summary>
    public static string Many(int? number, string noun) => $"{number} {noun}{(number == 1 ? string.Empty : "s")}";

    public string Name(Name name) => nameOfCode(name.Code).In(language);

    public string Of(Node node) => node switch
    {
        Number number => PrintFormula.Of(number),
        Negation negation => $"−{Operand(negation.Of)}",
        Arithmetic arithmetic => $"{Side(arithmetic.Left, arithmetic, 0)} {Sign(arithmetic.Operator)} {Side(arithmetic.Right, arithmetic, 1)}",
        Call call => call.Fits ? call.Function.InWords(call, this) : PrintFormula.Of(call),
        Comparison comparison => $"{Of(comparison.Left)} {Sign(comparison.Operator)} {Of(comparison.Right)}",
        BothConditions { Left: var left, Right: var right } => $"{Side(left, node, 0)}{Say("且", " and ")}{Side(right, node, 0)}",
        EitherCondition { Left: var left, Right: var right } => $"{Side(left, node, 0)}{Say("或", " or ")}{Side(right, node, 0)}",
        NotCondition not => $"{Say("非", "not ")}{Bracketed(Of(not.Of))}",
        BothFilters { Left: var left, Right: var right } => $"{Side(left, node, 0)}{Say("，", ", ")}{Side(right, node, 0)}",
        EitherFilter { Left: var left, Right: var right } => $"{Side(left, node, 0)}{Say("或", " or ")}{Side(right, node, 0)}",
        NotFilter not => $"{Say("非", "not ")}{Bracketed(Of(not.Of))}",
        FilterTest test => Test(test),
        _ => PrintFormula.Of(node),
    };

    /// <summary>The words for a part of a phrase: sums and products stand in parentheses there.</summary>
    public string Operand(Expression expression) => expression is Arithmetic or Negation ? Bracketed(Of(expression)) : Of(expression);

    /// <summary>An item of units with what is wanted of it, and the filter behind: 企业产值之和（产业属于战略性新兴产业）.</summary>
    public string Selected(Selection selection, Text wanted)
    {
        var item = isOfOneUnit ? Name(selection.Item) : Say($"{Name(selection.Item)}{wanted.Zh}", $"{wanted.In(language)} of {Name(selection.Item)}");
        var notes = new List<string>();
        if (selection.Default is { } stand)
            notes.Add(Say($"未报按{PrintFormula.Of(stand)}计", $"{PrintFormula.Of(stand)} where not reported"));
        if (selection.Where is { } filter)
            notes.Add(Of(filter));
        return Noted(item, notes);
    }

    public string Counted(Selection units) => Noted(Say("单位数", "number of units"), units.Where is null ? [] : [Of(units.Where)]);

    public string Counted(Groups groups) =>
        Noted(Say($"{Name(groups.Group)}个数", $"number of {Name(groups.Group)}"), [Of(groups.Where)]);

    private string Noted(string phrase, List<string> notes) =>
        notes.Count == 0 ? phrase : $"{phrase}{Say(string.Empty, " ")}{Bracketed(string.Join(Say("，", ", "), notes))}";

    private string Test(FilterTest test)
    {
        var word = test.Operator switch
        {
            FilterOperator.Is => Say("为", " is "),
            FilterOperator.IsNot => Say("不为", " is not "),
            FilterOperator.In => Say("属于", " in "),
            FilterOperator.NotIn => Say("不属于", " not in "),
        };
        return $"{Name(test.Attribute)}{word}{string.Join(Say("、", ", "), test.Codes.Select(Name))}";
    }

    private string Side(Node side, Node of, int tighter) =>
        PrintFormula.Level(side) < PrintFormula.Level(of) + tighter ? Bracketed(Of(side)) : Of(side);

    private string Bracketed(string text) => Say($"（{text}）", $"({text})");

    private static string Sign(ArithmeticOperator operation) => operation switch
    {
        ArithmeticOperator.Add => "+",
        ArithmeticOperator.Subtract => "−",
        ArithmeticOperator.Multiply => "×",
        ArithmeticOperator.Divide => "÷",
    };

    private static string Sign(ComparisonOperator comparison) => comparison switch
    {
        ComparisonOperator.Equal => "=",
        ComparisonOperator.NotEqual => "≠",
        ComparisonOperator.Less => "<",
        ComparisonOperator.AtMost => "≤",
        ComparisonOperator.Greater => ">",
        ComparisonOperator.AtLeast => "≥",
    };
}
