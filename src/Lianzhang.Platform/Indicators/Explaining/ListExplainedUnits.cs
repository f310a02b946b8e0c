using Lianzhang.Core.Explaining;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators.Explaining;

/// <summary>A unit with what it answered.</summary>
/// <param name="Code">Code of the unit.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsEnterprise">Whether it is an enterprise with a page of its own.</param>
/// <param name="RegionName">Where it lay.</param>
/// <param name="State">What it answered.</param>
/// <param name="Amount">What of it counts.</param>
/// <param name="Reason">Why it is missing.</param>
/// <param name="Flags">What is said of its values beside.</param>
public sealed record ExplainedUnit(string Code, string Name, bool IsEnterprise, Text RegionName, FactState State, decimal? Amount, Text? Reason, FactFlags Flags);

/// <summary>A page of the units of a number.</summary>
/// <param name="Words">The aggregate in words.</param>
/// <param name="Item">Code of its item; null where units are counted.</param>
/// <param name="Unit">The unit of its amounts.</param>
/// <param name="Period">The period that it is asked of.</param>
/// <param name="Units">The units, the largest amount first, those without one last.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Page">The page.</param>
/// <param name="PageSize">How many on a page.</param>
/// <param name="IsGenerated">Whether the units were made up for trial.</param>
public sealed record ExplainedUnitPage(Text Words, string? Item, Unit Unit, Period Period, IReadOnlyList<ExplainedUnit> Units, int Total, int Page, int PageSize, bool IsGenerated);

/// <summary>Lists the units of a number, of those in sight. The region is named, because units are seen by where they lie.</summary>
/// <param name="Of">The number.</param>
/// <param name="Region">Code of its region.</param>
/// <param name="Aggregate">Which aggregate of the formula, from 0.</param>
/// <param name="OnlyMissing">Only those that owe their answer.</param>
/// <param name="Page">The page.</param>
/// <param name="PageSize">How many on a page.</param>
public sealed record ListExplainedUnits(NumberQuery Of, string Region, int Aggregate = 0, bool OnlyMissing = false, int Page = 1, int PageSize = 20) : IRequest<ExplainedUnitPage>;

internal sealed class ListExplainedUnitsSlice(ExplainedUnits units) : Slice<ListExplainedUnits, ExplainedUnitPage>
{
    private const int MostOnPage = 100;

    public override Permission Permission { get; } = new("registers.read", Changes: false, Recorded: true);

    protected override Subject About(ListExplainedUnits request) => new(Region: request.Region);

    protected override Problem? Validate(ListExplainedUnits request) => Paging.Check(request.Page, request.PageSize, MostOnPage);

    protected override Task<Answer<ExplainedUnitPage>> Handle(ListExplainedUnits request, CancellationToken cancel) => units.Find(request, cancel);
}

/// <summary>Finds the units of a number, for pages and for files.</summary>
internal sealed class ExplainedUnits(FindNumber numbers, SeenUnits seen, Slice<ReadFacts, FactList> facts)
{
    // As many as facts are read of at once.
    private const int MostAtOnce = 1_000;

    public static Problem NoAggregate { get; } = Problem.NotFound(("这个指标没有由单位数据汇总的部分。", "No such part of the indicator is put together from units."));

    public async Task<Answer<ExplainedUnitPage>> Find(ListExplainedUnits request, CancellationToken cancel)
    {
        var found = await numbers.Find(request.Of with { Region = request.Region }, cancel);
        if (!found.Succeeded(out var number))
            return found.Problem!;
        if (ExplainFormula.Open(number.Formula, number.Context, request.Aggregate) is not { } aggregate)
            return NoAggregate;
        var names = await seen.All(cancel);
        var shown = aggregate.Units
            .Where(answer => names.ContainsKey(answer.Unit) && (!request.OnlyMissing || IsMissing(answer)))
            .OrderBy(answer => answer.Amount is null).ThenByDescending(answer => answer.Amount).ThenBy(answer => answer.Unit, StringComparer.Ordinal)
            .ToList();
        var page = shown.Skip((request.Page - 1) * request.PageSize).Take(request.PageSize).ToList();
        var flags = await Flags(page, aggregate.Item, aggregate.Period, request.Of.KnownAt, cancel);
        return new ExplainedUnitPage(
            number.Words(aggregate.Formula),
            aggregate.Item,
            aggregate.Unit,
            aggregate.Period,
            [.. page.Select(answer => Row(answer, names[answer.Unit], flags, number))],
            shown.Count,
            request.Page,
            request.PageSize,
            number.Context.Facts.IsGenerated);
    }

    private static bool IsMissing(UnitAnswer answer) => !answer.HasValue && answer.State != FactState.NotApplicable;

    private static ExplainedUnit Row(UnitAnswer answer, SeenUnits.Seen unit, ILookup<string, FactFlags> flags, FoundNumber number) => new(
        answer.Unit,
        unit.Name,
        unit.Kind == UnitKind.Enterprise,
        answer.Region is { } region ? number.Programme.PlaceName(region) : new Text("—"),
        answer.State,
        answer.Amount,
        answer.Reason,
        flags[answer.Unit].Aggregate(FactFlags.None, (all, one) => all | one));

    private async Task<ILookup<string, FactFlags>> Flags(List<UnitAnswer> answers, string? item, Period period, DateTimeOffset? knownAt, CancellationToken cancel)
    {
        var said = new List<RecordedFact>();
        foreach (var some in item is null ? [] : answers.Chunk(MostAtOnce))
        {
            var read = await facts.HandleAny(new ReadFacts([.. some.Select(answer => answer.Unit)], [item!], period.Start, knownAt), cancel);
            said.AddRange(read.Value?.Facts ?? []);
        }

        return said.Where(fact => UnitValues.Touch(fact.Period, period)).ToLookup(fact => fact.Unit, fact => fact.Value.Flags);
    }
}
