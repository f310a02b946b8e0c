using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Registers;

/// <summary>Clusters as an Excel file.</summary>
public sealed record ClusterWorkbook(string FileName, byte[] Content) : Workbook(FileName, Content);

/// <summary>Writes the clusters to Excel: those that <see cref="ListClusters"/> pages through.</summary>
public sealed record ExportClusters(Language Language, string? Search = null, string? Industry = null) : IRequest<ClusterWorkbook>;

/// <summary>Writes the members of a cluster to Excel: those that <see cref="GetCluster"/> pages through.</summary>
public sealed record ExportClusterMembers(Language Language, string Code) : IRequest<ClusterWorkbook>;

internal sealed class ExportClustersSlice(FindClusters find, GeneratedData generated) : Slice<ExportClusters, ClusterWorkbook>
{
    public override Permission Permission { get; } = new("clusters.read", Changes: false);

    protected override async Task<Answer<ClusterWorkbook>> Handle(ExportClusters request, CancellationToken cancel)
    {
        var found = await find.By(request.Search, request.Industry, cancel);
        if (!found.Succeeded(out var clusters))
            return found.Problem!;
        var table = new WorkbookTable<ClusterRow>(("产业集群", "Clusters"), clusters.Measured.Programme.Head.Name, clusters.Measured.Today, Columns(), clusters.Rows)
        {
            Remark = GeneratedWords.LineOf(await generated.Any(cancel)),
        };
        return new ClusterWorkbook($"clusters-{clusters.Measured.Today:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(table, request.Language));
    }

    private static WorkbookColumns<ClusterRow> Columns() => new WorkbookColumns<ClusterRow>()
        .Text(("集群", "cluster"), 26, row => row.Name)
        .Text(("产业", "industry"), 16, row => row.IndustryName)
        .Text(("责任单位", "looked after by"), 16, row => row.Owner)
        .Whole(("现有企业", "members today"), row => row.Members)
        .Period(("时期", "period"), row => row.LastYear?.Period)
        .Number(("产值（亿元）", "output, 亿元"), row => row.LastYear?.Output)
        .Number(("营业收入（亿元）", "revenue, 亿元"), row => row.LastYear?.Revenue)
        .Number(("产值增长（%）", "growth of output, %"), row => row.LastYear?.Growth)
        .Number(("前四家占比（%）", "CR4, %"), row => row.LastYear?.Cr4)
        .Number(("赫芬达尔指数", "HHI"), row => row.LastYear?.Hhi)
        .Number(("占本产业（%）", "share of the industry, %"), row => row.LastYear?.ShareOfIndustry)
        .Text(("数据性质", "kind of data"), 9, row => GeneratedWords.MarkOf(row.Generated));
}

internal sealed class ExportClusterMembersSlice(Slice<GetCluster, ClusterView> open, GeneratedData generated) : Slice<ExportClusterMembers, ClusterWorkbook>
{
    private const int OnPage = 500;

    public override Permission Permission { get; } = new("clusters.read", Changes: false, Recorded: true);

    protected override async Task<Answer<ClusterWorkbook>> Handle(ExportClusterMembers request, CancellationToken cancel)
    {
        var members = new List<ClusterMember>();
        for (var page = 1; ; page++)
        {
            var opened = await open.HandleAny(new GetCluster(request.Code, page, OnPage), cancel);
            if (!opened.Succeeded(out var view))
                return opened.Problem!;
            members.AddRange(view.Members);
            if (members.Count < view.Total)
                continue;
            var table = new WorkbookTable<ClusterMember>(("集群企业", "Members of a cluster"), view.Cluster.Name, view.AsOf, Columns(), members)
            {
                Remark = GeneratedWords.LineOf(await generated.Any(cancel)),
            };
            return new ClusterWorkbook($"cluster-{request.Code}-{view.AsOf:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(table, request.Language));
        }
    }

    private static WorkbookColumns<ClusterMember> Columns() => new WorkbookColumns<ClusterMember>()
        .Text(("企业", "enterprise"), 30, row => row.Name)
        .Text(("统一社会信用代码", "credit code"), 21, row => row.Code)
        .Text(("地区", "region"), 12, row => row.RegionName)
        .Date(("加入", "from"), row => row.From)
        .Date(("退出", "until"), row => row.To)
        .Number(("上年产值（亿元）", "output of the last year, 亿元"), row => row.Output)
        .Number(("占集群（%）", "share of the cluster, %"), row => row.Share)
        .Text(("数据性质", "kind of data"), 9, row => GeneratedWords.MarkOf(row.Generated));
}
