using System.Text.RegularExpressions;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>What is said of a cluster beside its code.</summary>
public sealed record ClusterDetails(string Name, string? NameEn, string? Industry, string? Owner);

/// <summary>Adds a cluster; enterprises join it by their attribute.</summary>
public sealed record AddCluster(string Code, ClusterDetails Details) : IRequest<Done>;

/// <summary>Changes what is said of a cluster.</summary>
public sealed record EditCluster(string Code, ClusterDetails Details) : IRequest<Done>;

internal sealed class AddClusterSlice(LianzhangDb db, ClusterRules rules, UnitBook book) : Slice<AddCluster, Done>
{
    public override Permission Permission { get; } = new("clusters.edit", Changes: true);

    protected override Problem? Validate(AddCluster request) => ClusterRules.IsCode(request.Code)
        ? ClusterRules.Check(request.Details)
        : Problem.Invalid(("编码以小写字母开头，由小写字母、数字和下划线组成，2 至 60 字。", "A code begins with a small letter and has 2 to 60 small letters, digits and underscores."));

    protected override async Task<Answer<Done>> Handle(AddCluster request, CancellationToken cancel)
    {
        if (await rules.Refuse(request.Details, cancel) is { } refused)
            return refused;
        if (await db.Set<Cluster>().AnyAsync(cluster => cluster.Code == request.Code, cancel))
            return Problem.Invalid(($"产业集群编码 {request.Code} 已有。", $"The code {request.Code} is taken."));
        var added = new Cluster { Code = request.Code, Name = string.Empty };
        ClusterRules.Set(added, request.Details);
        db.Add(added);
        book.Note(null, ($"新增产业集群 {added.Name}", $"Cluster {added.NameEn ?? added.Name} added"));
        return Done.It;
    }
}

internal sealed class EditClusterSlice(LianzhangDb db, ClusterRules rules, UnitBook book) : Slice<EditCluster, Done>
{
    public override Permission Permission { get; } = new("clusters.edit", Changes: true);

    protected override Problem? Validate(EditCluster request) => ClusterRules.Check(request.Details);

    protected override async Task<Answer<Done>> Handle(EditCluster request, CancellationToken cancel)
    {
        if (await rules.Refuse(request.Details, cancel) is { } refused)
            return refused;
        if (await db.Set<Cluster>().SingleOrDefaultAsync(cluster => cluster.Code == request.Code, cancel) is not { } cluster)
            return Problem.NotFound(($"没有产业集群 {request.Code}。", $"There is no cluster {request.Code}."));
        ClusterRules.Set(cluster, request.Details);
        book.Note(null, ($"修改产业集群 {cluster.Name}", $"Cluster {cluster.NameEn ?? cluster.Name} changed"));
        return Done.It;
    }
}

/// <summary>What can be said of a cluster.</summary>
internal sealed partial class ClusterRules(PublishedProgrammes programmes)
{
    private const int Longest = 128;

    public static bool IsCode(string code) => Code().IsMatch(code);

    public static Problem? Check(ClusterDetails details)
    {
        if (string.IsNullOrWhiteSpace(details.Name))
            return Problem.Invalid(("请填写集群名称。", "Give the cluster's name."));
        return new[] { details.Name, details.NameEn, details.Owner }.Any(text => text?.Length > Longest)
            ? Problem.Invalid(($"每项最多 {Longest} 个字。", $"At most {Longest} characters each."))
            : null;
    }

    /// <summary>Null when the industry is one of the programme in force.</summary>
    public async Task<Problem?> Refuse(ClusterDetails details, CancellationToken cancel)
    {
        if (Given(details.Industry) is not { } industry)
            return null;
        var known = (await programmes.Find(null, cancel))?.Programme.Industries ?? [];
        return known.Any(one => one.Code == industry) ? null : Problem.Invalid(($"方案中没有产业 {industry}。", $"The programme has no industry {industry}."));
    }

    public static void Set(Cluster cluster, ClusterDetails details) =>
        (cluster.Name, cluster.NameEn, cluster.Industry, cluster.Owner) = (details.Name.Trim(), Given(details.NameEn), Given(details.Industry), Given(details.Owner));

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    [GeneratedRegex("^[a-z][a-z0-9_]{1,59}$", RegexOptions.None, 1000)]
    private static partial Regex Code();
}
