using Lianzhang.Core.Programmes;

namespace Lianzhang.Web.Pages.Indicators;

/// <summary>Finds the industries that a programme is about among the nodes of its tree.</summary>
public static class IndustryTree
{
    /// <summary>The industries below the whole; where there is no single whole, those at the top.</summary>
    public static IReadOnlyList<Industry> Main(IReadOnlyList<Industry> industries)
    {
        var tops = industries.Where(industry => industry.Parent is null).ToList();
        return tops is [var whole] ? [.. industries.Where(industry => industry.Parent == whole.Code)] : tops;
    }
}
