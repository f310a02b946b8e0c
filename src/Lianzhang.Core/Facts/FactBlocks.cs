namespace Lianzhang.Core.Facts;

/// <summary>
/// One number for each unit and each of 64 months, in blocks of 4 units. A copy shares all blocks until one of them is written to, so that
/// it costs as much as what changes and not as much as what there is.
/// </summary>
internal sealed class FactBlocks
{
    /// <summary>Five years and four months; a whole number of cache lines for each unit.</summary>
    public const int Slots = 64;

    private const int UnitsInBlock = 4;
    private const int BlocksInShelf = 128;

    // What stands where nothing was written.
    private readonly long empty;
    private readonly long[] emptyRow;

    // Blocks and shelves that were made for this copy are its own to write to.
    private readonly object owner = new();
    private Shelf?[] shelves;

    public FactBlocks(long empty)
    {
        (this.empty, shelves) = (empty, []);
        emptyRow = new long[Slots];
        Array.Fill(emptyRow, empty);
    }

    private FactBlocks(FactBlocks from) => (empty, emptyRow, shelves) = (from.empty, from.emptyRow, [.. from.shelves]);

    private sealed record Block(object Owner, long[] Numbers);

    private sealed record Shelf(object Owner, Block?[] Blocks);

    public FactBlocks Copy() => new(this);

    public long Get(int unit, int slot) => Row(unit)[slot];

    public ReadOnlySpan<long> Row(int unit) => BlockOf(unit / UnitsInBlock) is { } block ? block.AsSpan(unit % UnitsInBlock * Slots, Slots) : emptyRow;

    /// <summary>Reads the rows of many units, for which it looks up each block but once where they come in order.</summary>
    public ref struct Reader(FactBlocks blocks)
    {
        private int at = -1;
        private long[]? block;

        public ReadOnlySpan<long> Row(int unit)
        {
            if (unit / UnitsInBlock != at)
                (at, block) = (unit / UnitsInBlock, blocks.BlockOf(unit / UnitsInBlock));
            return block is null ? blocks.emptyRow : block.AsSpan(unit % UnitsInBlock * Slots, Slots);
        }
    }

    private long[]? BlockOf(int block) => block / BlocksInShelf is var shelf && shelf < shelves.Length ? shelves[shelf]?.Blocks[block % BlocksInShelf]?.Numbers : null;

    public void Put(int unit, int slot, long value)
    {
        var (at, place) = (unit / (UnitsInBlock * BlocksInShelf), unit / UnitsInBlock % BlocksInShelf);
        if (at >= shelves.Length)
            Array.Resize(ref shelves, at + 1);
        var shelf = shelves[at];
        if (shelf?.Owner != owner)
            shelves[at] = shelf = new Shelf(owner, shelf is null ? new Block?[BlocksInShelf] : [.. shelf.Blocks]);
        var block = shelf.Blocks[place];
        if (block?.Owner != owner)
            shelf.Blocks[place] = block = new Block(owner, block is null ? Empty() : [.. block.Numbers]);
        block.Numbers[(unit % UnitsInBlock * Slots) + slot] = value;
    }

    private long[] Empty()
    {
        var made = new long[UnitsInBlock * Slots];
        Array.Fill(made, empty);
        return made;
    }
}
