namespace Lianzhang.Core.Scoring;

/// <summary>Which rank those share that have the same score.</summary>
public enum Ties
{
    /// <summary>1, 2, 2, 4: the best of the places that they take together.</summary>
    Competition,

    /// <summary>1, 2, 2, 3: no place is left out after them.</summary>
    Dense,

    /// <summary>1, 2.5, 2.5, 4: the mean of the places that they take together.</summary>
    Average,

    /// <summary>1, 3, 3, 4: the last of the places that they take together.</summary>
    Last,
}
