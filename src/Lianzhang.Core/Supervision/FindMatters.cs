using Lianzhang.Core.Boards;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Supervision;

/// <summary>What a rule found: one matter, for which there is one order at a time.</summary>
/// <param name="Key">Tells matters apart: the same one has the same key at any time.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Title">What it is about.</param>
/// <param name="Region">Code of the region that it lies in.</param>
/// <param name="Industry">Code of the industry, where it is about one.</param>
/// <param name="Owner">Code of the body that answers for it, as the programme names it; null where the region's government does.</param>
/// <param name="Row">Where the target stood, for a matter of a target.</param>
public sealed record Matter(string Key, TriggerRule Rule, Text Title, string Region, string? Industry, string? Owner, BoardRow? Row = null);

/// <summary>Finds the targets that a rule of a programme watches and that stand as it says.</summary>
public static class FindMatters
{
    /// <param name="programme">The programme.</param>
    /// <param name="day">The day on which is looked.</param>
    /// <param name="board">The board of a region as of a day.</param>
    public static IReadOnlyList<Matter> OfTargets(Programme programme, DateOnly day, Func<DateOnly, string, Board> board)
    {
        var rules = programme.Supervision.Rules.Where(rule => rule.When == TriggerKind.TargetStatus).ToList();
        return rules.Count == 0 ? [] : [.. programme.Targets.Select(programme.RegionOf).Distinct().SelectMany(region => OfRegion(programme, rules, day, at => board(at, region)))];
    }

    // A target that two rules watch is one matter: the one that starts highest is heard.
    private static IEnumerable<Matter> OfRegion(Programme programme, List<TriggerRule> rules, DateOnly day, Func<DateOnly, Board> board) => board(day).Targets
        .Select(row => rules.Where(rule => Holds(programme, rule, row, board)).MaxBy(rule => LevelOf(programme, rule)) is { } rule ? Of(programme, rule, row) : null)
        .OfType<Matter>();

    /// <summary>By which a target is the same matter at any time.</summary>
    public static string KeyOf(BoardRow row) => KeyOf(row.Indicator, row.Region, row.Industry, row.Year);

    /// <summary>The same of a target itself.</summary>
    public static string KeyOf(Programme programme, Target target) => KeyOf(target.Indicator, programme.RegionOf(target), programme.IndustryOf(target), target.Year);

    /// <summary>The row of a target on an earlier board of its region: as of the end of a period that lies so many steps before the one that it stands on.</summary>
    internal static BoardRow? Earlier(Programme programme, BoardRow row, int steps, Func<DateOnly, Board> board)
    {
        if (row.Actual is not { } actual || programme.FindIndicator(row.Indicator) is not { } indicator)
            return null;
        var period = Period.LastEnded(indicator.Frequency, actual.Period.End).Shift(-steps);
        var key = KeyOf(row);
        return board(period.End).Targets.FirstOrDefault(earlier => KeyOf(earlier) == key);
    }

    private static string KeyOf(string indicator, string region, string? industry, int? year) => $"target/{indicator}/{region}/{industry}/{(year is { } number ? Quantity.Number(number) : string.Empty)}";

    private static bool Holds(Programme programme, TriggerRule rule, BoardRow row, Func<DateOnly, Board> board) =>
        (rule.Indicators is not { Count: > 0 } watched || watched.Contains(row.Indicator))
        && Is(rule, row)
        && Enumerable.Range(1, rule.Periods - 1).All(steps => Earlier(programme, row, steps, board) is { } earlier && Is(rule, earlier));

    private static bool Is(TriggerRule rule, BoardRow row) => rule.Statuses!.Contains(row.Status);

    private static int LevelOf(Programme programme, TriggerRule rule) => programme.Supervision.Levels.Index().First(level => level.Item.Code == rule.Level).Index;

    private static Matter Of(Programme programme, TriggerRule rule, BoardRow row)
    {
        var place = programme.PlaceName(row.Region);
        Text title = row.Year is { } year
            ? ($"{place.Zh}{year}年{row.Name.Zh}{row.Word.Zh}", $"{row.Name.In(Language.English)} of {place.In(Language.English)}, {year}: {row.Word.In(Language.English)}")
            : ($"{place.Zh}{row.Name.Zh}{row.Word.Zh}", $"{row.Name.In(Language.English)} of {place.In(Language.English)}: {row.Word.In(Language.English)}");
        var isOfCity = row.Region == programme.Head.Region;
        return new Matter(KeyOf(row), rule, title, row.Region, row.Industry, isOfCity ? programme.FindIndicator(row.Indicator)?.Owner : null, row);
    }
}
