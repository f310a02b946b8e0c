using Lianzhang.Core.Values;

namespace Lianzhang.Core.Boards;

/// <summary>Which definition a row of a board moves for.</summary>
public enum MoveReason
{
    /// <summary>The formula of its indicator, or of one that this rests on.</summary>
    Formula,

    /// <summary>Something else of such an indicator, as its unit, its basis or how often it comes.</summary>
    Indicator,

    /// <summary>What is to be reached, from where and by which way.</summary>
    Target,

    /// <summary>The rules or words of lights.</summary>
    Lights,

    /// <summary>The tree of industries.</summary>
    Industries,

    /// <summary>The regions and places.</summary>
    Regions,

    /// <summary>An item that the formula names, or an attribute of units.</summary>
    Items,
}

/// <summary>The words for why a row moves.</summary>
public static class MoveReasonWords
{
    public static Text Of(MoveReason reason) => reason switch
    {
        MoveReason.Formula => ("公式调整", "formula changed"),
        MoveReason.Indicator => ("指标口径调整", "indicator redefined"),
        MoveReason.Target => ("目标调整", "target changed"),
        MoveReason.Lights => ("亮灯规则调整", "light rules changed"),
        MoveReason.Industries => ("产业目录调整", "industry tree changed"),
        MoveReason.Regions => ("地区调整", "regions changed"),
        MoveReason.Items => ("数据项调整", "items changed"),
    };
}
