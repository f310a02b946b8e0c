using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianzhang.Core.Judgement;

namespace Lianzhang.Core.Tests.Judgement;

public sealed class TrajectoryTests
{
    private static readonly DateOnly Start = new(2022, 12, 31);

    [Fact]
    public void A_linear_path_is_half_way_at_half_time()
    {
        var path = new Trajectory(new PathStep(new DateOnly(2023, 12, 31), 400), new PathStep(new DateOnly(2025, 12, 31), 800));
        Assert.Equal(600.27m, decimal.Round(path.At(new DateOnly(2024, 12, 31)), 2));
    }

    [Fact]
    public void A_compound_path_grows_at_one_rate()
    {
        var path = new Trajectory(new PathStep(new DateOnly(2021, 1, 1), 100), new PathStep(new DateOnly(2023, 1, 1), 121), PathShape.Compound);
        Assert.Equal(110m, decimal.Round(path.At(new DateOnly(2022, 1, 1)), 9));
    }

    [Fact]
    public void A_path_by_steps_holds_each_value_until_the_next()
    {
        var path = new Trajectory(
            new PathStep(Start, 100),
            new PathStep(new DateOnly(2026, 12, 31), 200),
            PathShape.Steps,
            [new PathStep(new DateOnly(2025, 12, 31), 165), new PathStep(new DateOnly(2024, 12, 31), 130)]);
        Assert.Equal(100, path.At(new DateOnly(2024, 12, 30)));
        Assert.Equal(130, path.At(new DateOnly(2024, 12, 31)));
        Assert.Equal(165, path.At(new DateOnly(2026, 12, 30)));
        Assert.Equal(200, path.At(new DateOnly(2026, 12, 31)));
    }

    [Property]
    public Property It_passes_through_baseline_and_target() => Prop.ForAll(AnyPath(), path =>
        path.At(path.Baseline.At) == path.Baseline.Value
        && path.At(path.Target.At) == path.Target.Value
        && path.At(path.Baseline.At.AddDays(-1)) == path.Baseline.Value
        && path.At(path.Target.At.AddDays(1)) == path.Target.Value);

    [Property]
    public Property It_stays_between_them_and_never_turns_back() => Prop.ForAll(AnyPath(), Gen.Choose(0, 3000).ToArbitrary(), (path, day) =>
    {
        var here = path.At(Start.AddDays(day));
        var next = path.At(Start.AddDays(day + 1));
        var (low, high) = path.Baseline.Value < path.Target.Value ? (path.Baseline.Value, path.Target.Value) : (path.Target.Value, path.Baseline.Value);
        var rises = path.Target.Value >= path.Baseline.Value;
        return here >= low - 0.000001m && here <= high + 0.000001m && (rises ? next >= here - 0.000001m : next <= here + 0.000001m);
    });

    private static Arbitrary<Trajectory> AnyPath() => (
        from days in Gen.Choose(2, 3000)
        from first in Gen.Choose(1, 10_000_000)
        from last in Gen.Choose(1, 10_000_000)
        from shape in Gen.Elements(PathShape.Linear, PathShape.Compound, PathShape.Steps)
        let steps = shape == PathShape.Steps ? new[] { new PathStep(Start.AddDays((days + 1) / 2), (first + last) / 200m) } : null
        select new Trajectory(new PathStep(Start, first / 100m), new PathStep(Start.AddDays(days), last / 100m), shape, steps)).ToArbitrary();
}
