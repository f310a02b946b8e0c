using Lianzhang.Core.Boards;
using Lianzhang.Core.Programmes;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators;

/// <summary>What would move on the boards if a changed programme were in force.</summary>
/// <param name="Draft">The changed programme.</param>
/// <param name="InForce">The number of the version in force.</param>
/// <param name="AsOf">The date of both boards.</param>
/// <param name="Targets">How many targets either has.</param>
/// <param name="Moves">The rows that move, by size; those of regions that the caller may see.</param>
/// <param name="Changes">The entries of the programme that differ.</param>
public sealed record DefinitionPreview(
    ProgrammeDraftView Draft,
    int InForce,
    DateOnly AsOf,
    int Targets,
    IReadOnlyList<BoardMove> Moves,
    IReadOnlyList<ProgrammeChange> Changes)
{
    /// <summary>How many targets get another light.</summary>
    public int Lights => Moves.Count(move => move.ChangesLight);

    /// <summary>How many have another actual value.</summary>
    public int Values => Moves.Count(move => move is { Appears: false, Vanishes: false } && move.Actual != 0 && (move.Before?.Actual, move.After?.Actual) is not (null, null));

    /// <summary>How many appear.</summary>
    public int Appearing => Moves.Count(move => move.Appears);

    /// <summary>How many vanish.</summary>
    public int Vanishing => Moves.Count(move => move.Vanishes);
}

/// <summary>Computes the boards by a changed programme beside those in force, over the same figures, units and reports; nothing of what is in force is touched.</summary>
/// <param name="Draft">The changed programme.</param>
/// <param name="AsOf">The date of both boards; today if left out.</param>
public sealed record PreviewDefinitions(Guid Draft, DateOnly? AsOf = null) : IRequest<DefinitionPreview>;

internal sealed class PreviewDefinitionsSlice(DraftBook drafts, CurrentBoard current, CurrentCaller caller) : Slice<PreviewDefinitions, DefinitionPreview>
{
    public override Permission Permission { get; } = new("programmes.publish", Changes: false);

    protected override async Task<Answer<DefinitionPreview>> Handle(PreviewDefinitions request, CancellationToken cancel)
    {
        if (await drafts.Find(request.Draft, cancel) is not { } draft || await current.Inputs(cancel) is not { } now)
            return DraftBook.NotThere;
        var coming = await current.With(draft.Programme, now, cancel);
        var asOf = request.AsOf ?? current.Today;
        var regions = now.Programme.Targets.Select(now.Programme.RegionOf).Concat(coming.Programme.Targets.Select(coming.Programme.RegionOf)).Distinct()
            .Where(region => caller.Sight.Covers(new(Region: region))).ToList();
        var moves = new List<BoardMove>();
        var seen = new HashSet<(string, string, int?)>();
        foreach (var region in regions)
        {
            var (before, after) = (now.Build(asOf, region), coming.Build(asOf, region));
            moves.AddRange(CompareBoards.Compare(now.Programme, before, coming.Programme, after));
            seen.UnionWith(before.Targets.Concat(after.Targets).Select(row => (row.Indicator, row.Region, row.Year)));
        }

        return new DefinitionPreview(
            draft.View,
            now.Published.Number,
            asOf,
            seen.Count,
            [.. moves.OrderByDescending(move => move.Weight).ThenByDescending(move => move.ChangesLight)],
            CompareProgrammes.Compare(now.Programme, coming.Programme));
    }
}
