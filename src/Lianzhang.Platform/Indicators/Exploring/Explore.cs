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
        var query = Complete(PivotQuery.Parse(request.Query, out var faults), inputs, caller.Sight);
        var made = faults.Count > 0 ? Outcome<Pivot>.Failed(faults) : inputs.Explore(current.Today, query);
        return new ExploreView(query.ToString(), made.Value, made.Faults, ExploreChoices.Of(inputs, caller.Sight), await views.All(cancel), current.Today);
    }

    // What is left open is the widest that the caller sees.
    private static PivotQuery Complete(PivotQuery query, BoardInputs inputs, Sight sight)
    {
        var programme = inputs.Programme;
        if (query.Region is null && !sight.Covers(new Subject(Region: programme.Head.Region)))
            query = query with { Region = programme.Regions.Select(region => region.Code).FirstOrDefault(code => sight.Covers(new Subject(Region: code))) };
        var usual = ExploreChoices.Reported(inputs).Select(item => new PivotMeasure(PivotSource.Item, item.Code))
            .Concat(inputs.Figures.Figures.Select(figure => new PivotMeasure(PivotSource.Figure, figure.Item)))
            .Where(measure => PivotNames.Has(programme, measure));
        if (query.Measures.Count == 0)
            query = query with { Measures = [.. usual.Take(1)] };
        // Indicators and published figures are known by region alone, as on the board.
        var own = programme.Industries.Select(industry => industry.Code).Where(code => sight.Covers(new Subject(Industry: code))).ToList();
        return query.Industry is null && own.Count > 0 && own.Count < programme.Industries.Count && query.Measures.All(measure => measure.Source == PivotSource.Item)
            ? query with { Industry = own[0] }
            : query;
    }
}
