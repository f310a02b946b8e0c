using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;

namespace Lianzhang.Core.Programmes.Checks;

/// <summary>Every formula can be read, names what exists, keeps its units and does not rest on itself.</summary>
internal sealed class CheckFormulas(Draft draft)
{
    private readonly Dictionary<string, Formula> formulas = new(StringComparer.Ordinal);

    /// <summary>The formulas that could be read, by indicator.</summary>
    public IReadOnlyDictionary<string, Formula> Check()
    {
        var indicators = (draft.Indicators?.Indicators ?? []).DistinctBy(indicator => indicator.Code).ToList();
        foreach (var indicator in indicators.Where(indicator => indicator.Formula is not null))
            Parse(indicator, indicator.Formula!);

        if (draft is { Regions: { } regions, Industries.Industries: { } industries, Items: { } items, Indicators: not null })
        {
            var catalogue = BuildCatalogue.Of(regions, industries, items, indicators);
            if (draft.IsPublished)
                catalogue = catalogue with { Items = catalogue.Items.ToDictionary(item => item.Key, item => item.Value with { OverRegions = RegionRule.Sum }) };
            foreach (var indicator in indicators.Where(indicator => indicator.Unit is not null && formulas.ContainsKey(indicator.Code)))
                CheckNames(indicator, catalogue);
        }

        Cycles(indicators);
        return formulas;
    }

    private void Parse(Indicator indicator, string source)
    {
        if (indicator.Unit is null)
            draft.Fault(indicator, "formula", ("有公式的指标须写单位 unit", "an indicator with a formula states its unit"));
        if (ParseFormula.Parse(source, out var faults) is { } formula)
            formulas.Add(indicator.Code, formula);
        Tell(indicator, faults);
    }

    private void CheckNames(Indicator indicator, Catalogue catalogue)
    {
        // An entry that is declared but faulty was told already; what names it is not at fault.
        var formula = formulas[indicator.Code];
        var items = draft.Codes(FileNames.Items, "items", default);
        var indicators = draft.Codes(FileNames.Indicators, "indicators", default);
        var restsOnFaulty = formula.Items.Any(code => items.Codes.Contains(code) && !catalogue.Items.ContainsKey(code))
            || formula.Indicators.Any(code => indicators.Codes.Contains(code) && !catalogue.Indicators.ContainsKey(code));
        if (!restsOnFaulty)
            Tell(indicator, CheckFormula.Check(formula, catalogue, indicator.Unit!));
    }

    private void Tell(Indicator indicator, IReadOnlyList<FormulaFault> faults) =>
        draft.Faults.AddRange(TellFormula.Faults(draft.Sources.Of(indicator, "formula"), faults));

    private void Cycles(IReadOnlyList<Indicator> indicators)
    {
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var indicator in indicators)
        {
            if (told.Contains(indicator.Code) || PathBack(indicator.Code, indicator.Code, []) is not { } path || path.Exists(told.Contains))
                continue;
            told.UnionWith(path);
            var shown = string.Join(" → ", [indicator.Code, .. path]);
            draft.Fault(indicator, "formula", ($"指标循环引用：{shown}", $"indicators rest on each other: {shown}"));
        }
    }

    private List<string>? PathBack(string from, string to, HashSet<string> seen)
    {
        foreach (var next in formulas.TryGetValue(from, out var formula) ? formula.Indicators : [])
        {
            if (next == to)
                return [to];
            if (seen.Add(next) && PathBack(next, to, seen) is { } rest)
                return [next, .. rest];
        }

        return null;
    }
}
