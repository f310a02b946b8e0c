using Lianzhang.Core.Formulas;
using Lianzhang.Core.Programmes.Yaml;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes.Checks;

/// <summary>Rules over one enterprise: each says one thing, names what exists and keeps its units.</summary>
/// <param name="sources">Where the rules stand.</param>
/// <param name="faults">Where faults are gathered.</param>
/// <param name="catalogue">What formulas may name.</param>
/// <param name="restsOnFaulty">Whether a formula names what was found faulty elsewhere.</param>
internal sealed class CheckUnitRules(SourceMap sources, List<Fault> faults, Catalogue catalogue, Func<Formula, bool> restsOnFaulty)
{
    private const int MostYears = 100;

    /// <summary>The rules with the formulas that could be read.</summary>
    public IReadOnlyList<UnitCondition> Check(IReadOnlyList<UnitRule> rules)
    {
        foreach (var again in rules.GroupBy(rule => rule.Code).SelectMany(group => group.Skip(1)))
            Fault(again, "code", ($"规则编码 {again.Code} 重复", $"duplicate rule code {again.Code}"));
        return [.. rules.Select(Of)];
    }

    private UnitCondition Of(UnitRule rule)
    {
        var (measured, named, counted) = (rule.Formula is not null, rule.Attribute is not null, rule.YearsAtLeast is not null || rule.YearsAtMost is not null);
        if ((measured ? 1 : 0) + (named ? 1 : 0) + (counted ? 1 : 0) != 1)
            Fault(rule, "code", ("规则须写且只写一种条件：formula、attribute，或 years_at_least、years_at_most", "a rule states one thing: a formula, an attribute, or years_at_least and years_at_most"));
        else if (measured)
            return Measured(rule);
        else if (named)
            Named(rule);
        else
            Counted(rule);
        return new UnitCondition(rule);
    }

    private UnitCondition Measured(UnitRule rule)
    {
        if (rule.In is not null)
            Fault(rule, "in", ("in 只与 attribute 同用", "in belongs to an attribute"));
        var bounds = new object?[] { rule.AtLeast, rule.AtMost, rule.Above, rule.AtLeastOf }.Count(bound => bound is not null);
        if (bounds != 1)
            Fault(rule, "formula", ("公式须写且只写一个界限：at_least、at_most、above 或 at_least_of", "a formula has one bound: at_least, at_most, above or at_least_of"));
        if (rule.Unit is null)
            Fault(rule, "formula", ("有公式的规则须写单位 unit", "a rule with a formula states its unit"));
        return new UnitCondition(rule, Read(rule, "formula", rule.Formula!), rule.AtLeastOf is { } bound ? Read(rule, "at_least_of", bound) : null);
    }

    private Formula? Read(UnitRule rule, string key, string source)
    {
        var formula = ParseFormula.Parse(source, out var syntax);
        faults.AddRange(TellFormula.Faults(sources.Of(rule, key), syntax));
        if (formula is null)
            return null;
        // What is published of a region says nothing of one enterprise.
        if (formula.Figures.Count + formula.Indicators.Count > 0)
            Fault(rule, key, ("规则只看一家企业的数据：用 sum(数据项)，不用 value 或 indicator", "a rule is about the facts of one enterprise: use sum(item), not value or indicator"));
        else if (rule.Unit is { } unit && !restsOnFaulty(formula))
            faults.AddRange(TellFormula.Faults(sources.Of(rule, key), CheckFormula.Check(formula, catalogue, unit, isRule: true)));
        return formula;
    }

    private void Named(UnitRule rule)
    {
        NoBounds(rule);
        if (!catalogue.Attributes.TryGetValue(rule.Attribute!, out var attribute))
        {
            var hint = Nearest.Hint(rule.Attribute!, catalogue.Attributes.Keys);
            Fault(rule, "attribute", ($"未知的属性 {rule.Attribute}{hint.Zh}", $"unknown attribute {rule.Attribute}{hint.En}"));
            return;
        }

        if (rule.In is not { Count: > 0 })
            Fault(rule, "attribute", ("须用 in 列出符合条件的代码", "list under in the codes that are meant"));
        // An attribute without a fixed list, such as clusters, may have any value.
        foreach (var code in (rule.In ?? []).Where(code => attribute.Values.Codes.Any() && !attribute.Values.Has(code)))
        {
            var hint = Nearest.Hint(code, attribute.Values.Codes);
            Fault(rule, "in", ($"没有 {code} 这个 {attribute.Code} 代码{hint.Zh}", $"no code of {attribute.Code} {code}{hint.En}"));
        }
    }

    private void Counted(UnitRule rule)
    {
        NoBounds(rule);
        if (rule.In is not null)
            Fault(rule, "in", ("in 只与 attribute 同用", "in belongs to an attribute"));
        if (rule.YearsAtLeast is < 0 or > MostYears || rule.YearsAtMost is < 0 or > MostYears || rule.YearsAtMost < rule.YearsAtLeast)
            Fault(rule, rule.YearsAtLeast is null ? "years_at_most" : "years_at_least", ($"年数应在 0 到 {MostYears} 之间，且下限不大于上限", $"years lie between 0 and {MostYears}, the least not above the most"));
    }

    private void NoBounds(UnitRule rule)
    {
        foreach (var (key, isWritten) in new[] { ("at_least", rule.AtLeast is not null), ("at_most", rule.AtMost is not null), ("above", rule.Above is not null), ("at_least_of", rule.AtLeastOf is not null), ("unit", rule.Unit is not null) })
        {
            if (isWritten)
                Fault(rule, key, ($"{key} 只与 formula 同用", $"{key} belongs to a formula"));
        }
    }

    private void Fault(UnitRule rule, string key, Text message) => faults.Add(new Fault(sources.At(rule, key), message));
}
