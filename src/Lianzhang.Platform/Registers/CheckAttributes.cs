using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Registers;
using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Registers;

/// <summary>Says what is wrong with a value that an enterprise is to have from a day on.</summary>
internal sealed class CheckAttributes(UnitWords words, DateOnly today)
{
    private const int LongestName = 200;

    // Before it there was nobody to register an enterprise.
    private static readonly DateOnly Earliest = new(1949, 10, 1);

    private readonly Dictionary<string, Region> regions = words.Programme.Regions.ToDictionary(region => region.Code);
    private readonly HashSet<string> parks = [.. Parks(words.Programme)];
    private readonly HashSet<string> nodes = [.. Listed(words.Programme, UnitAttributes.ChainNode)];

    /// <summary>The values of an attribute that the programme lists.</summary>
    public static IEnumerable<string> Listed(Programme programme, string attribute) =>
        programme.Catalogue.Attributes.TryGetValue(attribute, out var listed) ? listed.Values.Codes : [];

    /// <summary>The programme's parks: places of that kind, functional zones, and those that its attribute lists.</summary>
    public static IEnumerable<string> Parks(Programme programme) =>
    [
        .. programme.Regions.Where(region => region.Kind == RegionKind.Zone).Select(region => region.Code)
            .Concat(programme.Places.Where(place => place.Kind == PlaceKind.Park).Select(place => place.Code))
            .Concat(Listed(programme, UnitAttributes.Park)).Distinct(),
    ];

    public Text? Day(DateOnly day) =>
        day > today ? ($"日期 {day:yyyy-MM-dd} 晚于今天", $"{day:yyyy-MM-dd} is yet to come")
        : day < Earliest ? ($"日期 {day:yyyy-MM-dd} 早于 {Earliest:yyyy-MM-dd}", $"{day:yyyy-MM-dd} is before {Earliest:yyyy-MM-dd}")
        : (Text?)null;

    /// <summary>Null when an enterprise may have the value.</summary>
    public Text? Fault(string attribute, string value, DateOnly from) => attribute switch
    {
        UnitAttributes.Name => Name(value),
        UnitAttributes.Region => RegionFault(value, from),
        UnitAttributes.Industry => words.Programme.Industries.Any(industry => industry.Code == value) ? null : Unknown("产业", "industry", value, words.Programme.Industries.Select(industry => industry.Code)),
        UnitAttributes.Gb => Gb(value),
        UnitAttributes.Sei => In(EnterpriseWords.Shares, "战新属性", "share", value),
        UnitAttributes.Size => In(EnterpriseWords.Sizes, "规模", "size", value),
        UnitAttributes.Status => value == "merged" ? ("合并请用“合并企业”", "to merge enterprises, use the merger") : In(EnterpriseWords.Statuses, "状态", "status", value),
        UnitAttributes.Kind => In(EnterpriseWords.Kinds, "类型", "kind", value),
        UnitAttributes.Park => parks.Contains(value) ? null : Unknown("园区", "park", value, parks),
        UnitAttributes.Cluster => words.Clusters.ContainsKey(value) ? null : Unknown("产业集群", "cluster", value, words.Clusters.Keys),
        UnitAttributes.ChainNode => nodes.Count == 0 || nodes.Contains(value) ? null : Unknown("产业链环节", "chain node", value, nodes),
        _ => ($"没有可登记的属性 {attribute}", $"{attribute} is no attribute that can be set"),
    };

    private static Text? Name(string name) =>
        name.Length is < 2 or > LongestName ? ($"企业名称应为 2 至 {LongestName} 字", $"a name has 2 to {LongestName} characters")
        // What a spreadsheet shows where a formula went wrong or was never computed.
        : name[0] is '#' or '=' ? ("企业名称是公式或公式错误值", "the name is a formula or the error of one")
        : name.Any(char.IsControl) ? ("企业名称含有不可见字符", "the name has characters that cannot be seen")
        : (Text?)null;

    private Text? RegionFault(string code, DateOnly from) =>
        !regions.TryGetValue(code, out var region) ? Unknown("地区", "region", code, regions.Keys)
        : region.IsThere(from) ? null
        : ($"{region.Name.Zh}已于 {region.To:yyyy-MM-dd} 终止，请登记到后继地区", $"{region.Name.In(Language.English)} ended on {region.To:yyyy-MM-dd}; give its successor");

    private static Text? Gb(string code) => GbClasses.IsClass(code) ? null
        : GbClasses.IsClass($"0{code}") ? ($"行业代码 {code} 少一位，是否应为 0{code}；Excel 中请将该列设为文本", $"{code} lacks a digit; 0{code}? In Excel, make the column text")
        : ($"行业代码 {code} 不是 GB/T 4754-2017 的小类（四位数字）", $"{code} is no class of four digits of GB/T 4754-2017");

    private static Text? In(IReadOnlyList<Coded> list, string zh, string en, string value) => list.Any(known => known.Code == value) ? null : (
        $"{zh} {value} 应为{string.Join('、', list.Select(known => known.Name.Zh))}之一",
        $"{en} {value} is none of {string.Join(", ", list.Select(known => known.Name.In(Language.English)))}");

    private static Text Unknown(string zh, string en, string value, IEnumerable<string> known)
    {
        var hint = Nearest.Hint(value, known);
        return ($"没有{zh} {value}{hint.Zh}", $"there is no {en} {value}{hint.In(Language.English)}");
    }
}
