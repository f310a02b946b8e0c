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

    /// <summary>All cells of a node; false where a sum of any goes beyond 64 bits.</summary>
    public bool TryRow(int node, out CellRow row)
    {
        var at = node * Slots;
        var isKept = carries.Count == 0 && at < sums.Length;
        row = isKept ? new CellRow(sums.AsSpan(at, Slots), values.AsSpan(at, Slots), GapRow(notApplicable, at), GapRow(missing, at)) : default;
        return isKept;
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

    /// <summary>Begins anew with so many nodes, in the room that there is.</summary>
    public void Clear(int nodes)
    {
        Array.Clear(sums);
        Array.Clear(values);
        Array.Clear(missing);
        Array.Clear(notApplicable);
        carries.Clear();
        Reach(nodes);
    }

    /// <summary>Adds one answer, or takes it away.</summary>
    public void Add(int node, int slot, long answer, int sign)
    {
        var at = (node * Slots) + slot;
        if (answer > ItemFacts.NotApplicable)
        {
            Sum(at, sign * answer);
            values[at] += sign;
        }
        else if (answer != ItemFacts.NotAsked)
        {
            Count(ref answer == ItemFacts.Missing ? ref missing : ref notApplicable, at, sign);
        }
    }

    /// <summary>Puts one answer in the place of another.</summary>
    public void Replace(int node, int slot, long was, long now)
    {
        var more = unchecked(now - was);
        if (was > ItemFacts.NotApplicable && now > ItemFacts.NotApplicable && ((now ^ was) & (now ^ more)) >= 0)
        {
            Sum((node * Slots) + slot, more);
            return;
        }

        Add(node, slot, was, -1);
        Add(node, slot, now, 1);
    }

    /// <summary>Adds the answers of a unit from one place to before another.</summary>
    public void Add(int node, ReadOnlySpan<long> row, int from, int to)
    {
        if (to - from == Slots)
        {
            AddWhole(node * Slots, row);
            return;
        }

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
        var beyond = Vector<long>.Zero;
        for (var i = 0; i < sum.Length; i++)
        {
            var (before, added) = (sum[i], more[i]);
            var after = before + added;
            beyond |= (before ^ after) & (added ^ after);
            sum[i] = after;
        }

        if (!Vector.LessThanAny(beyond, Vector<long>.Zero))
            return true;
        for (var i = 0; i < sum.Length; i++)
            sum[i] -= more[i];
        return false;
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

    // All 64 at once: amounts first, then what says that there is none, which few rows have.
    private void AddWhole(int at, ReadOnlySpan<long> row)
    {
        var (hasGaps, goesBeyond) = AddAmounts(at, row);
        if (goesBeyond)
        {
            TakeAmounts(at, row);
            for (var slot = 0; slot < Slots; slot++)
                Add(at / Slots, slot, row[slot], 1);
        }
        else if (hasGaps)
        {
            for (var slot = 0; slot < Slots; slot++)
            {
                if (row[slot] <= ItemFacts.NotApplicable)
                    Add(at / Slots, slot, row[slot], 1);
            }
        }
    }

    private (bool HasGaps, bool GoesBeyond) AddAmounts(int at, ReadOnlySpan<long> row)
    {
        var asked = MemoryMarshal.Cast<long, Vector<long>>(row);
        var sum = MemoryMarshal.Cast<long, Vector<long>>(sums.AsSpan(at, Slots));
        var count = MemoryMarshal.Cast<int, Vector<int>>(values.AsSpan(at, Slots));
        var (states, none) = (new Vector<long>(ItemFacts.NotApplicable), new Vector<long>(ItemFacts.NotAsked));
        var (gaps, beyond) = (Vector<long>.Zero, Vector<long>.Zero);
        for (var i = 0; i + 1 < asked.Length; i += 2)
        {
            var (one, two) = (asked[i], asked[i + 1]);
            var (isOne, isTwo) = (Vector.GreaterThan(one, states), Vector.GreaterThan(two, states));
            gaps |= ~(isOne | Vector.Equals(one, none)) | ~(isTwo | Vector.Equals(two, none));
            sum[i] = Plus(sum[i], one & isOne, ref beyond);
            sum[i + 1] = Plus(sum[i + 1], two & isTwo, ref beyond);
            count[i / 2] -= Vector.Narrow(isOne, isTwo);
        }

        return (gaps != Vector<long>.Zero, Vector.LessThanAny(beyond, Vector<long>.Zero));
    }

    private static Vector<long> Plus(Vector<long> before, Vector<long> more, ref Vector<long> beyond)
    {
        var after = before + more;
        beyond |= (before ^ after) & (more ^ after);
        return after;
    }

    // Sums wrap around, so that taking away gives what was there.
    private void TakeAmounts(int at, ReadOnlySpan<long> row)
    {
        for (var slot = 0; slot < Slots; slot++)
        {
            if (row[slot] > ItemFacts.NotApplicable)
            {
                sums[at + slot] = unchecked(sums[at + slot] - row[slot]);
                values[at + slot]--;
            }
        }
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

    private static ReadOnlySpan<int> GapRow(int[] counts, int at) => at < counts.Length ? counts.AsSpan(at, Slots) : [];
}
