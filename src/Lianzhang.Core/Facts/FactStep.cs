namespace Lianzhang.Core.Facts;

/// <summary>What of the facts became different: an item of a unit in a year.</summary>
internal readonly record struct TouchedFact(int Unit, string Item, int Year);

/// <summary>The steps by which facts came to be as they are, the last first. Only so many are kept: whoever is further behind reads all anew.</summary>
internal sealed class FactStep(int number, IReadOnlyList<TouchedFact> touched, FactStep? before)
{
    private const int Most = 1_000;

    private FactStep? before = before;

    public int Number => number;

    public FactStep Next(IReadOnlyList<TouchedFact> touched)
    {
        var next = new FactStep(number + 1, touched, this);
        // Now and then what lies further back is let go.
        if (next.Number % Most == 0)
            next.Forget();
        return next;
    }

    /// <summary>What is different since an earlier step; null where that is not known any more, lies ahead, or is none of those that led here.</summary>
    public IReadOnlyList<TouchedFact>? Since(FactStep earlier)
    {
        var all = new List<TouchedFact>();
        var at = this;
        for (; at is not null && at.Number > earlier.Number; at = at.before)
            all.AddRange(at.Touched);
        return at != earlier ? null : all.Count > touched.Count ? [.. all.Distinct()] : all;
    }

    private IReadOnlyList<TouchedFact> Touched => touched;

    private void Forget()
    {
        var at = this;
        for (var steps = 0; at is not null && steps < Most; steps++)
            at = at.before;
        if (at is not null)
            at.before = null;
    }
}
