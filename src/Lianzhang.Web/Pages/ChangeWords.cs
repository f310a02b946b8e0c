using Lianzhang.Core.Values;
using Lianzhang.Platform.Indicators;

namespace Lianzhang.Web.Pages;

/// <summary>How pages name the keys of a programme's files.</summary>
internal static class ChangeWords
{
    private static readonly Dictionary<string, Text> Keys = new()
    {
        ["qualifier"] = ("限定", "qualifier"),
        ["value"] = ("目标值", "target"),
        ["upper"] = ("上限", "upper end"),
        ["unit"] = ("单位", "unit"),
        ["tolerance"] = ("允许偏差", "tolerance"),
        ["every_year"] = ("逐年考核", "every year"),
        ["industry"] = ("产业", "industry"),
        ["statement"] = ("表述", "statement"),
        ["baseline"] = ("基期", "baseline"),
        ["path"] = ("进度方式", "path"),
        ["steps"] = ("节点", "steps"),
        ["cite"] = ("依据", "cite"),
        ["verdicts"] = ("认定结论", "verdicts"),
        ["name"] = ("名称", "name"),
        ["owner"] = ("责任单位", "owner"),
        ["formula"] = ("计算公式", "formula"),
        ["direction"] = ("方向", "direction"),
        ["basis"] = ("口径", "basis"),
        ["frequency"] = ("频次", "frequency"),
        ["grace_months"] = ("宽限月数", "grace months"),
        ["definition"] = ("定义", "definition"),
        ["rules"] = ("规则", "rules"),
        ["otherwise"] = ("其余情形", "otherwise"),
    };

    public static Text Of(TargetChange change)
    {
        var key = Keys.TryGetValue(change.Field.Field, out var word) ? word : new Text(change.Field.Field);
        return change.Part switch
        {
            TargetPart.Target => key,
            TargetPart.Indicator => ($"指标{key.Zh}", $"indicator's {key.In(Language.English)}"),
            TargetPart.Lights => ($"亮灯规则{key.Zh}", $"light rules' {key.In(Language.English)}"),
        };
    }
}
