using Lianzhang.Core.Formulas;

namespace Lianzhang.Core.Programmes.Checks;

/// <summary>What a form checks before it is sent is a condition over what the unit itself reports.</summary>
internal static class CheckFormRules
{
    /// <summary>The checks of each form that could be read.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<ReadCheck>> Check(Draft draft)
    {
        if (draft is not { Regions: { } regions, Industries.Industries: { } industries, Items: { } items, Indicators.Indicators: { } indicators })
            return new Dictionary<string, IReadOnlyList<ReadCheck>>();
        var catalogue = BuildCatalogue.Of(regions, industries, items, indicators);
        return (draft.Forms?.Forms ?? []).DistinctBy(form => form.Code).ToDictionary(
            form => form.Code,
            form => (IReadOnlyList<ReadCheck>)[.. (form.Checks ?? []).Select(check => (check, Rule: Read(draft, catalogue, check))).Where(read => read.Rule is not null).Select(read => new ReadCheck(read.check, read.Rule!))]);
    }

    private static Rule? Read(Draft draft, Catalogue catalogue, FormCheck check)
    {
        var rule = ParseFormula.ParseRule(check.Holds, out var syntax);
        draft.Faults.AddRange(TellFormula.Faults(draft.Sources.Of(check, "holds"), syntax));
        if (rule is null)
            return null;
        if (rule.Figures.Count + rule.Indicators.Count > 0)
            draft.Fault(check, "holds", ("审核关系只看本单位的数据：用 sum(数据项)，不用 value 或 indicator", "a check is about what the unit reports: use sum(item), not value or indicator"));
        else
            draft.Faults.AddRange(TellFormula.Faults(draft.Sources.Of(check, "holds"), CheckFormula.CheckRule(rule, catalogue)));
        return rule;
    }
}
