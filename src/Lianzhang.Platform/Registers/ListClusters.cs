using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>A cluster as lists show it.</summary>
/// <param name="Members">How many enterprises belong to it today.</param>
/// <param name="LastYear">What it made in the last year of which all months are reported; null when there is none.</param>
public sealed record ClusterRow(string Code, Text Name, string? Industry, Text? IndustryName, string? Owner, bool Generated, int Members, ClusterPeriod? LastYear);

/// <summary>A page of clusters, the largest first.</summary>
public sealed record ClusterList(IReadOnlyList<ClusterRow> Clusters, int Total, int Page, int PageSize, Period? Year, int Over100, int Over1000, IReadOnlyList<Industry> Industries);

/// <summary>Lists the clusters, by part of the name or by industry.</summary>
/// <param name="Search">Part of the name, or how the code begins.</param>
/// <param name="Industry">Those of the industry and its fields only.</param>
/// <param name="Page">From 1.</param>
/// <param name="PageSize">How many on a page.</param>
public sealed record ListClusters(string? Search = null, string? Industry = null, int Page = 1, int PageSize = 50) : IRequest<ClusterList>;

internal sealed class ListClustersSlice(FindClusters find) : Slice<ListClusters, ClusterList>
{
    private const int MostOnPage = 500;

    public override Permission Permission { get; } = new("clusters.read", Changes: false);

    protected override Problem? Validate(ListClusters request) => Paging.Check(request.Page, request.PageSize, MostOnPage);

    protected override async Task<Answer<ClusterList>> Handle(ListClusters request, CancellationToken cancel)
    {
        var found = await find.By(request.Search, request.Industry, cancel);
        if (!found.Succeeded(out var clusters))
            return found.Problem!;
        var rows = clusters.Rows;
        return new ClusterList(
            [.. rows.Skip((request.Page - 1) * request.PageSize).Take(request.PageSize)],
            rows.Count,
            request.Page,
            request.PageSize,
            clusters.Measured.LastYear(),
            rows.Count(row => row.LastYear?.IsOver(ClusterThresholds.Large) == true),
            rows.Count(row => row.LastYear?.IsOver(ClusterThresholds.VeryLarge) == true),
            clusters.Measured.Programme.Industries);
    }
}

/// <summary>The sizes of clusters that the policy speaks of, output of a year in 亿元.</summary>
public static class ClusterThresholds
{
    public const decimal Large = 100;
    public const decimal VeryLarge = 1_000;
}

/// <summary>The clusters that were found, with what they were measured by.</summary>
internal sealed record FoundClusters(IReadOnlyList<ClusterRow> Rows, MeasuredClusters Measured);

/// <summary>Finds clusters for lists and exports of them.</summary>
internal sealed class FindClusters(LianzhangDb db, ClusterMeasures measures, CurrentCaller caller)
{
    public static Text NothingPublished { get; } = ("没有已发布的方案。", "No programme is published.");

    public async Task<Answer<FoundClusters>> By(string? search, string? industry, CancellationToken cancel)
    {
        if (await measures.Read(cancel) is not { } measured)
            return Problem.NotFound(NothingPublished);
        var (text, tree) = (search?.Trim(), measured.Programme.Catalogue.Attributes["industry"].Values);
        var rows = (await db.Set<Cluster>().AsNoTracking().OrderBy(cluster => cluster.Code).ToListAsync(cancel))
            .Where(cluster => measured.IsSeen(cluster.Industry, caller.Sight))
            .Where(cluster => string.IsNullOrEmpty(text) || cluster.Name.Contains(text, StringComparison.OrdinalIgnoreCase) || cluster.NameEn?.Contains(text, StringComparison.OrdinalIgnoreCase) == true || cluster.Code.StartsWith(text, StringComparison.OrdinalIgnoreCase))
            .Where(cluster => string.IsNullOrEmpty(industry) || (cluster.Industry is { } own && tree.IsWithin(own, industry)))
            .Select(cluster => Row(cluster, measured));
        return new FoundClusters([.. rows.OrderByDescending(row => row.LastYear?.Output ?? -1).ThenBy(row => row.Code, StringComparer.Ordinal)], measured);
    }

    public static ClusterRow Row(Cluster cluster, MeasuredClusters measured) => new(
        cluster.Code,
        new Text(cluster.Name, cluster.NameEn),
        cluster.Industry,
        cluster.Industry is { } industry ? measured.Programme.NameOfCode(industry) : null,
        cluster.Owner,
        cluster.Generated,
        measured.MembersToday(cluster.Code),
        measured.LastYear() is { } year ? measured.Of(cluster.Code, cluster.Industry, year) : null);
}
