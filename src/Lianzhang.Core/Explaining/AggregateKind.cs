namespace Lianzhang.Core.Explaining;

/// <summary>What an aggregate makes of the answers of units.</summary>
public enum AggregateKind
{
    Sum,
    Average,
    Least,
    Greatest,

    /// <summary>How many units there are.</summary>
    Units,

    /// <summary>How many of them gave an amount.</summary>
    Answers,

    /// <summary>How many groups of units fulfil a condition; it has no parts by units.</summary>
    Groups,
}
