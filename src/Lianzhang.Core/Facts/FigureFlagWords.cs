using Lianzhang.Core.Values;

namespace Lianzhang.Core.Facts;

/// <summary>The words for how firm a figure is.</summary>
public static class FigureFlagWords
{
    /// <summary>Null for a final figure, of which nothing need be said.</summary>
    public static Text? Of(FigureFlag flag) => flag switch
    {
        FigureFlag.Final => null,
        FigureFlag.Provisional => ("初步", "provisional"),
        FigureFlag.Expected => ("预计", "expected"),
    };
}
