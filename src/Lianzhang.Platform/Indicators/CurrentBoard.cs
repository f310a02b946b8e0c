using Lianzhang.Core.Boards;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Figures;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators;

/// <summary>The programme in force with every figure that fits it and the units of the registers: what boards are computed from.</summary>
internal sealed record BoardInputs(PublishedProgramme Published, FigureSet Figures, UnitData Units)
{
    public Programme Programme => Published.Programme;

    public Board Build(DateOnly asOf, string? region, MembershipView view = MembershipView.AsItWas) =>
        BuildBoard.Build(Published.Reading, Figures, asOf, region, Seen(asOf, view));

    public TargetDetail Build(DateOnly asOf, Target target, MembershipView view) =>
        BuildTargetDetail.Build(Programme, Figures, asOf, target, Seen(asOf, view));

    private UnitData Seen(DateOnly asOf, MembershipView view) => view == MembershipView.AsItIs ? Units with { AsOn = asOf } : Units;
}

/// <summary>Brings together what boards are computed from.</summary>
internal sealed class CurrentBoard(PublishedProgrammes programmes, StoredFigures figures, StoredUnits units, StoredFacts facts, TimeProvider time)
{
    public static Text NothingPublished { get; } = ("没有已发布的方案。", "No programme is published.");

    public DateOnly Today => time.Today();

    /// <summary>Null when no programme is published.</summary>
    public async Task<BoardInputs?> Inputs(CancellationToken cancel)
    {
        if (await programmes.Find(null, cancel) is not { } published)
            return null;
        var all = (await figures.All(cancel)).ToLookup(figure => Misfit(figure, published.Programme));
        var misfits = all.Where(group => group.Key is not null).SelectMany(group => group.Select(figure => Unmapped(figure, group.Key!.Value)));
        var data = new UnitData(await units.All(cancel), await facts.All(published.Programme, cancel));
        return new BoardInputs(published, new FigureSet([.. all[null]], [.. misfits], []), data);
    }

    // A figure may have been recorded under a version of the programme that knew its item, its place or its kind of unit.
    private static Text? Misfit(PublishedFigure figure, Programme programme)
    {
        if (programme.FindItem(figure.Item) is not { } item)
            return ("现行方案中没有此数据项", "the programme in force has no such item");
        if (!programme.Catalogue.Places.Contains(figure.Place))
            return ("现行方案中没有此地区或园区", "the programme in force has no such place");
        return item.Unit.Dimension == figure.Quantity.Unit.Dimension ? null : ("单位与现行数据项不可换算", "the unit does not fit the item in force");
    }

    private static UnmappedRow Unmapped(PublishedFigure figure, Text reason) => new(
        figure.At, figure.Item, figure.Place, figure.Period.ToString(), Quantity.Number(figure.Quantity.Amount), figure.Quantity.Unit.Symbol, reason);
}
