using System.Diagnostics.Metrics;
using Lianzhang.Core.Cubes;

namespace Lianzhang.Platform.Indicators.Live;

/// <summary>How the sums of this process are doing, as <c>Lianzhang.Engine</c> tells it to whoever listens to metrics.</summary>
internal sealed class EngineMeter : IDisposable
{
    public const string Name = "Lianzhang.Engine";

    private readonly Meter meter = new(Name);
    private readonly Counter<long> changes;
    private readonly Histogram<double> lag;
    private readonly Histogram<double> rebuild;

    private volatile EngineSums sums = new(0, 0, 0, 0, null, null);

    public EngineMeter()
    {
        changes = meter.CreateCounter<long>("lianzhang.engine.changes", "{value}", "Values that the sums went along with.");
        lag = meter.CreateHistogram<double>("lianzhang.engine.lag", "ms", "From the moment at which reports were recorded until the sums had them.");
        rebuild = meter.CreateHistogram<double>("lianzhang.engine.rebuild", "ms", "How long a full count took.");
        meter.CreateObservableGauge("lianzhang.engine.units", () => sums.Units, "{unit}", "Units that are counted.");
        meter.CreateObservableGauge("lianzhang.engine.cells", () => sums.Cells, "{cell}", "Cells that are kept.");
        meter.CreateObservableGauge("lianzhang.engine.memory", () => GC.GetTotalMemory(forceFullCollection: false), "By", "Memory in use by the process.");
    }

    /// <summary>How the sums stand.</summary>
    public EngineSums Sums => sums;

    public void Dispose() => meter.Dispose();

    /// <summary>The sums went along with changes that were recorded some time ago; null where that is not known.</summary>
    public void Took(CubeSize size, long values, TimeSpan? since)
    {
        changes.Add(values);
        if (since is { } past)
            lag.Record(past.TotalMilliseconds);
        sums = Of(size) with { Changes = sums.Changes + values, LagMilliseconds = since?.TotalMilliseconds ?? sums.LagMilliseconds };
    }

    /// <summary>The sums were counted anew.</summary>
    public void Built(CubeSize size, TimeSpan took)
    {
        rebuild.Record(took.TotalMilliseconds);
        sums = Of(size) with { Rebuilds = sums.Rebuilds + 1, RebuildMilliseconds = took.TotalMilliseconds };
    }

    private EngineSums Of(CubeSize size) => sums with { Units = size.Units, Cells = size.Cells };
}

/// <summary>The sums that a process keeps.</summary>
/// <param name="Units">How many units are counted.</param>
/// <param name="Cells">How many cells are kept.</param>
/// <param name="Changes">How many values they went along with since the process began.</param>
/// <param name="Rebuilds">How often they were counted anew.</param>
/// <param name="RebuildMilliseconds">How long that took last; null before the first time.</param>
/// <param name="LagMilliseconds">How long after it was recorded the latest change was in them; null before the first.</param>
public sealed record EngineSums(int Units, long Cells, long Changes, long Rebuilds, double? RebuildMilliseconds, double? LagMilliseconds);
