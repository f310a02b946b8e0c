using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Registers;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>A region as forms of the registers offer it.</summary>
public sealed record RegionChoice(string Code, Text Name, string? Parent, DateOnly? To, TilePosition? Tile, Text? Short);

/// <summary>What filters and forms of enterprises offer.</summary>
public sealed record EnterpriseChoices(
    string Whole,
    IReadOnlyList<RegionChoice> Regions,
    IReadOnlyList<Coded> Industries,
    IReadOnlyList<Coded> Titles,
    IReadOnlyList<Coded> Clusters,
    IReadOnlyList<Coded> Parks,
    IReadOnlyList<Coded> ChainNodes);

/// <summary>Tells what filters and forms of enterprises offer.</summary>
public sealed record GetEnterpriseChoices : IRequest<EnterpriseChoices>;

internal sealed class GetEnterpriseChoicesSlice(LianzhangDb db, RegisterWords register) : Slice<GetEnterpriseChoices, EnterpriseChoices>
{
    public override Permission Permission { get; } = new("registers.read", Changes: false);

    protected override async Task<Answer<EnterpriseChoices>> Handle(GetEnterpriseChoices request, CancellationToken cancel)
    {
        if (await register.Load(cancel) is not { } words)
            return RegisterWords.NothingPublished;
        var programme = words.Programme;
        var titles = await db.Set<TitleGrant>().Select(grant => grant.Title).Distinct().ToListAsync(cancel);
        return new EnterpriseChoices(
            programme.Head.Region,
            [.. programme.Regions.Select(region => new RegionChoice(region.Code, region.Name, region.Parent, region.To, region.Tile, region.Short))],
            [.. programme.Industries.Select(industry => new Coded(industry.Code, industry.Name))],
            Named(UnitAttributes.Title, [.. CheckAttributes.Listed(programme, UnitAttributes.Title), .. titles], words),
            [.. words.Clusters.Select(cluster => new Coded(cluster.Key, cluster.Value)).OrderBy(cluster => cluster.Code, StringComparer.Ordinal)],
            Named(UnitAttributes.Park, CheckAttributes.Parks(programme), words),
            Named(UnitAttributes.ChainNode, CheckAttributes.Listed(programme, UnitAttributes.ChainNode), words));
    }

    private static IReadOnlyList<Coded> Named(string attribute, IEnumerable<string> codes, UnitWords words) => [.. codes.Distinct().Select(code => new Coded(code, words.Value(attribute, code)))];
}
