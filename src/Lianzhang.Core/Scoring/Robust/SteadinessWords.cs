using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring.Robust;

/// <summary>What officials are told of how firmly a rank stands.</summary>
public static class SteadinessWords
{
    public static Text Of(Steadiness steadiness) => steadiness switch
    {
        Steadiness.Firm => ("稳固，可公布名次", "firm: the rank can be published"),
        Steadiness.Steady => ("较稳，公布时附区间", "steady: publish it with its interval"),
        Steadiness.Loose => ("不稳，宜公布区间或等次", "loose: publish the interval or a class"),
    };
}
