using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Registers;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>The words for attributes of units and for the codes of their values.</summary>
internal sealed class UnitWords(Programme programme, IReadOnlyDictionary<string, Text> clusters)
{
    private static readonly Dictionary<string, Text> Attributes = new()
    {
        [UnitAttributes.Name] = ("名称", "name"),
        [UnitAttributes.Region] = ("地区", "region"),
        [UnitAttributes.Industry] = ("产业", "industry"),
        [UnitAttributes.Gb] = ("行业", "class"),
        [UnitAttributes.Sei] = ("战新属性", "share in emerging industries"),
        [UnitAttributes.Size] = ("规模", "size"),
        [UnitAttributes.Status] = ("状态", "status"),
        [UnitAttributes.Kind] = ("类型", "kind"),
        [UnitAttributes.Park] = ("园区", "park"),
        [UnitAttributes.Cluster] = ("产业集群", "cluster"),
        [UnitAttributes.ChainNode] = ("产业链环节", "chain node"),
        [UnitAttributes.Title] = ("称号", "title"),
        [UnitAttributes.MergedInto] = ("并入", "merged into"),
    };

    private readonly Dictionary<string, Text> industries = programme.Industries.ToDictionary(industry => industry.Code, industry => industry.Name);

    public Programme Programme => programme;

    public IReadOnlyDictionary<string, Text> Clusters => clusters;

    public static Text Attribute(string attribute) => Attributes.TryGetValue(attribute, out var words) ? words : new Text(attribute);

    public Text Value(string attribute, string value) => attribute switch
    {
        UnitAttributes.Name or UnitAttributes.MergedInto => new Text(value),
        UnitAttributes.Region => programme.PlaceName(value),
        UnitAttributes.Industry => Industry(value),
        UnitAttributes.Gb => new Text(GbClasses.Find(value) is { } found ? $"{value} {found.Name}" : value),
        UnitAttributes.Sei => EnterpriseWords.Shares.Word(value),
        UnitAttributes.Size => EnterpriseWords.Sizes.Word(value),
        UnitAttributes.Status => EnterpriseWords.Statuses.Word(value),
        UnitAttributes.Kind => EnterpriseWords.Kinds.Word(value),
        UnitAttributes.Cluster => clusters.TryGetValue(value, out var name) ? name : new Text(value),
        UnitAttributes.Park => Place(value),
        _ => programme.NameOfCode(value),
    };

    public Text Industry(string code) => industries.TryGetValue(code, out var name) ? name : new Text(code);

    // A park is a place of the programme, or a value of its attribute.
    private Text Place(string code) => programme.PlaceName(code) is { } name && name.Zh != code ? name : programme.NameOfCode(code);
}

/// <summary>Brings together what the words of the registers come from.</summary>
internal sealed class RegisterWords(LianzhangDb db, PublishedProgrammes programmes)
{
    public static Problem NothingPublished { get; } = Problem.NotFound(("没有已发布的方案，地区和产业无从核对。", "No programme is published, so that regions and industries cannot be checked."));

    /// <summary>Null when no programme is published.</summary>
    public async Task<UnitWords?> Load(CancellationToken cancel)
    {
        if (await programmes.Find(null, cancel) is not { } published)
            return null;
        var clusters = await db.Set<Cluster>().AsNoTracking().ToDictionaryAsync(cluster => cluster.Code, cluster => new Text(cluster.Name, cluster.NameEn), cancel);
        return new UnitWords(published.Programme, clusters);
    }
}
