using System.Globalization;
using System.Text.RegularExpressions;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Formulas;

/// <summary>Runs every example of docs/formula.md.</summary>
public sealed partial class FormulaDocumentationTests
{
    private static string Page { get; } = File.ReadAllText(Path.Combine(Repository.Root, "docs/formula.md")).ReplaceLineEndings("\n");

    public static IEnumerable<TheoryDataRow<string, string>> Examples => Blocks("formula");

    public static IEnumerable<TheoryDataRow<string, string>> RuleExamples => Blocks("rule");

    public static IEnumerable<TheoryDataRow<string, string>> Refusals => Blocks("refused");

    [Theory]
    [MemberData(nameof(Examples))]
    public void An_example_comes_to_what_the_page_says(string source, string result)
    {
        var expected = Result().Match(result);
        Assert.True(expected.Success, $"'{result}' is not of the form '= 12.5 % in 2025'");
        var unit = Unit.Parse(expected.Groups["unit"].Value);
        var formula = Sample.Parse(source);

        Assert.Empty(CheckFormula.Check(formula, Sample.Catalogue, unit));
        var reading = EvaluateFormula.Evaluate(formula, Sample.Context(expected.Groups["period"].Value)).Reading;
        Assert.Equal(expected.Groups["result"].Value, Told(reading, unit));
    }

    [Theory]
    [MemberData(nameof(RuleExamples))]
    public void A_rule_holds_where_the_page_says(string source, string result)
    {
        var expected = RuleResult().Match(result);
        Assert.True(expected.Success, $"'{result}' is not of the form '= holds for u1 in 2025'");
        var rule = Sample.ParseRule(source);

        Assert.Empty(CheckFormula.CheckRule(rule, Sample.Catalogue));
        var unit = Sample.Units.Single(unit => unit.Code == expected.Groups["unit"].Value);
        var evaluation = EvaluateFormula.OfUnit(rule, Sample.Context(expected.Groups["period"].Value), unit);
        Assert.Equal(expected.Groups["result"].Value, evaluation.Holds ? "holds" : evaluation.Fails ? "fails" : Told(evaluation.Reading, Unit.One));
    }

    [Theory]
    [MemberData(nameof(Refusals))]
    public void A_formula_that_the_page_calls_refused_is_refused(string source, string message)
    {
        var faults = CheckFormula.Check(Sample.Parse(source), Sample.Catalogue, Unit.One).ToList();

        Assert.Equal(message, $"! {faults[0].Message.In(Language.English)}");
    }

    [Fact]
    public void The_page_has_examples_and_no_block_that_is_not_run()
    {
        Assert.True(Examples.Count() >= 20);
        Assert.True(Refusals.Count() >= 3);
        Assert.True(RuleExamples.Count() >= 3);
        Assert.Equal(Examples.Count() + RuleExamples.Count() + Refusals.Count(), Fence().Count(Page) / 2);
    }

    [Fact]
    public void The_page_lists_every_function_with_its_syntax()
    {
        var lines = FunctionList.All.Select(function =>
            $"| `{function.Name}` | {string.Join("<br>", function.Syntax.Split("  ").Select(form => $"`{form}`"))} | {function.Description.En} |");

        Assert.Equal(lines, Page.Split('\n').SkipWhile(line => !line.StartsWith("| function |", StringComparison.Ordinal)).Skip(2).TakeWhile(line => line.Length > 0));
    }

    [Fact]
    public void Every_function_has_an_example()
    {
        var called = string.Concat(Examples.Select(example => example.Data.Item1 + "\n"));

        Assert.All(FunctionList.All, function => Assert.Contains($"{function.Name}(", called));
    }

    [Fact]
    public void The_worked_example_of_the_folder_is_true()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "src/Lianzhang.Core/Formulas/README.md")).ReplaceLineEndings("\n");
        var (source, result) = Assert.Single(Blocks("formula", readme)).Data;

        An_example_comes_to_what_the_page_says(source, result);
    }

    private static string Told(Reading reading, Unit unit) => reading.State switch
    {
        FactState.Missing => "missing",
        FactState.Undefined => "undefined",
        FactState.NotApplicable => "not applicable",
        FactState.Zero or FactState.Value => Math.Round(unit.FromBase(reading.Amount), 10).ToString("0.##########", CultureInfo.InvariantCulture),
    };

    private static IEnumerable<TheoryDataRow<string, string>> Blocks(string kind, string? page = null) =>
        from block in Block().Matches(page ?? Page)
        where block.Groups["kind"].Value == kind
        select new TheoryDataRow<string, string>(block.Groups["source"].Value, block.Groups["result"].Value);

    [GeneratedRegex("^```(?<kind>formula|rule|refused)\n(?<source>[^`]+?)\n(?<result>[=!] [^\n]+)\n```$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Block();

    [GeneratedRegex("^```", RegexOptions.Multiline, 1000)]
    private static partial Regex Fence();

    [GeneratedRegex("^= (?<result>-?[0-9.]+|missing|undefined|not applicable)( (?<unit>[^ ]+))? in (?<period>[^ ]+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Result();

    [GeneratedRegex("^= (?<result>holds|fails|missing|undefined|not applicable) for (?<unit>[^ ]+) in (?<period>[^ ]+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RuleResult();
}
