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
    private static readonly FactRow EmptyRow = new(Empty(Slots), null, 0);

    // Blocks and shelves that were made for this copy are its own to write to.
    private readonly object owner = new();
    private Shelf?[] shelves;

    public FactBlocks() => shelves = [];

    private FactBlocks(FactBlocks from) => shelves = [.. from.shelves];

    // The numbers lie in one of the two.
    private sealed record Block(object Owner, int[]? Narrow, long[]? Wide)
    {
        public FactRow Row(int unit) => new(Narrow, Wide, unit * Slots);

        public Block Copy(object owner, long toHold) => (Narrow, Wide) switch
        {
            (null, { } wide) => new Block(owner, null, [.. wide]),
            ({ } narrow, _) when FactRow.Fits(toHold) => new Block(owner, [.. narrow], null),
            _ => new Block(owner, null, Array.ConvertAll(Narrow!, FactRow.Widened)),
        };
    }

    private sealed record Shelf(object Owner, Block?[] Blocks);

    public FactBlocks Copy() => new(this);

    public long Get(int unit, int slot) => Row(unit)[slot];

    public FactRow Row(int unit) => BlockOf(unit / UnitsInBlock) is { } block ? block.Row(unit % UnitsInBlock) : EmptyRow;

    /// <summary>Reads the rows of many units, for which it looks up each block but once where they come in order.</summary>
    public struct Reader(FactBlocks blocks)
    {
        private int at = -1;
        private Block? block;

        /// <summary>Whether there is anything to read.</summary>
        public readonly bool HasRows => blocks is not null;

        public FactRow Row(int unit)
        {
            if (unit / UnitsInBlock != at)
                (at, block) = (unit / UnitsInBlock, blocks.BlockOf(unit / UnitsInBlock));
            return block is null ? EmptyRow : block.Row(unit % UnitsInBlock);
        }
    }

    private Block? BlockOf(int block) => block / BlocksInShelf is var shelf && shelf < shelves.Length ? shelves[shelf]?.Blocks[block % BlocksInShelf] : null;

    public void Put(int unit, int slot, long value)
    {
        var (at, place) = (unit / (UnitsInBlock * BlocksInShelf), unit / UnitsInBlock % BlocksInShelf);
        if (at >= shelves.Length)
            Array.Resize(ref shelves, at + 1);
        var shelf = shelves[at];
        if (shelf?.Owner != owner)
            shelves[at] = shelf = new Shelf(owner, shelf is null ? new Block?[BlocksInShelf] : [.. shelf.Blocks]);
        var block = shelf.Blocks[place] ?? new Block(owner, Empty(UnitsInBlock * Slots), null);
        if (block.Owner != owner || (block.Narrow is not null && !FactRow.Fits(value)))
            block = block.Copy(owner, value);
        shelf.Blocks[place] = block;
        var number = (unit % UnitsInBlock * Slots) + slot;
        if (block.Narrow is { } narrow)
            narrow[number] = FactRow.Narrowed(value);
        else
            block.Wide![number] = value;
    }

    private static int[] Empty(int count)
    {
        var made = new int[count];
        Array.Fill(made, FactRow.NarrowNotAsked);
        return made;
    }
}
