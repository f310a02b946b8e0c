using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Registers;

/// <summary>What is said wherever something was made up for trial.</summary>
public static class GeneratedWords
{
    public static Text Line { get; } = ("本系统含生成的演示数据，非真实数据", "This system holds generated data for trial");

    /// <summary>Beside the name of a unit or cluster.</summary>
    public static Text Mark { get; } = ("生成", "generated");

    /// <summary>The mark, null for what is real.</summary>
    public static Text? MarkOf(bool isGenerated) => isGenerated ? Mark : null;

    /// <summary>The line for a list that may hold some, null for one that does not.</summary>
    public static Text? LineOf(bool isGenerated) => isGenerated ? Line : null;
}
