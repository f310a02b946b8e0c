using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Registers;

/// <summary>What is said wherever something was made up for trial.</summary>
public static class GeneratedWords
{
    public static Text Word { get; } = ("生成", "generated");

    /// <summary>Null for what is real.</summary>
    public static Text? Of(bool isGenerated) => isGenerated ? Word : null;

    /// <summary>The subject of a list, with the warning where any of it is generated.</summary>
    public static Text Beside(Text subject, bool isGenerated) => isGenerated
        ? ($"{subject.Zh}（含生成的试用数据，非真实企业）", $"{subject.In(Language.English)} (with data generated for trial, not real enterprises)")
        : subject;
}
