using Lianzhang.Core.Values;

namespace Lianzhang.Core.Judgement;

/// <summary>The shape of the way from a baseline to a target.</summary>
public enum PathShape
{
    /// <summary>The same amount every day.</summary>
    Linear,

    /// <summary>The same rate of growth every day; needs positive values.</summary>
    Compound,

    /// <summary>Stated values at stated dates, held until the next.</summary>
    Steps,
}

/// <summary>The value that stands from a date on.</summary>
public sealed record PathStep(DateOnly At, decimal Value);

/// <summary>The value expected at each date on the way from a dated baseline to a dated target (时序进度).</summary>
public sealed record Trajectory(PathStep Baseline, PathStep Target, PathShape Shape = PathShape.Linear, IReadOnlyList<PathStep>? Steps = null)
{
    /// <summary>The expected value: the baseline's before its date, the target's from its date on.</summary>
    public decimal At(DateOnly date)
    {
        if (date <= Baseline.At)
            return Baseline.Value;
        if (date >= Target.At)
            return Target.Value;
        return Shape switch
        {
            PathShape.Linear => Linear(date),
            PathShape.Compound => Compound(date),
            PathShape.Steps => (Steps ?? []).Where(step => step.At <= date).OrderBy(step => step.At).LastOrDefault()?.Value ?? Baseline.Value,
        };
    }

    private decimal Linear(DateOnly date) =>
        Baseline.Value + ((Target.Value - Baseline.Value) * Days(date) / Days(Target.At));

    private decimal Compound(DateOnly date) =>
        DecimalMath.Pow(Target.Value / Baseline.Value, Days(date) / Days(Target.At)) is { } growth ? Baseline.Value * growth : Linear(date);

    private decimal Days(DateOnly date) => date.DayNumber - Baseline.At.DayNumber;
}
