using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;

namespace Lianzhang.Platform.Indicators.Explaining;

/// <summary>The words for what units answered and where it comes from.</summary>
public static class AnswerWords
{
    public static Text Of(FactState state) => state switch
    {
        FactState.Value or FactState.Zero => ("已报", "reported"),
        FactState.NotApplicable => ("不适用", "not applicable"),
        FactState.Undefined => ("无法计算", "undefined"),
        FactState.Missing => ("缺报", "missing"),
    };

    public static Text Of(FactOrigin origin) => origin switch
    {
        FactOrigin.File => ("文件导入", "a file"),
        FactOrigin.Report => ("审核通过的报表", "an accepted report"),
        FactOrigin.Register => ("登记册汇总", "the registers"),
        FactOrigin.Generated => ("生成数据", "generated data"),
    };
}
