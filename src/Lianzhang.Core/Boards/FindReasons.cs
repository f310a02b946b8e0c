using Lianzhang.Core.Programmes;

namespace Lianzhang.Core.Boards;

/// <summary>Finds which definitions that a row rests on differ between two versions of a programme.</summary>
internal sealed class FindReasons
{
    private const string FormulaField = "formula";

    private readonly Programme old;
    private readonly Programme current;
    private readonly Dictionary<string, IReadOnlyList<FieldChange>> indicators;
    private readonly HashSet<string> items;
    private readonly HashSet<string> lists;
    private readonly bool lights;

    public FindReasons(Programme old, Programme current)
    {
        (this.old, this.current) = (old, current);
        var changes = CompareProgrammes.Compare(old, current);
        indicators = changes.Where(change => change.List == "indicators").ToDictionary(change => change.Key, change => change.Fields);
        items = [.. changes.Where(change => change.List == "items").Select(change => change.Key)];
        lists = [.. changes.Select(change => change.List)];
        lights = lists.Contains("lights") || !old.Lights.Words.SequenceEqual(current.Lights.Words);
    }

    public IReadOnlyList<MoveReason> Of(BoardRow? before, BoardRow? after)
    {
        var code = (after ?? before)!.Indicator;
        var rests = RestsOn(old, code, []);
        rests.UnionWith(RestsOn(current, code, []));
        var fields = rests.SelectMany(indicator => indicators.GetValueOrDefault(indicator) ?? []).ToList();
        var moved = before?.Actual?.Value != after?.Actual?.Value || before?.Actual?.Period != after?.Actual?.Period;
        var judged = moved || (before?.Status, before?.Gap, before?.Expected) != (after?.Status, after?.Gap, after?.Expected);
        return [.. new (MoveReason Reason, bool Holds)[]
        {
            (MoveReason.Formula, judged && fields.Exists(field => field.Field == FormulaField)),
            (MoveReason.Indicator, judged && fields.Exists(field => field.Field != FormulaField)),
            (MoveReason.Target, CompareProgrammes.Fields(TargetOf(old, before), TargetOf(current, after)).Count > 0),
            (MoveReason.Lights, lights && before?.Word != after?.Word || lights && before?.Colour != after?.Colour),
            (MoveReason.Industries, moved && lists.Contains("industries") && Gathers(rests)),
            (MoveReason.Regions, moved && (lists.Contains("regions") || lists.Contains("places"))),
            (MoveReason.Items, moved && ItemsOf(rests).Any(items.Contains)),
        }.Where(one => one.Holds).Select(one => one.Reason)];
    }

    private static Target? TargetOf(Programme programme, BoardRow? row) => row is null ? null : programme.Targets.FirstOrDefault(target =>
        target.Indicator == row.Indicator && target.Year == row.Year && programme.RegionOf(target) == row.Region);

    // The indicator with all that its formula names, however far down.
    private static HashSet<string> RestsOn(Programme programme, string indicator, HashSet<string> seen)
    {
        if (seen.Add(indicator) && programme.Formulas.TryGetValue(indicator, out var formula))
        {
            foreach (var inner in formula.Indicators)
                RestsOn(programme, inner, seen);
        }

        return seen;
    }

    // Published figures know no industries; units lie in one.
    private bool Gathers(HashSet<string> rests) => Formulas(rests).Any(formula => formula.CountsUnits || formula.Aggregates.Count > 0);

    private IEnumerable<string> ItemsOf(HashSet<string> rests) => Formulas(rests).SelectMany(formula => formula.Items);

    private IEnumerable<Formulas.Formula> Formulas(HashSet<string> rests) =>
        rests.SelectMany(code => new[] { old.Formulas.GetValueOrDefault(code), current.Formulas.GetValueOrDefault(code) }).OfType<Formulas.Formula>();
}
