using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Formulas;

public sealed class FormulaProperties
{
    private static readonly string[] Periods = ["2025", "2025-03", "2025-Q1", "2025-H1", "2025-M02-YTD", "0001-01", "9998-12"];
    private static readonly string[] Items = ["gdp", "retail", "profit", "capacity", "output", "staff"];
    private static readonly decimal[] Extremes = [0, 1, -1, decimal.MaxValue, decimal.MinValue, 0.0000000000000000000000000001m, 79_228_162_514m];

    [Property(MaxTest = 1000)]
    public Property Printing_and_reading_gives_the_same_tree() => Prop.ForAll(
        FormulaGenerator.Expressions.ToArbitrary(),
        tree =>
        {
            var printed = PrintFormula.Of(tree);
            var formula = ParseFormula.Parse(printed, out var faults);
            return (formula?.Root == tree && formula?.ToString() == printed).Label($"{printed} {string.Join(' ', faults)}");
        });

    [Property(MaxTest = 500)]
    public Property Every_tree_is_checked_worded_and_evaluated_without_an_exception() => Prop.ForAll(
        (from tree in FormulaGenerator.Expressions from facts in AnyFacts from period in Gen.Elements(Periods) select (tree, facts, period)).ToArbitrary(),
        sample =>
        {
            var formula = new Formula(string.Empty, sample.tree);
            _ = CheckFormula.Check(formula, Sample.Catalogue, Unit.One);
            _ = formula.InWords(code => new Text(code), Language.English);
            var first = EvaluateFormula.Evaluate(formula, Sample.Context(sample.period, facts: sample.facts));
            var second = EvaluateFormula.Evaluate(formula, Sample.Context(sample.period, facts: sample.facts));
            return first.Reading.Equals(second.Reading) && (first.Reading.State != FactState.Missing || first.Reading.Missing.Count > 0);
        });

    [Property(MaxTest = 500)]
    public Property A_rule_prints_to_itself_and_never_throws() => Prop.ForAll(
        FormulaGenerator.Conditions.ToArbitrary(),
        tree =>
        {
            var printed = PrintFormula.Of(tree);
            var rule = ParseFormula.ParseRule(printed, out var faults);
            _ = CheckFormula.CheckRule(new Rule(string.Empty, tree), Sample.Catalogue);
            return (rule?.Root == tree && rule?.ToString() == printed && rule.Parts.Count > 0 && rule.InWords(code => new Text(code), Language.Chinese).Length > 0)
                .Label($"{printed} {string.Join(' ', faults)}");
        });

    [Property(MaxTest = 500)]
    public Property A_rule_holds_as_the_condition_of_an_if_does_and_what_was_compared_decides_it() => Prop.ForAll(
        (from tree in FormulaGenerator.Conditions from facts in AnyFacts from period in Gen.Elements(Periods) from unit in Gen.Elements(Sample.Units.ToArray()) select (tree, facts, period, unit)).ToArbitrary(),
        sample =>
        {
            var context = Sample.Context(sample.period, facts: sample.facts);
            var rule = new Rule(string.Empty, sample.tree);
            var evaluation = EvaluateFormula.OfUnit(rule, context, sample.unit);
            var chosen = EvaluateFormula.OfUnit(Sample.Parse($"if({rule}, 1, 0)"), context, sample.unit).Reading;
            return evaluation.Reading.Equals(chosen)
                && evaluation.Compared.Count > 0 && !evaluation.Compared.Select(compared => compared.Part).Except(rule.Parts).Any()
                && evaluation.Compared.All(compared => (compared.Left.HasValue && compared.Right.HasValue) == evaluation.Reading.HasValue);
        });

    [Property(MaxTest = 500)]
    public Property Any_text_is_read_or_refused_within_its_bounds(string? text) => Prop.ForAll(
        Gen.Elements("sum(", "value(", ")", "100 亿", "亿元", " in ", " where ", "not ", "-", "1", ",", "= ", ">=", "gdp", "\uD83D", "%", "/").ListOf(8).ToArbitrary(),
        parts =>
        {
            var source = string.Concat(parts) + text;
            var formula = ParseFormula.Parse(source, out var faults);
            return formula is not null
                ? faults.Count == 0
                : faults is [var only] && only.Column >= 1 && only.Length >= 1 && only.Column <= source.Length + 1;
        });

    [Property(MaxTest = 300)]
    public Property A_value_does_not_depend_on_the_units_that_figures_are_stated_in() => Prop.ForAll(
        (from tree in FormulaGenerator.Expressions
         from amounts in Gen.Choose(-1_000_000, 10_000_000).ArrayOf(7)
         select (tree, amounts)).ToArbitrary(),
        sample =>
        {
            var formula = new Formula(string.Empty, sample.tree);
            var readings = new[] { ("元", 10_000m), ("万元", 1m), ("亿元", 0.0001m) }
                .Select(unit => EvaluateFormula.Evaluate(formula, Sample.Context("2025", facts: Stated(sample.amounts, unit.Item1, unit.Item2))).Reading)
                .ToList();
            return readings.TrueForAll(reading => reading.Equals(readings[0]));
        });

    [Property(MaxTest = 200)]
    public Property The_parts_of_a_region_add_up_to_the_whole() => Prop.ForAll(
        (from places in Gen.Elements("371702", "371703", "371700").ArrayOf(12)
         from answers in AnyReading.ArrayOf(12)
         from source in Gen.Elements("sum(output)", "sum(default(output, 3 元) where industry in sei)", "count(output)", "count(units where title = sme)")
         select (places, answers, source)).ToArbitrary(),
        sample =>
        {
            var units = sample.places.Select((place, i) => Sample.Unit_($"u{i}", place, i % 2 == 0 ? "drugs" : "other", i % 3 == 0 ? "sme" : "", "")).ToList();
            var table = Tables.Of([], units, [.. sample.answers.Select((answer, i) => Sample.Fact("output", $"u{i}", "2025", answer))]);

            // What reports straight to the city lies in no county; another tree of places holds it as a place of its own.
            var own = Tables.Of([], [.. units.Where(unit => unit.Of("region")[0] == "371700")], [.. Facts(table, units)]);
            var parts = new[] { ("371702", table), ("371703", table), ("371700", own) }.Select(part => Sample.Evaluate(sample.source, "2025", part.Item1, part.Item2)).ToList();
            var whole = Sample.Evaluate(sample.source, "2025", "371700", table);
            return whole.HasValue
                ? parts.Where(part => part.HasValue).Sum(part => part.Amount) == whole.Amount
                : parts.Exists(part => !part.HasValue);
        });

    [Fact]
    public void The_properties_are_tried_on_every_kind_of_node_and_on_formulas_that_have_values()
    {
        var trees = FormulaGenerator.Expressions.Sample(1_000, 20).ToList();
        var kinds = typeof(Node).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Node)) && !type.IsAbstract);
        var stated = Stated([40_000_000, 30_000_000, 20_000_000], "万元", 1);
        var evaluations = trees.ConvertAll(tree => EvaluateFormula.Evaluate(new Formula(string.Empty, tree), Sample.Context("2025", facts: stated)));
        var valued = evaluations.Count(evaluation => evaluation.Reading.HasValue && evaluation.Used.Count > 0);

        Assert.Empty(kinds.Except(trees.SelectMany(Below).Select(node => node.GetType())));
        Assert.Empty(FunctionList.All.Except(trees.SelectMany(Below).OfType<Call>().Select(call => call.Function)));
        Assert.True(valued > 30, $"only {valued} of 1,000 formulas had a value that rests on figures");
    }

    private static IEnumerable<Node> Below(Node node) => node.Children.SelectMany(Below).Prepend(node);

    private static Gen<Reading> AnyReading => Gen.Frequency(
        (8, Gen.Choose(-1_000, 100_000).Select(amount => Reading.Of(amount))),
        (1, Gen.Constant(Reading.NotApplicable)),
        (1, Gen.Constant(Sample.Unanswered("output", "u", "2025"))));

    /// <summary>Figures and facts of every item, extreme ones among them, some of them lacking.</summary>
    private static Gen<FactTable> AnyFacts
    {
        get
        {
            var keys = (from item in Items from period in Periods.Append("2024") select (item, period)).ToList();
            var amount = Gen.Frequency((3, Gen.Choose(1, 1_000_000).Select(n => (decimal?)n)), (2, Gen.Elements(Extremes).Select(n => (decimal?)n)), (1, Gen.Constant((decimal?)null)));
            var reading = Gen.Frequency((8, AnyReading), (2, Gen.Elements(Extremes).Select(Reading.Of)));
            return from amounts in amount.ArrayOf(keys.Count)
                   from readings in reading.ArrayOf(keys.Count * Sample.Units.Count)
                   from units in Gen.Frequency((9, Gen.Constant(Sample.Units.Count)), (1, Gen.Constant(0)))
                   select Tables.Of(
                       keys.Zip(amounts).Where(pair => pair.Second is not null).Select(pair => Sample.Figure(pair.First.item, pair.First.period, pair.Second!.Value, "元")),
                       [.. Sample.Units.Take(units)],
                       [.. readings.Select((answer, i) => Sample.Fact(keys[i % keys.Count].item, $"u{(i / keys.Count) + 1}", keys[i % keys.Count].period, answer))]);
        }
    }

    private static FactTable Stated(int[] amounts, string unit, decimal perWan) => Tables.Of(
        [
            .. from item in Enumerable.Range(0, Items.Length)
               from year in Enumerable.Range(2020, 6)
               select Sample.Figure(Items[item], $"{year}", amounts[((item * 6) + year) % amounts.Length] * perWan, unit),
        ],
        Sample.Units,
        [.. from reporter in Sample.Units from item in Items select Sample.Fact(item, reporter.Code, "2025", Reading.Of(500_000_000m))]);

    private static IEnumerable<UnitFact> Facts(FactTable table, IEnumerable<ReportingUnit> units) =>
        from unit in units
        let reading = table.Fact("output", ItemKind.Flow, unit.Code, Period.OfYear(2025))
        where reading is not null
        select new UnitFact("output", unit.Code, Period.OfYear(2025), reading);
}
