namespace Lianzhang.Core.Judgement;

/// <summary>Which way an indicator should move.</summary>
public enum Direction
{
    Up,
    Down,

    /// <summary>Neither more nor less is better; the stated value is.</summary>
    Neutral,
}
