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
    private const int BlocksInShelf = 32;
    private const int ShelvesInRack = 32;

    // What stands where nothing was written.
    private static readonly FactRow EmptyBlock = new(Empty(), null, 0);

    // Shelves and racks that were made for this copy are its own to write to. That they are short keeps a copy small.
    private readonly object owner = new();
    private Rack?[] racks;

    public FactBlocks() => racks = [];

    private FactBlocks(FactBlocks from) => racks = Copied(from.racks);

    private sealed record Rack(object Owner, Shelf?[] Shelves);

    // The numbers of a block lie in one of the two, and a bit says for each block whether the shelf made it itself.
    private sealed class Shelf(object owner, int[]?[] narrow, long[]?[]? large)
    {
        private long[]?[]? wide = large;
        private uint made;

        public object Owner => owner;

        public FactRow Block(int block) => narrow[block] is { } numbers ? new(numbers, null, 0) : wide?[block] is { } others ? new(null, others, 0) : EmptyBlock;

        public Shelf Copy(object owner) => new(owner, Copied(narrow), wide is null ? null : Copied(wide));

        public void Put(int block, int place, long value)
        {
            Make(block, FactRow.Fits(value));
            if (narrow[block] is { } numbers)
                numbers[place] = FactRow.Narrowed(value);
            else
                wide![block]![place] = value;
        }

        private void Make(int block, bool fits)
        {
            var isMade = (made & (1u << block)) != 0;
            made |= 1u << block;
            if (wide?[block] is { } others)
                wide[block] = isMade ? others : Copied(others);
            else if (fits)
                narrow[block] = narrow[block] is { } numbers ? isMade ? numbers : Copied(numbers) : Empty();
            else
                ((wide ??= new long[]?[BlocksInShelf])[block], narrow[block]) = (Array.ConvertAll(narrow[block] ?? Empty(), FactRow.Widened), null);
        }
    }

    public FactBlocks Copy() => new(this);

    public long Get(int unit, int slot) => Row(unit)[slot];

    public FactRow Row(int unit) => RowOf(Block(unit / UnitsInBlock), unit);

    /// <summary>Reads the rows of many units, for which it looks up each block but once where they come in order.</summary>
    public struct Reader(FactBlocks blocks)
    {
        private int at = -1;
        private FactRow block;

        /// <summary>Whether there is anything to read.</summary>
        public readonly bool HasRows => blocks is not null;

        public FactRow Row(int unit)
        {
            if (unit / UnitsInBlock != at)
                (at, block) = (unit / UnitsInBlock, blocks.Block(unit / UnitsInBlock));
            return RowOf(block, unit);
        }
    }

    private static FactRow RowOf(FactRow block, int unit) => new(block.Narrow, block.Wide, unit % UnitsInBlock * Slots);

    private FactRow Block(int block)
    {
        var shelf = block / BlocksInShelf;
        return shelf / ShelvesInRack < racks.Length && racks[shelf / ShelvesInRack]?.Shelves[shelf % ShelvesInRack] is { } found ? found.Block(block % BlocksInShelf) : EmptyBlock;
    }

    public void Put(int unit, int slot, long value)
    {
        var block = unit / UnitsInBlock;
        OwnShelf(block / BlocksInShelf).Put(block % BlocksInShelf, (unit % UnitsInBlock * Slots) + slot, value);
    }

    private Shelf OwnShelf(int at)
    {
        if (at / ShelvesInRack >= racks.Length)
            Array.Resize(ref racks, (at / ShelvesInRack) + 1);
        ref var rack = ref racks[at / ShelvesInRack];
        if (rack?.Owner != owner)
            rack = new Rack(owner, rack is null ? new Shelf?[ShelvesInRack] : Copied(rack.Shelves));
        ref var shelf = ref rack.Shelves[at % ShelvesInRack];
        if (shelf?.Owner != owner)
            shelf = shelf is null ? new Shelf(owner, new int[]?[BlocksInShelf], null) : shelf.Copy(owner);
        return shelf;
    }

    private static T[] Copied<T>(T[] from) => from.AsSpan().ToArray();

    private static int[] Empty()
    {
        var made = new int[UnitsInBlock * Slots];
        Array.Fill(made, FactRow.NarrowNotAsked);
        return made;
    }
}
