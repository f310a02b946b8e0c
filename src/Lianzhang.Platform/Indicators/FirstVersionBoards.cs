using System.Collections.ObjectModel;
using Lianzhang.Core.Boards;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;

namespace Lianzhang.Platform.Indicators;

/// <summary>Boards on which of later periods only what was reported first counts: whoever is to be judged by a figure cannot correct it afterwards.</summary>
internal sealed class FirstVersionBoards(CurrentBoard current, StoredFacts facts)
{
    /// <summary>The board of a region as of a day; null when no programme is published.</summary>
    /// <param name="after">Later periods than this count by their first versions; null for all periods.</param>
    /// <param name="without">Sources whose reports do not count.</param>
    /// <param name="cancel">Ends it.</param>
    public async Task<Func<DateOnly, string, Board>?> After(Period? after, IReadOnlySet<string> without, CancellationToken cancel)
    {
        if (await current.Inputs(cancel) is not { } inputs)
            return null;
        var units = inputs.Units with { Facts = await facts.FirstVersions(inputs.Programme, after, without, cancel) };
        return (day, region) => BuildBoard.Build(inputs.Published.Reading, inputs.Figures, day, region, units);
    }

    /// <summary>A target as of a day by first versions alone, of all periods; null when no programme is published.</summary>
    public async Task<Func<Target, TargetDetail>?> Targets(DateOnly day, CancellationToken cancel)
    {
        if (await current.Inputs(cancel) is not { } inputs)
            return null;
        var units = inputs.Units with { Facts = await facts.FirstVersions(inputs.Programme, after: null, ReadOnlySet<string>.Empty, cancel) };
        return target => BuildTargetDetail.Build(inputs.Programme, inputs.Figures, day, target, units);
    }
}
