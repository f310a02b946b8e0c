namespace Lianzhang.Core.Explaining;

/// <summary>
/// Why a unit gives something else than before. A unit has one kind: where it counts on one side alone, what keeps it out on the other is
/// looked for in the order not there, elsewhere, of another class, without an answer; the first that holds decides.
/// </summary>
public enum DifferenceKind
{
    /// <summary>It gives an amount and gave none.</summary>
    New,

    /// <summary>It gave an amount and gives another.</summary>
    Revised,

    /// <summary>It gave an amount and gives none.</summary>
    Withdrawn,

    /// <summary>It was there, in another region.</summary>
    MovedIn,

    /// <summary>It is there, in another region.</summary>
    MovedOut,

    /// <summary>An attribute that the filter asks for has changed.</summary>
    Reclassified,

    /// <summary>It was not there.</summary>
    Opened,

    /// <summary>It is no longer there: closed or merged.</summary>
    Closed,

    /// <summary>The same facts by the new definition: another formula, other codes. The kinds of units are by the new definition on both sides.</summary>
    Formula,
}
