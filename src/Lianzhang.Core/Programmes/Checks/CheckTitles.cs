using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;

namespace Lianzhang.Core.Programmes.Checks;

/// <summary>Titles are values of the attribute title, rest on each other without a circle, and have rules that can be judged.</summary>
internal static class CheckTitles
{
    /// <summary>The checked rules of each title.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<UnitCondition>> Check(Draft draft)
    {
        var titles = (draft.Titles?.Titles ?? []).DistinctBy(title => title.Code).ToList();
        foreach (var title in titles)
            OfOne(draft, title);
        Circles(draft, titles);
        if (draft is not { Regions: { } regions, Industries.Industries: { } industries, Items: { } items, Indicators.Indicators: { } indicators })
            return new Dictionary<string, IReadOnlyList<UnitCondition>>();
        var catalogue = BuildCatalogue.Of(regions, industries, items, indicators);
        var rules = new CheckUnitRules(draft.Sources, draft.Faults, catalogue, Declared(draft, catalogue));
        return titles.ToDictionary(title => title.Code, title => rules.Check(title.Rules ?? []));
    }

    private static void OfOne(Draft draft, TitleDefinition title)
    {
        var values = (draft.Items?.Attributes ?? []).FirstOrDefault(attribute => attribute.Code == UnitAttributes.Title)?.Values ?? [];
        if (draft.Items is not null && values.All(value => value.Code != title.Code))
            draft.Fault(title, "code", ($"称号 {title.Code} 未列入 items.yaml 中属性 title 的取值", $"title {title.Code} is no value of the attribute title in items.yaml"));
        if (title.Levels.Count == 0)
            draft.Fault(title, "levels", ("至少列出一个认定层级", "list at least one level"));
        if (title.ValidMonths <= 0)
            draft.Fault(title, "valid_months", ("有效期应为正的月数", "the validity is a number of months above zero"));
        if (title.ReviewMonths <= 0 || title.ReviewMonths > title.ValidMonths)
            draft.Fault(title, "review_months", ("复核应在有效期之内", "the review lies within the validity"));
    }

    // An item that is declared but faulty was told already; a formula that names it is not at fault.
    private static Func<Formula, bool> Declared(Draft draft, Catalogue catalogue)
    {
        var items = draft.Codes(FileNames.Items, "items", default);
        return formula => formula.Items.Any(code => items.Codes.Contains(code) && !catalogue.Items.ContainsKey(code));
    }

    // A circle is told once, at the member that stands first in the file.
    private static void Circles(Draft draft, IReadOnlyList<TitleDefinition> titles)
    {
        var below = titles.ToDictionary(title => title.Code, title => title.RestsOn ?? []);
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var title in titles)
        {
            if (told.Contains(title.Code) || PathBack(below, title.Code, title.Code, []) is not { } path || path.Exists(told.Contains))
                continue;
            told.UnionWith(path);
            var shown = string.Join(" → ", [title.Code, .. path]);
            draft.Fault(title, "rests_on", ($"称号梯度循环：{shown}", $"titles rest on each other: {shown}"));
        }
    }

    private static List<string>? PathBack(Dictionary<string, IReadOnlyList<string>> below, string from, string to, HashSet<string> seen)
    {
        foreach (var next in below.GetValueOrDefault(from) ?? [])
        {
            if (next == to)
                return [to];
            if (seen.Add(next) && PathBack(below, next, to, seen) is { } rest)
                return [next, .. rest];
        }

        return null;
    }
}
