using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Programmes;

/// <summary>What holds of closeness whatever items are called.</summary>
public sealed class CloseItemsProperties
{
    private static readonly Gen<Item> Items =
        from length in Gen.Choose(1, 7)
        from letters in Gen.Elements('出', '口', '额', '数', '新').ArrayOf(length)
        from prefix in Gen.Elements(string.Empty, "企业", "园区", "县区")
        from kind in Gen.Elements(ItemKind.Flow, ItemKind.Stock)
        from unit in Gen.Elements("万元", "亿元", "人")
        from definition in Gen.Elements(null, "报告期内取得施工许可并实际动工的项目", "报告期内取得施工许可，并实际动工的项目。")
        from code in Gen.Choose(1, 9)
        select new Item($"item_{code}", new Text(prefix + new string(letters)), kind, Unit.Parse(unit), Definition: definition);

    private static readonly Arbitrary<Item[]> Lists = Gen.Choose(0, 12).SelectMany(count => Items.ArrayOf(count)).ToArbitrary();

    [Property(MaxTest = 2_000)]
    public Property It_is_the_same_from_both_sides() => Prop.ForAll(Items.Two().ToArbitrary(), pair =>
        CloseItems.Between(pair.Item1, pair.Item2) == CloseItems.Between(pair.Item2, pair.Item1));

    [Property]
    public Property An_item_alone_is_close_to_nothing() => Prop.ForAll(Items.ToArbitrary(), item =>
        CloseItems.Between(item, item) is null && CloseItems.Of([item]).Count == 0 && CloseItems.Of([item, item]).Count == 0);

    [Property]
    public Property Each_pair_is_told_once_in_whatever_order_the_items_stand() => Prop.ForAll(Lists, items =>
    {
        var distinct = items.DistinctBy(item => item.Code).ToList();
        return Codes(CloseItems.Of(distinct)).SetEquals(Codes(CloseItems.Of([.. distinct.AsEnumerable().Reverse()])))
            && CloseItems.Of(distinct).Count == Codes(CloseItems.Of(distinct)).Count;
    });

    [Property]
    public Property Whatever_is_the_same_but_for_the_kind_of_unit_is_close() => Prop.ForAll(Items.ToArbitrary(), item =>
        CloseItems.Between(item with { Name = new Text("企业" + Bare(item)) }, item with { Code = "other", Name = new Text("县区" + Bare(item)) }) == Likeness.Name);

    private static string Bare(Item item) => "产" + item.Name.Zh;

    private static HashSet<string> Codes(IEnumerable<ClosePair> pairs) => [.. pairs.Select(pair => string.Join('/', ((string[])[pair.First.Code, pair.Second.Code]).Order(StringComparer.Ordinal)))];
}
