using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Lianzhang.Core.Facts;

namespace Lianzhang.Core.Cubes;

/// <summary>
/// The cells of one aggregate and one kind of period: for each node 64 sums beside each other. Sums are whole numbers of 64 bits; what
/// goes beyond is carried, so that they are exact to 128 and come back when it is taken away again.
/// </summary>
internal sealed class CubeCells
{
    private const int Slots = FactBlocks.Slots;
    private const int Quarter = Slots / 4;

    private readonly Dictionary<int, int> carries = [];
    private long[] sums = [];
    private int[] values = [];

    // Most cells have no gaps: there are none of a kind, or as many as there are sums.
    private int[] missing = [];
    private int[] notApplicable = [];

    /// <summary>How many there is room for.</summary>
    public int Room => sums.Length;

    public Cell Get(int node, int slot)
    {
        var at = (node * Slots) + slot;
        return at >= sums.Length ? default : new Cell(Sum(at), values[at], Gap(notApplicable, at), Gap(missing, at));
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
        if (missing.Length > 0)
            Array.Resize(ref missing, length);
        if (notApplicable.Length > 0)
            Array.Resize(ref notApplicable, length);
    }

    /// <summary>Begins anew with so many nodes, in the room that there is; what it held is cleared node by node.</summary>
    public void Begin(int nodes)
    {
        carries.Clear();
        Reach(nodes);
    }

    public void Clear(int node)
    {
        var at = node * Slots;
        sums.AsSpan(at, Slots).Clear();
        values.AsSpan(at, Slots).Clear();
        if (missing.Length > at)
            missing.AsSpan(at, Slots).Clear();
        if (notApplicable.Length > at)
            notApplicable.AsSpan(at, Slots).Clear();
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
            Reach(ref answer == ItemFacts.Missing ? ref missing : ref notApplicable, at)[at] += sign;
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
    public void Add(int node, FactRow row, int from, int to)
    {
        for (var slot = from; slot < to; slot++)
            Add(node, slot, row[slot], 1);
    }

    /// <summary>Adds the answers of many units for all periods, none of them beyond 32 bits: together they stay within 64.</summary>
    public void AddRows(int node, ReadOnlySpan<FactRow> rows)
    {
        var (first, second, third, fourth, gaps) = (default(CubeAdding), default(CubeAdding), default(CubeAdding), default(CubeAdding), Vector512<int>.Zero);
        foreach (ref readonly var row in rows)
        {
            // From its beginning to its end, as it lies in memory: a quarter after the other of all of them would take longer.
            var said = row.Narrow.AsSpan(row.Start, Slots);
            gaps |= first.Add(said) | second.Add(said[Quarter..]) | third.Add(said[(2 * Quarter)..]) | fourth.Add(said[(3 * Quarter)..]);
        }

        var at = node * Slots;
        Put(at, first);
        Put(at + Quarter, second);
        Put(at + (2 * Quarter), third);
        Put(at + (3 * Quarter), fourth);
        if (gaps != Vector512<int>.Zero)
            AddNotApplicable(at, rows);
    }

    private void Put(int at, in CubeAdding adding)
    {
        AddSums(at, adding.Lower);
        AddSums(at + Vector512<long>.Count, adding.Upper);
        AddCounts(values, at, adding.Given);
        if (adding.Owed != Vector512<int>.Zero)
            AddCounts(Reach(ref missing, at), at, adding.Owed);
    }

    // Few say so.
    private void AddNotApplicable(int at, ReadOnlySpan<FactRow> rows)
    {
        foreach (ref readonly var row in rows)
        {
            for (var slot = 0; slot < Slots; slot++)
            {
                if (row.Narrow![row.Start + slot] == FactRow.NarrowNotApplicable)
                    Reach(ref notApplicable, at)[at + slot]++;
            }
        }
    }

    /// <summary>Puts into a node what others hold together.</summary>
    public void Put(CubeSum sum)
    {
        for (var slot = 0; slot < Slots; slot += Vector512<long>.Count)
            PutSums(sum, slot);
        PutCounts(values, sum);
        PutCounts(missing, sum);
        PutCounts(notApplicable, sum);
    }

    private void PutSums(CubeSum sum, int slot)
    {
        var (together, beyond) = (Vector512<long>.Zero, Vector512<long>.Zero);
        foreach (var node in sum.From)
        {
            var more = Vector512.Create<long>(sums.AsSpan((node * Slots) + slot));
            var after = together + more;
            beyond |= (together ^ after) & (more ^ after);
            together = after;
        }

        if (carries.Count == 0 && !Vector512.LessThanAny(beyond, Vector512<long>.Zero))
        {
            together.CopyTo(sums.AsSpan((sum.Into * Slots) + slot));
            return;
        }

        for (var lane = 0; lane < Vector512<long>.Count; lane++)
        {
            var total = Int128.Zero;
            foreach (var node in sum.From)
                total += Sum((node * Slots) + slot + lane);
            var at = (sum.Into * Slots) + slot + lane;
            sums[at] = unchecked((long)total);
            carries.Remove(at);
            Carry(at, (int)((total - sums[at]) >> 64));
        }
    }

    private static void PutCounts(int[] counts, CubeSum sum)
    {
        for (var slot = 0; counts.Length > 0 && slot < Slots; slot += Vector512<int>.Count)
        {
            var together = Vector512<int>.Zero;
            foreach (var node in sum.From)
                together += Vector512.Create<int>(counts.AsSpan((node * Slots) + slot));
            together.CopyTo(counts.AsSpan((sum.Into * Slots) + slot));
        }
    }

    private void AddSums(int at, Vector512<long> more)
    {
        ref var sum = ref MemoryMarshal.Cast<long, Vector512<long>>(sums.AsSpan(at, Vector512<long>.Count))[0];
        var after = sum + more;
        if (!Vector512.LessThanAny((sum ^ after) & (more ^ after), Vector512<long>.Zero))
        {
            sum = after;
            return;
        }

        for (var lane = 0; lane < Vector512<long>.Count; lane++)
            Sum(at + lane, more[lane]);
    }

    private static void AddCounts(int[] counts, int at, Vector512<int> more) => (Vector512.Create<int>(counts.AsSpan(at)) + more).CopyTo(counts.AsSpan(at));

    private Int128 Sum(int at) => ((Int128)Carried(at) << 64) + sums[at];

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

    private int[] Reach(ref int[] gaps, int at)
    {
        if (gaps.Length <= at)
            Array.Resize(ref gaps, sums.Length);
        return gaps;
    }

    private static int Gap(int[] counts, int at) => at < counts.Length ? counts[at] : 0;

    private static ReadOnlySpan<int> GapRow(int[] counts, int at) => at < counts.Length ? counts.AsSpan(at, Slots) : [];
}
