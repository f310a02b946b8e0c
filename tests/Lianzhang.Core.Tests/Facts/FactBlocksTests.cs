using FsCheck.Xunit;
using Lianzhang.Core.Facts;

namespace Lianzhang.Core.Tests.Facts;

/// <summary>Whatever the numbers are, they come back, and copies do not touch each other.</summary>
public sealed class FactBlocksTests
{
    private static readonly long[] Numbers =
        [0, 1, -1, 12_345, int.MaxValue, int.MinValue, int.MinValue + 2L, int.MinValue + 3L, int.MaxValue + 1L, long.MaxValue, ItemFacts.NotAsked, ItemFacts.Missing, ItemFacts.NotApplicable, ItemFacts.NotApplicable + 1];

    [Property(MaxTest = 1_000)]
    public void Every_number_comes_back_in_every_copy((byte Unit, byte Slot, byte Number, bool Copies)[] puts)
    {
        var copies = new List<(FactBlocks Blocks, Dictionary<(int, int), long> Expected)> { (new FactBlocks(), []) };
        foreach (var (unit, slot, number, isCopied) in puts)
        {
            if (isCopied)
                copies.Add((copies[^1].Blocks.Copy(), new(copies[^1].Expected)));
            var place = (unit % 10, slot % FactBlocks.Slots);
            copies[^1].Blocks.Put(place.Item1, place.Item2, Numbers[number % Numbers.Length]);
            copies[^1].Expected[place] = Numbers[number % Numbers.Length];
        }

        foreach (var (blocks, expected) in copies)
        {
            for (var place = 0; place < 10 * FactBlocks.Slots; place++)
            {
                var (unit, slot) = (place / FactBlocks.Slots, place % FactBlocks.Slots);
                Assert.Equal(expected.GetValueOrDefault((unit, slot), ItemFacts.NotAsked), blocks.Get(unit, slot));
            }
        }
    }
}
