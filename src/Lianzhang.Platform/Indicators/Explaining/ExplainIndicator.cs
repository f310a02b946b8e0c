using Lianzhang.Core.Boards;
using Lianzhang.Core.Explaining;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators.Explaining;

/// <summary>A number opened to what it rests on.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Name">Its name.</param>
/// <param name="Region">The region.</param>
/// <param name="Above">The region above, where the reader may open its number; null where there is none.</param>
/// <param name="Period">The period.</param>
/// <param name="Periods">Every period with a value, oldest first.</param>
/// <param name="Value">The number in the indicator's unit; null where there is none.</param>
/// <param name="Unit">The indicator's unit.</param>
/// <param name="Reason">Why there is no number.</param>
/// <param name="Words">The formula in words.</param>
/// <param name="Formula">The formula as it is written.</param>
/// <param name="Aggregates">What was asked of units.</param>
/// <param name="Left">How many further aggregates are not opened.</param>
/// <param name="Figures">The published figures used.</param>
/// <param name="MaySeeUnits">Whether the reader may see the units of the region.</param>
/// <param name="IsGenerated">Whether the units were made up for trial.</param>
public sealed record NumberExplanation(
    string Indicator,
    Text Name,
    BoardPlace Region,
    BoardPlace? Above,
    Period Period,
    IReadOnlyList<Period> Periods,
    decimal? Value,
    Unit Unit,
    Text? Reason,
    Text Words,
    string Formula,
    IReadOnlyList<AggregateView> Aggregates,
    int Left,
    IReadOnlyList<BoardFigure> Figures,
    bool MaySeeUnits,
    bool IsGenerated);

/// <summary>An aggregate with names and in its own unit.</summary>
/// <param name="Words">In words.</param>
/// <param name="Formula">As it is written.</param>
/// <param name="Kind">What it makes of the answers.</param>
/// <param name="Period">The period that it is asked of.</param>
/// <param name="Unit">The unit of its amounts.</param>
/// <param name="Value">What it came to; null where something is missing.</param>
/// <param name="Reason">Why it came to nothing.</param>
/// <param name="Amount">What was answered, put together.</param>
/// <param name="AddsUp">Whether the amounts of the parts add up to the whole.</param>
/// <param name="Completeness">Who was asked and who answered.</param>
/// <param name="Parts">By the regions directly below; those that the reader may not open stand together at the end.</param>
/// <param name="Groups">The groups that were counted, for readers who may see the units in them.</param>
public sealed record AggregateView(
    Text Words,
    string Formula,
    AggregateKind Kind,
    Period Period,
    Unit Unit,
    decimal? Value,
    Text? Reason,
    decimal? Amount,
    bool AddsUp,
    Completeness Completeness,
    IReadOnlyList<PartView> Parts,
    GroupsView? Groups);

/// <summary>What a region below gives; without a code what lies in none, or in regions that the reader may not open.</summary>
public sealed record PartView(string? Region, Text Name, decimal? Amount, Completeness Completeness);

/// <summary>Opens a number to the parts that it rests on.</summary>
public sealed record ExplainIndicator(NumberQuery Of) : IRequest<NumberExplanation>;

internal sealed class ExplainIndicatorSlice(FindNumber numbers, ExplainSight sight, NameGroups groups) : Slice<ExplainIndicator, NumberExplanation>
{
    // The same by which boards round.
    private const int Decimals = 4;

    // What one or two units gave is as good as theirs alone.
    private const int FewestUnits = 3;

    public override Permission Permission { get; } = new("board.read", Changes: false);

    protected override Subject About(ExplainIndicator request) => new(Region: request.Of.Region);

    protected override async Task<Answer<NumberExplanation>> Handle(ExplainIndicator request, CancellationToken cancel)
    {
        var found = await numbers.Find(request.Of, cancel);
        if (!found.Succeeded(out var number))
            return found.Problem!;
        var explained = ExplainFormula.Explain(number.Formula, number.Context);
        return View(number, explained, sight.MaySeeUnits(number.Region) ? await groups.Of(number, explained, cancel) : new Dictionary<ExplainedAggregate, GroupsView>());
    }

    private NumberExplanation View(FoundNumber number, Explanation explained, IReadOnlyDictionary<ExplainedAggregate, GroupsView> named)
    {
        var (programme, unit, figures) = (number.Programme, number.Indicator.Unit!, new NameFigure(number.Programme));
        return new NumberExplanation(
            number.Indicator.Code,
            number.Indicator.Name,
            Place(number.Region),
            programme.Regions.First(region => region.Code == number.Region).Parent is { } parent && programme.IsRegion(parent) && sight.MayOpen(parent) ? Place(parent) : null,
            number.Period,
            number.Periods,
            InUnit(explained.Reading, unit),
            unit,
            Why(explained.Reading),
            number.Words(number.Formula),
            number.Formula.Source,
            [.. explained.Aggregates.Select(aggregate => View(number, aggregate, named.GetValueOrDefault(aggregate)))],
            explained.Left,
            [.. explained.Figures.Distinct().Select(figures.Of)],
            sight.MaySeeUnits(number.Region),
            explained.Aggregates.Count > 0 && number.Context.Facts.IsGenerated);

        BoardPlace Place(string code) => new(code, programme.PlaceName(code));
    }

    private AggregateView View(FoundNumber number, ExplainedAggregate aggregate, GroupsView? groupsOf)
    {
        // A region that is no more and has nothing any longer says nothing.
        var parts = aggregate.Parts.Where(part => part.Completeness.Asked > 0 || number.Programme.Regions.FirstOrDefault(region => region.Code == part.Region)?.IsThere(number.Period.End) != false);
        var byOpen = parts.ToLookup(part => part.Region is not { } region || (sight.MayOpen(region) && (part.Completeness.Answered is 0 or >= FewestUnits || sight.MaySeeUnits(region))));
        return new AggregateView(
            number.Words(aggregate.Formula),
            aggregate.Formula.ToString(),
            aggregate.Kind,
            aggregate.Period,
            aggregate.Unit,
            InUnit(aggregate.Reading, aggregate.Unit),
            Why(aggregate.Reading),
            aggregate.Amount is { } amount ? Rounded(amount) : null,
            aggregate.AddsUp,
            aggregate.Completeness,
            [.. byOpen[true].Select(part => View(number, part)), .. Together([.. byOpen[false]], aggregate.AddsUp)],
            groupsOf);
    }

    private static PartView View(FoundNumber number, ExplainedPart part) => new(
        part.Region,
        part.Region is { } region ? number.Programme.PlaceName(region) : ("本级及未划分到下级地区", "the region itself, in none of those below"),
        part.Amount is { } amount ? Rounded(amount) : null,
        part.Completeness);

    private static IEnumerable<PartView> Together(IReadOnlyList<ExplainedPart> closed, bool addsUp)
    {
        if (closed.Count == 0)
            yield break;
        var (all, amounts) = (closed.Select(part => part.Completeness).ToList(), closed.Select(part => part.Amount).OfType<decimal>().ToList());
        var reasons = all.SelectMany(part => part.Reasons).GroupBy(reason => reason.Reason).Select(group => new GapReason(group.Key, group.Sum(reason => reason.Units))).OrderByDescending(reason => reason.Units);
        yield return new PartView(
            null,
            ($"其他 {closed.Count} 个地区合计", $"{closed.Count} other regions together"),
            addsUp && amounts.Count > 0 ? Rounded(amounts.Sum()) : null,
            new Completeness(all.Sum(part => part.Asked), all.Sum(part => part.Answered), all.Sum(part => part.NotApplicable), all.Sum(part => part.Missing), [.. reasons]));
    }

    internal static decimal? InUnit(Reading reading, Unit unit) => reading.HasValue ? Rounded(unit.FromBase(reading.Amount)) : null;

    internal static Text? Why(Reading reading) => reading.HasValue ? null : reading.State == FactState.Missing && reading.Missing.Count > 1
        ? ($"缺 {reading.Missing.Count} 项数据", $"{reading.Missing.Count} figures are missing")
        : reading.Reason;

    internal static decimal Rounded(decimal amount) => Math.Round(amount, Decimals, MidpointRounding.AwayFromZero);
}
