namespace Lianzhang.Core.Facts;

/// <summary>
/// One number for each unit and each of 64 months, in blocks of 64 units. A copy shares the blocks until one of them is written to, so that
/// it costs as much as what changes and not as much as what there is.
/// </summary>
internal sealed class FactBlocks
{
    /// <summary>Five years and four months; a whole number of cache lines for each unit.</summary>
    public const int Slots = 64;

    private const int UnitsInBlock = 64;

    // What stands where nothing was written.
    private readonly long empty;
    private readonly long[] emptyRow;
    private long[]?[] blocks;
    private bool[] isOwn;

    public FactBlocks(long empty)
    {
        (this.empty, blocks, isOwn) = (empty, [], []);
        emptyRow = new long[Slots];
        Array.Fill(emptyRow, empty);
    }

    private FactBlocks(FactBlocks from)
    {
        (empty, emptyRow) = (from.empty, from.emptyRow);
        blocks = [.. from.blocks];
        isOwn = new bool[blocks.Length];
    }

    public FactBlocks Copy() => new(this);

    public long Get(int unit, int slot) => Row(unit)[slot];

    public ReadOnlySpan<long> Row(int unit) =>
        unit / UnitsInBlock is var at && at < blocks.Length && blocks[at] is { } block ? block.AsSpan(unit % UnitsInBlock * Slots, Slots) : emptyRow;

    public void Put(int unit, int slot, long value)
    {
        var at = unit / UnitsInBlock;
        if (at >= blocks.Length)
        {
            var length = Math.Max(at + 1, blocks.Length * 2);
            Array.Resize(ref blocks, length);
            Array.Resize(ref isOwn, length);
        }

        if (!isOwn[at])
            (blocks[at], isOwn[at]) = (Own(blocks[at]), true);
        blocks[at]![(unit % UnitsInBlock * Slots) + slot] = value;
    }

    private long[] Own(long[]? block)
    {
        if (block is not null)
            return [.. block];
        var made = new long[UnitsInBlock * Slots];
        Array.Fill(made, empty);
        return made;
    }
}
