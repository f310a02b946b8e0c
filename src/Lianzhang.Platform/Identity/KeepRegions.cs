using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>A region of a programme, as rights need it, with its last day where it was merged or split.</summary>
public sealed record RegionPlace(string Code, Text Name, string? Parent, DateOnly? To = null);

/// <summary>
/// Keeps the tree of regions that rights reach over. A region that a programme no longer has ends on that day and stays, since
/// people and figures of its time refer to it.
/// </summary>
public sealed class KeepRegions(LianzhangDb db, TimeProvider time)
{
    public async Task Keep(IReadOnlyList<RegionPlace> regions, CancellationToken cancel)
    {
        var today = time.Today();
        var known = await db.Set<RegionNode>().ToDictionaryAsync(region => region.Code, cancel);
        foreach (var region in regions)
        {
            if (!known.Remove(region.Code, out var node))
                db.Add(node = new RegionNode { Code = region.Code, Name = region.Name.Zh, NameEn = region.Name.In(Language.English), Parent = region.Parent });
            (node.Name, node.NameEn, node.Parent, node.To) = (region.Name.Zh, region.Name.In(Language.English), region.Parent, region.To);
        }

        foreach (var gone in known.Values.Where(region => region.To is null))
            gone.To = today;
        if (db.ChangeTracker.HasChanges())
            (await db.Set<AccessEpoch>().SingleAsync(cancel)).Value++;
    }
}
