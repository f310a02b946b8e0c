namespace Lianzhang.Core.Values;

/// <summary>
/// The states that a figure can be in. Zero is a value that was stated; missing is not zero; not applicable is an answer.
/// Undefined arises only in formulas, where an operation has no result.
/// </summary>
public enum FactState
{
    Missing,
    NotApplicable,
    Undefined,
    Zero,
    Value,
}

/// <summary>A figure that is needed and not there.</summary>
public sealed record MissingFigure(string Item, string Place, Period Period, Text Reason);

/// <summary>The result of looking something up or of evaluating a formula: an amount in base units, or why there is none.</summary>
public sealed record Reading
{
    // Boards are full of amounts, for which nothing is missing and no reason is given.
    private readonly Gap? gap;

    private Reading(decimal amount, Gap? gap = null) => (Amount, this.gap) = (amount, gap);

    private sealed record Gap(FactState State, IReadOnlyList<MissingFigure> Missing, Text Reason);

    public static Reading NotApplicable { get; } = new(0, new Gap(FactState.NotApplicable, [], ("不适用", "not applicable")));

    public FactState State => gap?.State ?? (Amount == 0 ? FactState.Zero : FactState.Value);

    /// <summary>The amount in base units; read it only when <see cref="HasValue"/>.</summary>
    public decimal Amount { get; }

    /// <summary>What is needed and not there, when the state is missing.</summary>
    public IReadOnlyList<MissingFigure> Missing => gap?.Missing ?? [];

    /// <summary>Why there is no amount.</summary>
    public Text Reason => gap?.Reason ?? default;

    public bool HasValue => gap is null;

    public static Reading Of(decimal amount) => new(amount);

    public static Reading OfMissing(params IReadOnlyList<MissingFigure> missing) => new(0, new Gap(FactState.Missing, missing, missing.Count > 0 ? missing[0].Reason : default));

    public static Reading OfUndefined(Text reason) => new(0, new Gap(FactState.Undefined, [], reason));

    public bool Equals(Reading? other) =>
        other is not null && State == other.State && Amount == other.Amount && Reason == other.Reason && Missing.SequenceEqual(other.Missing);

    public override int GetHashCode() => HashCode.Combine(State, Amount, Reason, Missing.Count);
}
