using Lianzhang.Core.Values;

namespace Lianzhang.Core.Judgement;

/// <summary>The words for how a target's number is meant.</summary>
public static class QualifierWords
{
    public static Text Of(Qualifier qualifier) => qualifier switch
    {
        Qualifier.Exact => ("达到", "reach"),
        Qualifier.About => ("左右", "about"),
        Qualifier.AtLeast => ("以上", "at least"),
        Qualifier.AtMost => ("以内", "at most"),
        Qualifier.Exceed => ("突破", "exceed"),
        Qualifier.StriveFor => ("力争", "strive for"),
        Qualifier.Range => ("区间", "range"),
        Qualifier.Qualitative => ("定性", "qualitative"),
    };
}
