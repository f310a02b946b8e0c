using Lianzhang.Core.Cubes;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Microsoft.Extensions.Logging;

namespace Lianzhang.Platform.Indicators.Live;

/// <summary>The sums of the programme in force, which go along with registers and facts instead of being made anew. One at a time reads them.</summary>
internal sealed partial class LiveCube(EngineMeter meter, TimeProvider time, ILogger<LiveCube> log)
{
    private readonly Lock turn = new();
    private Programme? programme;
    private WeakReference<Programme>? former;
    private Cube? cube;
    private LiveCube? coming;

    // Only the sums of now are told of: those of an instant or of a programme to come are nobody's load.
    private bool IsOfNow { get; init; } = true;

    /// <summary>Reads with the sums of just these units where they can be kept, and by asking each unit where not; the result is the same.</summary>
    /// <param name="of">The programme whose formulas ask.</param>
    /// <param name="units">The units with what they reported.</param>
    /// <param name="read">What is read.</param>
    /// <param name="recorded">When the last of the reports was recorded, where that is known.</param>
    public T Read<T>(Programme of, UnitData units, Func<UnitData, T> read, DateTimeOffset? recorded = null)
    {
        // As it is now, everything counts by the day that is asked for.
        if (units.AsOn is not null)
            return read(units);
        lock (turn)
        {
            return read(Bring(of, units, recorded) is { } kept ? units with { Cells = kept.Cells } : units);
        }
    }

    /// <summary>Sums of their own for a past instant, which those of now must not go back to.</summary>
    public LiveCube Apart() => new(meter, time, log) { IsOfNow = false };

    /// <summary>
    /// Sums of their own for a programme that is not in force. They are kept for the one asked for last, and once it is in force they are taken
    /// over: the first board by new definitions does not wait for a full count.
    /// </summary>
    public LiveCube Coming(Programme of)
    {
        lock (turn)
        {
            return coming?.programme == of ? coming : coming = new LiveCube(meter, time, log) { programme = of, IsOfNow = false };
        }
    }

    private Cube? Bring(Programme of, UnitData units, DateTimeOffset? recorded)
    {
        // Who began before the definitions changed must not take everybody back.
        if (former is not null && former.TryGetTarget(out var old) && old == of)
            return null;
        if (of != programme)
            TakeOver(of);
        if (cube is { } there)
        {
            // Who began before the last change must not take everybody back.
            if (there.IsAheadOf(units.Facts))
                return null;
            if (there.Facts == units.Facts || Follow(there, units, recorded) || Recount(there, units))
                return there.Register == units.Register || there.Take(units.Register) is not { } fault ? there : Refused(fault);
        }

        var start = time.GetTimestamp();
        var built = Cube.Build(new CubeDefinition(of.Catalogue, of.Formulas.Values), units.Register, units.Facts, (count, work) => Parallel.For(0, count, work));
        cube = built.Value;
        if (cube is not null)
            Counted(cube, start);
        return cube ?? Refused(built.Faults[0]);
    }

    private bool Recount(Cube there, UnitData units)
    {
        var start = time.GetTimestamp();
        if (!there.Recount(units.Facts))
            return false;
        Counted(there, start);
        return true;
    }

    private void Counted(Cube all, long start)
    {
        if (IsOfNow)
            meter.Built(all.Size, time.GetElapsedTime(start));
    }

    private bool Follow(Cube there, UnitData units, DateTimeOffset? recorded)
    {
        var before = there.Size.Changes;
        if (!there.Take(units.Facts))
            return false;
        if (IsOfNow)
            meter.Took(there.Size, there.Size.Changes - before, recorded is { } at ? time.GetUtcNow() - at : null);
        return true;
    }

    private void TakeOver(Programme of)
    {
        former = programme is null ? null : new WeakReference<Programme>(programme);
        (programme, cube) = (of, coming?.programme == of ? coming.Give() : null);
        if (cube is not null)
            coming = null;
    }

    // Whoever still reads here makes sums anew: no two may use the same.
    private Cube? Give()
    {
        lock (turn)
        {
            var given = cube;
            cube = null;
            return given;
        }
    }

    private Cube? Refused(Fault fault)
    {
        NotKept(fault);
        return null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sums cannot be kept, and every figure is made from its units: {Fault}")]
    private partial void NotKept(Fault fault);
}
