using System.CommandLine;
using Lianzhang.Core.Values;
using Lianzhang.Files;
using Lianzhang.Web.Design;

namespace Lianzhang.Commands;

/// <summary>The options --map and --map-approval of the commands that serve.</summary>
internal sealed class MapOptions
{
    private const string FileVariable = "LIANZHANG_MAP";
    private const string ApprovalVariable = "LIANZHANG_MAP_APPROVAL";

    private readonly Option<string?> file = new("--map")
    {
        Description = $"地区地图，GeoJSON 文件，默认取环境变量 {FileVariable}；不给则用示意图 / a GeoJSON map of the regions; from {FileVariable} by default, else tiles",
    };

    private readonly Option<string?> approval = new("--map-approval")
    {
        Description = $"地图的审图号，默认取环境变量 {ApprovalVariable} / the map's approval number; from {ApprovalVariable} by default",
    };

    public void AddTo(Command command)
    {
        command.Options.Add(file);
        command.Options.Add(approval);
    }

    /// <summary>The map, none where none is named, or why it cannot be shown.</summary>
    public Outcome<ApprovedMap> Read(ParseResult parsed) => (Given(parsed, file, FileVariable), Given(parsed, approval, ApprovalVariable)) switch
    {
        (null, null) => Outcome<ApprovedMap>.Of(ApprovedMap.None),
        (null, _) => Refuse("--map-approval", ("有审图号而没有地图，请用 --map 指定 GeoJSON 文件", "there is an approval number and no map; name the GeoJSON file with --map")),
        ({ } map, null) => Refuse(map, (
            "没有审图号。公开的地图必须标明审图号，请用 --map-approval 给出送审通过的审图号；没有送审的地图不能使用",
            "there is no approval number. A map that is public in China must carry the number under which it was approved: give it with --map-approval. A map without approval cannot be shown")),
        ({ } map, { } number) => ReadApprovedMap.Read(map, number),
    };

    private static string? Given(ParseResult parsed, Option<string?> option, string variable) =>
        (parsed.GetValue(option) ?? Environment.GetEnvironmentVariable(variable)) is { } given && !string.IsNullOrWhiteSpace(given) ? given.Trim() : null;

    private static Outcome<ApprovedMap> Refuse(string at, Text message) => Outcome<ApprovedMap>.Failed(new Fault(new Location(at), message));
}
