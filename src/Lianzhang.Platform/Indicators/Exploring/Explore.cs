using Lianzhang.Core.Exploring;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators.Exploring;

/// <summary>Everything that the page of the explorer shows.</summary>
/// <param name="Query">The query as it was taken, with what was left open.</param>
/// <param name="Pivot">The table; null where the query cannot be answered.</param>
/// <param name="Faults">Why not; a view that names what the programme no longer has says so here.</param>
/// <param name="Choices">What one may choose from.</param>
/// <param name="Views">Kept views.</param>
/// <param name="AsOf">The day that it is of.</param>
public sealed record ExploreView(string Query, Pivot? Pivot, IReadOnlyList<Fault> Faults, ExploreChoices Choices, IReadOnlyList<SavedViewLine> Views, DateOnly AsOf);

/// <summary>A table by its query, with all that is needed to choose another: one request for a whole page.</summary>
/// <param name="Query">What follows the question mark of its address; what it leaves open is chosen.</param>
public sealed record Explore(string? Query = null) : IRequest<ExploreView>;

internal sealed class ExploreSlice(CurrentBoard current, CurrentCaller caller, SavedViews views) : Slice<Explore, ExploreView>
{
    public override Permission Permission { get; } = new("board.read", Changes: false);

    protected override Subject About(Explore request) => SavedViews.SubjectOf(request.Query);

    protected override async Task<Answer<ExploreView>> Handle(Explore request, CancellationToken cancel)
    {
        if (await current.Inputs(cancel) is not { } inputs)
            return Problem.NotFound(CurrentBoard.NothingPublished);
        if (Complete(PivotQuery.Parse(request.Query, out var faults), inputs, caller.Sight) is not { } query)
            return Problem.NotFound(("您的权限范围内没有单位填报的数据。", "There are no reports of units within your rights."));
        var made = faults.Count > 0 ? Outcome<Pivot>.Failed(faults) : inputs.Explore(current.Today, query);
        return new ExploreView(query.ToString(), made.Value, made.Faults, ExploreChoices.Of(inputs, caller.Sight), await views.All(cancel), current.Today);
    }

    // What is left open is the widest that the caller sees; null where that is nothing.
    private static PivotQuery? Complete(PivotQuery query, BoardInputs inputs, Sight sight)
    {
        var programme = inputs.Programme;
        if (query.Region is null && !sight.Covers(new Subject(Region: programme.Head.Region)))
            query = query with { Region = programme.Regions.Select(region => region.Code).FirstOrDefault(code => sight.Covers(new Subject(Region: code))) };
        var industries = programme.Industries.Select(industry => industry.Code).Where(code => sight.Covers(new Subject(Industry: code))).ToList();
        var isLimited = industries.Count < programme.Industries.Count;
        if (query.Measures.Count == 0)
            query = First(query, [.. Usual(inputs, withUnits: !isLimited || industries.Count > 0).Take(1)]);
        // Indicators and published figures are known by region alone, as on the board; units belong to an industry.
        if (!isLimited || query.Industry is not null || query.Measures.All(measure => measure.Source != PivotSource.Item))
            return query;
        return industries.Count == 0 ? null : query with { Industry = industries[0] };
    }

    // Of many units some always owe their report: what greets people are the sums of the others.
    private static PivotQuery First(PivotQuery query, IReadOnlyList<PivotMeasure> measures) =>
        query with { Measures = measures, OnlyReported = query.OnlyReported || measures is [{ Source: PivotSource.Item }] };

    private static IEnumerable<PivotMeasure> Usual(BoardInputs inputs, bool withUnits) =>
        (withUnits ? ExploreChoices.Reported(inputs).Select(item => new PivotMeasure(PivotSource.Item, item.Code)) : [])
            .Concat(inputs.Figures.Figures.Select(figure => new PivotMeasure(PivotSource.Figure, figure.Item)))
            .Where(measure => PivotNames.Has(inputs.Programme, measure));
}
