namespace Lianzhang.Core.Facts;

/// <summary>
/// The 64 numbers of a unit, from a place of an array on. Most fit into half the room: amounts of 32 bits, below which the states lie as they
/// do below those of 64.
/// </summary>
/// <param name="Narrow">The numbers in half the room; null where they do not fit.</param>
/// <param name="Wide">The numbers as they are; null where they fit into half the room.</param>
/// <param name="Start">Where they begin.</param>
internal readonly record struct FactRow(int[]? Narrow, long[]? Wide, int Start)
{
    /// <summary>The states in half the room.</summary>
    public const int NarrowNotAsked = int.MinValue;
    public const int NarrowMissing = NarrowNotAsked + 1;
    public const int NarrowNotApplicable = NarrowNotAsked + 2;

    public long this[int slot] => Narrow is null ? Wide![Start + slot] : Widened(Narrow[Start + slot]);

    /// <summary>Whether a number has a place in half the room.</summary>
    public static bool Fits(long number) => number is <= ItemFacts.NotApplicable or (> NarrowNotApplicable and <= int.MaxValue);

    public static int Narrowed(long number) => number <= ItemFacts.NotApplicable ? NarrowNotAsked + (int)(number - ItemFacts.NotAsked) : (int)number;

    public static long Widened(int number) => number <= NarrowNotApplicable ? ItemFacts.NotAsked + (number - NarrowNotAsked) : number;
}
