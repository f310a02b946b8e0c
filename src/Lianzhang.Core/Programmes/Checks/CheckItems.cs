using Lianzhang.Core.Programmes.Yaml;

namespace Lianzhang.Core.Programmes.Checks;

/// <summary>Define once: items that are close are one item, or say that they are meant to differ.</summary>
internal static class CheckItems
{
    public static void Check(Draft draft)
    {
        var items = draft.IsPublished ? [] : draft.Items?.Items ?? [];
        var pairs = CloseItems.Of(items);
        foreach (var pair in pairs.Where(pair => !pair.IsMeant))
            Close(draft, pair);
        foreach (var item in items)
            Answers(draft, item, pairs);
    }

    // Told at the item that came later: it is the one that could have been left out.
    private static void Close(Draft draft, ClosePair pair)
    {
        var (first, second, likeness) = (pair.First, pair.Second, LikenessWords.Of(pair.In));
        draft.Fault(second, pair.In == Likeness.Name ? "name" : "definition", (
            $"数据项 {second.Code} 与 {first.Code} 的时间属性、量纲相同，{likeness.Zh}相近：请改用 {first.Code}，确有区别的写 differs_from: {first.Code}",
            $"the item {second.Code} is close to {first.Code}: same kind and dimension, like {likeness.En}; use {first.Code}, or state differs_from: {first.Code}"));
    }

    private static void Answers(Draft draft, Item item, IReadOnlyList<ClosePair> pairs)
    {
        var known = draft.Items!.Items.Select(other => other.Code).ToHashSet(StringComparer.Ordinal);
        for (var i = 0; i < (item.DiffersFrom?.Count ?? 0); i++)
        {
            var code = item.DiffersFrom![i];
            var at = draft.Sources.Of(item, "differs_from") is YamlList list ? list.Items[i].At : draft.Sources.At(item, "differs_from");
            if (code == item.Code)
                draft.Faults.Add(new(at, ($"数据项 {code} 不能与自身相区别", $"the item {code} does not differ from itself")));
            else if (known.Contains(code) && !pairs.Any(pair => (pair.First.Code, pair.Second.Code) == (item.Code, code) || (pair.First.Code, pair.Second.Code) == (code, item.Code)))
                draft.Faults.Add(new(at, ($"数据项 {item.Code} 与 {code} 并不相近，请删去", $"the item {item.Code} is not close to {code}; leave it out")));
        }
    }
}
