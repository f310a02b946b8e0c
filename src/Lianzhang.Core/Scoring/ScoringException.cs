using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring;

/// <summary>Thrown by a step that cannot go on; the pipeline turns it into a fault at the place of the step.</summary>
internal sealed class ScoringException(Text text, string key = "") : Exception(text.En)
{
    public Text Text { get; } = text;

    /// <summary>The key of the step that is to be put right.</summary>
    public string Key { get; } = key;
}
