using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianzhang.Core.Inspections;

namespace Lianzhang.Core.Tests.Inspections;

/// <summary>What holds of every draw of whom to visit.</summary>
public sealed class PickUnitsProperties
{
    private static readonly DateOnly Today = new(2026, 11, 27);

    private static readonly Gen<InspectedUnit> Units =
        from number in Gen.Choose(1, 40)
        from days in Gen.Elements<int?>(null, null, 1, 29, 90, 200, 400)
        select new InspectedUnit($"U{number}", $"单位{number}", "990101", days is { } ago ? Today.AddDays(-ago) : null);

    private static readonly Gen<(InspectedUnit[] Units, int Count, int Seed, int Months)> Draws =
        from units in Units.ListOf()
        from count in Gen.Choose(0, 20)
        from seed in Gen.Choose(0, 100)
        from months in Gen.Choose(0, 12)
        select (units.DistinctBy(unit => unit.Code).ToArray(), count, seed, months);

    [Property(MaxTest = 1_000)]
    public Property Nobody_is_visited_twice_within_the_months() => Holds((units, picked, draw) =>
        picked.Picked.All(unit => unit.LastVisit is not { } last || last.AddMonths(draw.Months) <= Today)
        && picked.Visited.All(unit => unit.LastVisit is not null)
        && !picked.Picked.Intersect(picked.Visited).Any());

    [Property(MaxTest = 1_000)]
    public Property As_many_are_drawn_as_are_asked_for_and_there_are() => Holds((units, picked, draw) =>
        picked.Picked.Count == Math.Min(draw.Count, units.Length - picked.Visited.Count));

    [Property(MaxTest = 1_000)]
    public Property The_same_seed_draws_the_same_in_whatever_order_they_stand() => Holds((units, picked, draw) =>
        PickUnits.Of([.. units.Reverse()], draw.Count, draw.Seed, Today, draw.Months).Picked.SequenceEqual(picked.Picked));

    [Fact]
    public void Another_seed_draws_others()
    {
        InspectedUnit[] units = [.. Enumerable.Range(1, 200).Select(number => new InspectedUnit($"U{number}", "单位", "990101"))];
        Assert.NotEqual(PickUnits.Of(units, 10, 1, Today, 6).Picked, PickUnits.Of(units, 10, 2, Today, 6).Picked);
    }

    private static Property Holds(Func<InspectedUnit[], PickedUnits, (int Count, int Seed, int Months), bool> isSo) => Prop.ForAll(Draws.ToArbitrary(), draw =>
        isSo(draw.Units, PickUnits.Of(draw.Units, draw.Count, draw.Seed, Today, draw.Months), (draw.Count, draw.Seed, draw.Months)));
}
