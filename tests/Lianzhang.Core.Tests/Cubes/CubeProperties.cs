using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianzhang.Core.Cubes;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Cubes;

/// <summary>Whatever happens, in whatever order: what is kept is what a full count gives, to the last bit and at every level.</summary>
public sealed class CubeProperties
{
    private const int Histories = 10_000;
    private const int MostSteps = 4;

    // Nothing happens later; what there is then stays so.
    private const int Compared = 30;

    // Few months, so that things meet.
    private static readonly Gen<int> Months = Gen.Elements(0, 1, 2, 5, 11, 12, 14, 23);

    private static readonly Gen<CubeStep> Steps =
        from what in Gen.Frequency((6, Gen.Constant(CubeEvent.Reported)), (1, Gen.Constant(CubeEvent.ReportedTogether)), (9, Gen.Elements(Enum.GetValues<CubeEvent>())))
        from unit in Gen.Choose(0, 3)
        from month in Months
        from value in Gen.Choose(0, 60)
        select new CubeStep(what, unit, month, value);

    [Property(MaxTest = Histories)]
    public Property What_is_kept_is_what_a_full_count_gives_after_every_step() => Prop.ForAll(
        Arb.From(from count in Gen.Choose(1, MostSteps) from steps in Steps.ListOf(count) select (IReadOnlyList<CubeStep>)[.. steps], Shorter), Gen.Elements(Enum.GetValues<PeriodKind>()).ToArbitrary(),
        (steps, longer) =>
        {
            var history = new CubeHistory(longer);
            foreach (var (number, step) in steps.Index())
            {
                history.Do(step);
                if (Difference(history.Cube, history.Anew()) is { } difference)
                    return false.Label($"step {number + 1} of {string.Join("; ", steps)} with {longer}: {difference}");
            }

            var wrong = history.Readings(steps.Count > 0 ? steps[^1].Month : 0).FirstOrDefault(reading => !reading.ByCube.Equals(reading.ByUnits));
            return (wrong.Formula is null).Label($"{string.Join("; ", steps)}: {wrong.Formula} is {wrong.ByCube} by the cube and {wrong.ByUnits} by the units");
        });

    // A counterexample is told with as few steps as it takes.
    private static IEnumerable<IReadOnlyList<CubeStep>> Shorter(IReadOnlyList<CubeStep> steps) =>
        Enumerable.Range(0, steps.Count).Select(left => (IReadOnlyList<CubeStep>)[.. steps.Where((_, at) => at != left)]);

    private static string? Difference(Cube kept, Cube anew)
    {
        var counted = anew.Tracks.ToDictionary(track => (track.Aggregate.Key, track.Kind));
        foreach (var track in kept.Tracks)
        {
            var full = counted[(track.Aggregate.Key, track.Kind)].Cells;
            for (var node = 0; node < kept.Nodes.Count; node++)
            {
                var codes = kept.Nodes.Codes(node);
                var other = anew.Nodes.Find(codes.Region, codes.Industry, codes.Group);
                for (var slot = 0; slot < Compared; slot++)
                {
                    var (one, two) = (track.Cells.Get(node, slot), other is { } there ? full.Get(there, slot) : default(Cell));
                    if (one != two)
                        return $"{track.Aggregate.Key} {track.Kind} {codes} month {slot}: kept {one}, counted {two}";
                }
            }
        }

        return Enumerable.Range(0, anew.Nodes.Count).Select(anew.Nodes.Codes).Where(codes => kept.Nodes.Find(codes.Region, codes.Industry, codes.Group) is null).Select(codes => $"{codes} is not kept").FirstOrDefault();
    }
}
