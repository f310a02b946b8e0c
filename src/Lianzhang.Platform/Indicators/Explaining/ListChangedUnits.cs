using Lianzhang.Core.Explaining;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators.Explaining;

/// <summary>A unit that gives something else than before.</summary>
public sealed record ChangedUnit(string Code, string Name, bool IsEnterprise, DifferenceKind Kind, decimal? Before, decimal? After, decimal Amount);

/// <summary>A page of the units that give something else than before, the largest difference first.</summary>
public sealed record ChangedUnitPage(Text Words, Unit Unit, Period Period, IReadOnlyList<ChangedUnit> Units, int Total, int Page, int PageSize, bool IsGenerated);

/// <summary>Lists the units by which a number became another, of those in sight.</summary>
/// <param name="Of">The number, as it is known at the later instant.</param>
/// <param name="Region">Code of its region.</param>
/// <param name="Since">The earlier instant.</param>
/// <param name="Aggregate">Which aggregate of the formula, from 0.</param>
/// <param name="Page">The page.</param>
/// <param name="PageSize">How many on a page.</param>
public sealed record ListChangedUnits(NumberQuery Of, string Region, DateTimeOffset Since, int Aggregate = 0, int Page = 1, int PageSize = 20) : IRequest<ChangedUnitPage>;

internal sealed class ListChangedUnitsSlice(ChangedUnits units) : Slice<ListChangedUnits, ChangedUnitPage>
{
    private const int MostOnPage = 100;

    public override Permission Permission { get; } = new("registers.read", Changes: false, Recorded: true);

    protected override Subject About(ListChangedUnits request) => new(Region: request.Region);

    protected override Problem? Validate(ListChangedUnits request) => Paging.Check(request.Page, request.PageSize, MostOnPage);

    protected override Task<Answer<ChangedUnitPage>> Handle(ListChangedUnits request, CancellationToken cancel) => units.Find(request, cancel);
}

/// <summary>Finds the units by which a number became another, for pages and for files.</summary>
internal sealed class ChangedUnits(CompareNumber numbers, SeenUnits seen)
{
    public async Task<Answer<ChangedUnitPage>> Find(ListChangedUnits request, CancellationToken cancel)
    {
        var compared = await numbers.Compare(request.Of with { Region = request.Region }, request.Since, cancel);
        if (!compared.Succeeded(out var number))
            return compared.Problem!;
        if (number.Change.Aggregates.ElementAtOrDefault(request.Aggregate) is not { } aggregate)
            return ExplainedUnits.NoAggregate;
        var names = await seen.All(cancel);
        var shown = aggregate.Units.Where(unit => names.ContainsKey(unit.Unit)).ToList();
        return new ChangedUnitPage(
            number.Number.Words(aggregate.Formula),
            aggregate.Unit,
            aggregate.Period,
            [.. shown.Skip((request.Page - 1) * request.PageSize).Take(request.PageSize).Select(unit => Row(unit, names[unit.Unit]))],
            shown.Count,
            request.Page,
            request.PageSize,
            number.Number.Context.Facts.IsGenerated);
    }

    private static ChangedUnit Row(UnitChange unit, SeenUnits.Seen seen) => new(unit.Unit, seen.Name, seen.Kind == UnitKind.Enterprise, unit.Kind, unit.Before, unit.After, unit.Amount);
}
