using System.Numerics;
using System.Runtime.InteropServices;
using Lianzhang.Core.Facts;

namespace Lianzhang.Core.Cubes;

/// <summary>
/// The cells of one aggregate and one kind of period: for each node 64 sums beside each other. Sums are whole numbers of 64 bits; what
/// goes beyond is carried, so that they are exact to 128 and come back when it is taken away again.
/// </summary>
internal sealed class CubeCells
{
    private const int Slots = FactBlocks.Slots;

    private readonly Dictionary<int, int> carries = [];
    private long[] sums = [];
    private int[] values = [];

    // Most cells have no gaps.
    private int[] missing = [];
    private int[] notApplicable = [];

    /// <summary>How many there is room for.</summary>
    public int Room => sums.Length;

    public Cell Get(int node, int slot)
    {
        var at = (node * Slots) + slot;
        return at >= sums.Length ? default : new Cell(((Int128)Carried(at) << 64) + sums[at], values[at], Gap(notApplicable, at), Gap(missing, at));
    }

    /// <summary>Makes room for so many nodes.</summary>
    public void Reach(int nodes)
    {
        if (nodes * Slots <= sums.Length)
            return;
        var length = Math.Max(nodes, sums.Length / Slots * 2) * Slots;
        Array.Resize(ref sums, length);
        Array.Resize(ref values, length);
    }

    /// <summary>Adds one answer, or takes it away.</summary>
    public void Add(int node, int slot, long answer, int sign)
    {
        var at = (node * Slots) + slot;
        switch (answer)
        {
            case ItemFacts.NotAsked:
                return;
            case ItemFacts.Missing:
                Count(ref missing, at, sign);
                return;
            case ItemFacts.NotApplicable:
                Count(ref notApplicable, at, sign);
                return;
            default:
                Sum(at, sign * answer);
                values[at] += sign;
                return;
        }
    }

    /// <summary>Adds the answers of a unit from one place to before another.</summary>
    public void Add(int node, ReadOnlySpan<long> row, int from, int to)
    {
        if (to - from == Slots && AddWhole(node * Slots, row))
            return;
        for (var slot = from; slot < to; slot++)
            Add(node, slot, row[slot], 1);
    }

    /// <summary>Adds what one node holds to another.</summary>
    public void AddNode(int from, int into)
    {
        var (a, b) = (from * Slots, into * Slots);
        if (!AddSums(a, b))
        {
            for (var slot = 0; slot < Slots; slot++)
                Sum(b + slot, sums[a + slot]);
        }

        AddCounts(values, a, b);
        AddGaps(ref missing, a, b);
        AddGaps(ref notApplicable, a, b);
        for (var slot = 0; carries.Count > 0 && slot < Slots; slot++)
            Carry(b + slot, Carried(a + slot));
    }

    // False with nothing changed where a sum would go beyond 64 bits.
    private bool AddSums(int from, int into)
    {
        var more = MemoryMarshal.Cast<long, Vector<long>>(sums.AsSpan(from, Slots));
        var sum = MemoryMarshal.Cast<long, Vector<long>>(sums.AsSpan(into, Slots));
        var sign = Vector<long>.Zero;
        for (var i = 0; i < sum.Length; i++)
        {
            var after = sum[i] + more[i];
            sign |= (sum[i] ^ after) & (more[i] ^ after);
        }

        if (Vector.LessThanAny(sign, Vector<long>.Zero))
            return false;
        for (var i = 0; i < sum.Length; i++)
            sum[i] += more[i];
        return true;
    }

    private static void AddCounts(int[] counts, int from, int into)
    {
        var more = MemoryMarshal.Cast<int, Vector<int>>(counts.AsSpan(from, Slots));
        var count = MemoryMarshal.Cast<int, Vector<int>>(counts.AsSpan(into, Slots));
        for (var i = 0; i < count.Length; i++)
            count[i] += more[i];
    }

    private void AddGaps(ref int[] gaps, int from, int into)
    {
        if (gaps.Length < from + Slots)
            return;
        if (gaps.Length < into + Slots)
            Array.Resize(ref gaps, sums.Length);
        AddCounts(gaps, from, into);
    }

    // All 64 at once where every unit answered with an amount or was not asked, and nothing goes beyond 64 bits. False with nothing changed otherwise.
    private bool AddWhole(int at, ReadOnlySpan<long> row)
    {
        var asked = MemoryMarshal.Cast<long, Vector<long>>(row);
        var sum = MemoryMarshal.Cast<long, Vector<long>>(sums.AsSpan(at, Slots));
        var (states, none) = (new Vector<long>(ItemFacts.NotApplicable), new Vector<long>(ItemFacts.NotAsked));
        var (stop, sign) = (Vector<long>.Zero, Vector<long>.Zero);
        for (var i = 0; i < asked.Length; i++)
        {
            var answer = asked[i];
            var amount = Vector.GreaterThan(answer, states);
            var (before, more) = (sum[i], answer & amount);
            var after = before + more;
            stop |= ~amount & ~Vector.Equals(answer, none);
            sign |= (before ^ after) & (more ^ after);
        }

        if (stop != Vector<long>.Zero || Vector.LessThanAny(sign, Vector<long>.Zero))
            return false;
        var count = MemoryMarshal.Cast<int, Vector<int>>(values.AsSpan(at, Slots));
        for (var i = 0; i < asked.Length; i += 2)
        {
            var (one, two) = (Vector.GreaterThan(asked[i], states), Vector.GreaterThan(asked[i + 1], states));
            sum[i] += asked[i] & one;
            sum[i + 1] += asked[i + 1] & two;
            count[i / 2] -= Vector.Narrow(one, two);
        }

        return true;
    }

    private void Sum(int at, long more)
    {
        var (before, after) = (sums[at], unchecked(sums[at] + more));
        sums[at] = after;
        if (((before ^ after) & (more ^ after)) < 0)
            Carry(at, more < 0 ? -1 : 1);
    }

    private int Carried(int at) => carries.Count == 0 ? 0 : carries.GetValueOrDefault(at);

    private void Carry(int at, int more)
    {
        var carry = Carried(at) + more;
        if (carry == 0)
            carries.Remove(at);
        else
            carries[at] = carry;
    }

    private void Count(ref int[] counts, int at, int more)
    {
        if (counts.Length <= at)
            Array.Resize(ref counts, sums.Length);
        counts[at] += more;
    }

    private static int Gap(int[] counts, int at) => at < counts.Length ? counts[at] : 0;
}
