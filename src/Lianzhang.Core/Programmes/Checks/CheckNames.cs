using System.Text.RegularExpressions;
using Lianzhang.Core.Programmes.Yaml;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes.Checks;

/// <summary>Codes and names have the form that formulas and figures can use, and no published name means two things.</summary>
internal static partial class CheckNames
{
    public static void Check(Draft draft)
    {
        var items = draft.Items?.Items ?? [];
        foreach (var item in items.Where(item => !Word().IsMatch(item.Code)))
            Malformed(draft, item, item.Code);
        foreach (var indicator in (draft.Indicators?.Indicators ?? []).Where(indicator => !Word().IsMatch(indicator.Code)))
            Malformed(draft, indicator, indicator.Code);
        foreach (var industry in draft.Industries?.Industries ?? [])
        {
            foreach (var code in industry.GbCodes.Where(code => !GbCode().IsMatch(code)))
                draft.Fault(industry, "gb", ($"行业代码 {code} 应为 2 至 4 位数字", $"GB/T 4754 code {code} must have 2 to 4 digits"));
        }

        foreach (var item in items.Where(item => item.Owner is null))
            draft.Warn(item, "code", ($"数据项 {item.Name.Zh} 未列责任单位", $"item {item.Code} has no owner"));
        PublishedOnce(draft, items);
    }

    private static void Malformed(Draft draft, object record, string code) => draft.Fault(record, "code", (
        $"编码 {code} 只能由小写字母、数字和下划线组成，并以字母开头",
        $"code {code} must consist of lower-case letters, digits and underscores and start with a letter"));

    private static void PublishedOnce(Draft draft, IReadOnlyList<Item> items)
    {
        var taken = new Dictionary<string, Item>(StringComparer.Ordinal);
        foreach (var item in items)
        {
            var names = item.PublishedAs ?? [];
            for (var i = 0; i < names.Count; i++)
            {
                if (taken.TryAdd(names[i], item))
                    continue;
                var at = draft.Sources.Of(item, "published_as") is YamlList list ? list.Items[i].At : draft.Sources.At(item, "published_as");
                draft.Faults.Add(new Fault(at, (
                    $"公布名称 {names[i]} 已属于数据项 {taken[names[i]].Code}",
                    $"published name {names[i]} already belongs to item {taken[names[i]].Code}")));
            }
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9_]*$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();

    [GeneratedRegex(@"^\d{2,4}$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex GbCode();
}
