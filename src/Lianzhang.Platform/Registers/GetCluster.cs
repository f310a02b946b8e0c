using Lianzhang.Core.Facts;
using Lianzhang.Core.Registers;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>A cluster with what it made over time and who belongs or belonged to it.</summary>
/// <param name="Cluster">The cluster.</param>
/// <param name="Periods">What it made, oldest first.</param>
/// <param name="Members">A page of those within one's rights, who made most first.</param>
/// <param name="Total">How many members, past ones too, are within one's rights.</param>
/// <param name="Elsewhere">How many are not.</param>
public sealed record ClusterView(ClusterRow Cluster, IReadOnlyList<ClusterPeriod> Periods, IReadOnlyList<ClusterMember> Members, int Total, int Elsewhere, int Page, int PageSize, IReadOnlyList<Industry> Industries, DateOnly AsOf);

/// <summary>A member of a cluster from one day to another.</summary>
/// <param name="Output">Output in the last full year in 亿元; null where it did not report all of it.</param>
/// <param name="Share">Share of the cluster's output in percent.</param>
public sealed record ClusterMember(string Code, string Name, Text RegionName, bool Generated, DateOnly From, DateOnly? To, decimal? Output, decimal? Share);

/// <summary>Opens a cluster with its members.</summary>
public sealed record GetCluster(string Code, int Page = 1, int PageSize = 50) : IRequest<ClusterView>;

internal sealed class GetClusterSlice(LianzhangDb db, ClusterMeasures measures, CurrentCaller caller) : Slice<GetCluster, ClusterView>
{
    private const int MostOnPage = 500;
    private const decimal Yi = 100_000_000m;

    // It shows what single enterprises made.
    public override Permission Permission { get; } = new("clusters.read", Changes: false, Recorded: true);

    protected override Problem? Validate(GetCluster request) => Paging.Check(request.Page, request.PageSize, MostOnPage);

    protected override async Task<Answer<ClusterView>> Handle(GetCluster request, CancellationToken cancel)
    {
        if (await measures.Read(cancel) is not { } measured)
            return Problem.NotFound(FindClusters.NothingPublished);
        if (await db.Set<Cluster>().AsNoTracking().SingleOrDefaultAsync(cluster => cluster.Code == request.Code, cancel) is not { } cluster || !measured.IsSeen(cluster.Industry, caller.Sight))
            return Problem.NotFound(($"没有产业集群 {request.Code}，或不在您的权限范围内。", $"There is no cluster {request.Code}, or not within your rights."));
        var row = FindClusters.Row(cluster, measured);
        var members = await Members(request.Code, row, measured, cancel);
        var all = await db.Set<UnitAttributeValue>().CountAsync(value => value.Attribute == UnitAttributes.Cluster && value.Value == request.Code && value.RetiredAt == null, cancel);
        return new ClusterView(
            row,
            [.. measured.Periods().Select(period => measured.Of(cluster.Code, cluster.Industry, period))],
            [.. members.Skip((request.Page - 1) * request.PageSize).Take(request.PageSize)],
            members.Count,
            all - members.Count,
            request.Page,
            request.PageSize,
            measured.Programme.Industries,
            measured.Today);
    }

    // Of the register's filter: an enterprise that one may not see is counted, not named.
    private async Task<List<ClusterMember>> Members(string code, ClusterRow row, MeasuredClusters measured, CancellationToken cancel)
    {
        var found = await (
            from value in db.Set<UnitAttributeValue>()
            join unit in db.Set<RegisteredUnit>() on value.UnitId equals unit.Id
            where value.Attribute == UnitAttributes.Cluster && value.Value == code && value.RetiredAt == null
            select new { unit.Code, unit.Name, unit.Region, unit.Generated, value.From, value.To }).AsNoTracking().ToListAsync(cancel);
        return
        [
            .. found
                .Select(one => (One: one, Output: row.LastYear is { } year ? measured.Amount(EnterpriseItems.Output, one.Code, year.Period) : null))
                .OrderByDescending(pair => pair.Output ?? -1)
                .ThenBy(pair => pair.One.Code, StringComparer.Ordinal)
                .Select(pair => new ClusterMember(
                    pair.One.Code,
                    pair.One.Name,
                    measured.Programme.PlaceName(pair.One.Region),
                    pair.One.Generated,
                    pair.One.From,
                    pair.One.To,
                    pair.Output is { } output ? Math.Round(output / Yi, 2) : null,
                    pair.Output is { } part && row.LastYear?.Output is { } whole && whole > 0 ? Math.Round(part / Yi / whole * 100, 2) : null)),
        ];
    }
}
