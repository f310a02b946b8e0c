using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Cubes;

/// <summary>Does so many pieces of work that do not touch each other.</summary>
public delegate void Spread(int count, Action<int> work);

/// <summary>
/// The sums of what units reported, by region, industry, group and period, kept so that a change costs as much as what changed. It holds
/// just what a full count of its register and facts gives. One at a time may use it; cells of months, which are always there, may be read by several.
/// </summary>
public sealed class Cube
{
    private readonly CubeDefinition definition;
    private readonly CubeNodes nodes;
    private readonly PlaceUnit place;
    private readonly Dictionary<string, CubeUnit> units = new(StringComparer.Ordinal);
    private readonly Dictionary<int, CubeUnit> byIndex = [];

    // By aggregate, and for each by kind of period; formulas ask for them all the time.
    private readonly CubeTrack?[,] tracks;
    private readonly Dictionary<string, CubeTrack[]> byItem = new(StringComparer.Ordinal);
    private readonly Spread spread;
    private long changes;

    // What a full count goes through; null where the units are others by now.
    private CubeRegion[]? regions;

    private Cube(CubeDefinition definition, UnitRegister register, FactArrays facts, Spread spread)
    {
        (this.definition, Register, Facts, nodes, this.spread) = (definition, register, facts, new CubeNodes(definition.Catalogue), spread);
        (place, tracks) = (new PlaceUnit(definition, nodes), new CubeTrack?[definition.Aggregates.Count, Period.Kinds]);
    }

    /// <summary>The units that are counted.</summary>
    public UnitRegister Register { get; private set; }

    /// <summary>The facts that are counted.</summary>
    public FactArrays Facts { get; private set; }

    /// <summary>How much it holds.</summary>
    public CubeSize Size => new(units.Count, Tracks.Sum(track => (long)track.Cells.Room), changes);

    internal CubeNodes Nodes => nodes;

    internal IEnumerable<CubeTrack> Tracks => tracks.OfType<CubeTrack>();

    /// <summary>What formulas ask.</summary>
    public UnitCells Cells => new(Find, Groups, TryRow);

    /// <summary>Counts everything; the faults of units that would count twice where there are any.</summary>
    /// <param name="definition">Of what sums are kept.</param>
    /// <param name="register">The units.</param>
    /// <param name="facts">What they reported.</param>
    /// <param name="spread">Does the work of several aggregates, at once where it can; one after another if left out.</param>
    public static Outcome<Cube> Build(CubeDefinition definition, UnitRegister register, FactArrays facts, Spread? spread = null)
    {
        var cube = new Cube(definition, register, facts, spread ?? InTurn);
        var faults = new List<Fault>();
        foreach (var history in register.Units)
        {
            if (cube.Place(history, out var unit) is { } fault)
                faults.Add(fault);
            else
                cube.Keep(unit);
        }

        if (faults.Count > 0)
            return Outcome<Cube>.Failed(faults);
        cube.Count([.. definition.Aggregates.Select(aggregate => new CubeTrack(aggregate, PeriodKind.Month))]);
        return Outcome<Cube>.Of(cube);
    }

    /// <summary>What the units of a region, or of a group within it, answered together; null where it is not kept: for aggregates that are not the definition's, and periods out of reach.</summary>
    public Cell? Find(string aggregate, string region, UnitGroup? group, Period period) => Find(aggregate, region, industry: null, group, period);

    /// <summary>The same for an industry and all below it.</summary>
    public Cell? Find(string aggregate, string region, string? industry, UnitGroup? group, Period period)
    {
        if (!definition.Sources.TryGetValue(aggregate, out var source) || Facts.Window.SlotOf(period) is not { } slot || (group is { } asked && !definition.Groups.Contains(asked.Attribute)))
            return null;
        return definition.TryNarrow(ref industry, source.Industry) && nodes.Find(region, industry, group) is { } node ? Track(source.Aggregate, period.Kind).Cells.Get(node, slot) : default(Cell);
    }

    private bool TryRow(string aggregate, string region, UnitGroup? group, PeriodKind kind, out CellRow row)
    {
        row = default;
        return definition.Sources.TryGetValue(aggregate, out var source) && nodes.Find(region, source.Industry, group) is { } node && Track(source.Aggregate, kind).Cells.TryRow(node, out row);
    }

    private CubeTrack Track(CubeAggregate aggregate, PeriodKind asked)
    {
        // Units are there or not at the end of a period, however long it is.
        var kind = aggregate.Item is null ? PeriodKind.Month : asked;
        if (tracks[aggregate.Number, (int)kind] is { } known)
            return known;
        var track = new CubeTrack(aggregate, kind);
        Count([track]);
        return track;
    }

    /// <summary>The codes of an attribute under which units of a region stood at the end of a period, or ever for no period, in order; null where it is not kept.</summary>
    public IReadOnlyList<string>? Groups(string attribute, string region, Period? period)
    {
        if (!definition.Groups.Contains(attribute))
            return null;
        var groups = nodes.Groups(attribute, region);
        if (period is { } asked)
        {
            if (Facts.Window.SlotOf(asked) is not { } slot)
                return null;
            var counted = Track(definition.Sources[Selection.Units].Aggregate, PeriodKind.Month).Cells;
            groups = groups.Where(group => counted.Get(group.Node, slot).Values > 0);
        }

        return [.. groups.Select(group => group.Code).Order(StringComparer.Ordinal)];
    }

    /// <summary>Whether these facts lie behind those that are counted.</summary>
    public bool IsAheadOf(FactArrays facts) => facts != Facts && Facts.Since(facts) is not null;

    /// <summary>Goes over to later facts. False where they do not follow from those that are counted, so that a new cube has to be built.</summary>
    public bool Take(FactArrays next)
    {
        if (next.Since(Facts) is not { } touched)
            return false;
        foreach (var (code, index) in next.PlacedSince(Facts))
        {
            if (units.TryGetValue(code, out var unit))
                Keep(unit with { Index = index });
        }

        changes += touched.Count;
        foreach (var one in touched)
        {
            if (!byIndex.TryGetValue(one.Unit, out var unit))
                continue;
            foreach (var track in byItem.GetValueOrDefault(one.Item) ?? [])
                track.Change(unit, one, Facts, next);
        }

        Facts = next;
        return true;
    }

    /// <summary>Goes over to facts that need not follow, and counts everything anew. False where they begin in another year, so that a new cube has to be built.</summary>
    public bool Recount(FactArrays next)
    {
        if (next.Window != Facts.Window)
            return false;
        var isOther = !next.HasPlacesOf(Facts);
        Facts = next;
        if (isOther && units.Values.Any(unit => unit.Index != next.IndexOf(unit.History.Code)))
        {
            byIndex.Clear();
            foreach (var unit in units.Values.ToList())
                Keep(unit with { Index = next.IndexOf(unit.History.Code) });
        }

        Count([.. Tracks]);
        return true;
    }

    /// <summary>Goes over to another state of the register. Gives the fault of a unit that would count twice, and then stays as it was.</summary>
    public Fault? Take(UnitRegister next)
    {
        var changed = new List<(CubeUnit? Before, CubeUnit? After)>();
        foreach (var history in next.Units)
        {
            var before = units.GetValueOrDefault(history.Code);
            if (before is not null && before.History.IsPlace == history.IsPlace && before.History.Values.SequenceEqual(history.Values))
                continue;
            if (Place(history, out var after) is { } fault)
                return fault;
            changed.Add((before, after));
        }

        var there = next.Units.Select(history => history.Code).ToHashSet(StringComparer.Ordinal);
        changed.AddRange(units.Values.Where(unit => !there.Contains(unit.History.Code)).Select(unit => (unit, (CubeUnit?)null)).ToList()!);
        foreach (var (before, after) in changed)
            Replace(before, after);
        Register = next;
        return null;
    }

    private void Replace(CubeUnit? before, CubeUnit? after)
    {
        foreach (var track in Tracks)
        {
            track.Cells.Reach(nodes.Count);
            if (before is not null)
                track.Add(before, Facts, -1);
            if (after is not null)
                track.Add(after, Facts, 1);
        }

        if (after is not null)
            Keep(after);
        else if (before is not null)
            Forget(before);
    }

    private Fault? Place(UnitHistory history, out CubeUnit unit)
    {
        unit = new CubeUnit(history, Facts.IndexOf(history.Code), place.Spans(history, Facts.Window, out var fault));
        return fault;
    }

    private void Keep(CubeUnit unit)
    {
        units[unit.History.Code] = unit;
        regions = null;
        if (unit.Index is { } index)
            byIndex[index] = unit;
    }

    private void Forget(CubeUnit unit)
    {
        units.Remove(unit.History.Code);
        regions = null;
        if (unit.Index is { } index)
            byIndex.Remove(index);
    }

    private static void InTurn(int count, Action<int> work)
    {
        for (var at = 0; at < count; at++)
            work(at);
    }

    private void Count(IReadOnlyList<CubeTrack> wanted)
    {
        var all = regions ??= nodes.Regions(units.Values.SelectMany(unit => unit.Placements));
        spread(wanted.Count, at => wanted[at].Build(all, Facts, nodes.Count));
        foreach (var track in wanted)
        {
            ref var known = ref tracks[track.Aggregate.Number, (int)track.Kind];
            if (known is null && track.Aggregate.Item is { } item)
                byItem[item.Code] = [.. byItem.GetValueOrDefault(item.Code) ?? [], track];
            known = track;
        }
    }
}
