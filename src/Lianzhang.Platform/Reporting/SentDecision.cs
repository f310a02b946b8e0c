using System.Text.Json;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Reporting;

/// <summary>The bodies by which a program decides about reports, each with the version that was looked at.</summary>
internal static class SentDecision
{
    private const int MostBytes = 100_000;

    private static readonly Text NotAccepting = (
        "请求体应为 JSON：{\"reports\": {\"报表编号\": 所审核的版本号}}，每份报表只出现一次；没有审核任何报表。",
        "The body is JSON: {\"reports\": {\"id of the report\": the version that was looked at}}, each report once; nothing was decided.");

    private static readonly Text NotReturning = (
        "请求体应为 JSON：{\"version\": 所审核的版本号, \"reasons\": {\"行.列\": \"退回原因\"}}，对整份报表的原因用空名称；没有退回。",
        "The body is JSON: {\"version\": the version that was looked at, \"reasons\": {\"row.column\": \"why\"}}, of the whole report under an empty name; it was not sent back.");

    /// <summary>Accepts: <c>{"reports": {"0195…": 1, "0196…": 2}}</c>.</summary>
    public static Task<Answer<AcceptReports>> ReadAccepting(Stream body, CancellationToken cancel) => JsonBody.Read(body, MostBytes, NotAccepting, Accepting, cancel);

    /// <summary>Sends back: <c>{"version": 1, "reasons": {"01.month": "…"}}</c>.</summary>
    public static Task<Answer<ReturnReport>> ReadReturning(Guid report, Stream body, CancellationToken cancel) => JsonBody.Read(body, MostBytes, NotReturning, root => Returning(report, root), cancel);

    private static Answer<AcceptReports> Accepting(JsonElement root)
    {
        if (Object(root, "reports") is not { } reports)
            return Problem.Invalid(NotAccepting);
        var seen = new Dictionary<Guid, int>();
        var faults = new List<Fault>();
        foreach (var report in reports.EnumerateObject())
        {
            if (!Guid.TryParse(report.Name, out var id) || Number(report.Value) is not { } version || !seen.TryAdd(id, version))
                faults.Add(new Fault(new Location(report.Name), ("应为报表编号和版本号，每份报表一次", "the id of a report and its version, each report once")));
        }

        return faults.Count > 0 ? Problem.Invalid(NotAccepting, faults) : new AcceptReports([.. seen.Keys], seen);
    }

    private static Answer<ReturnReport> Returning(Guid report, JsonElement root)
    {
        if (Object(root, "reasons") is not { } reasons || !root.TryGetProperty("version", out var said) || Number(said) is not { } version)
            return Problem.Invalid(NotReturning);
        List<Fault> faults = [.. reasons.EnumerateObject().Where(reason => reason.Value.ValueKind != JsonValueKind.String).Select(reason => new Fault(new Location(reason.Name), ("原因应为文字", "a reason is a text")))];
        return faults.Count > 0 ? Problem.Invalid(NotReturning, faults) : new ReturnReport(report, reasons.EnumerateObject().ToDictionary(reason => reason.Name, reason => reason.Value.GetString()!), version);
    }

    private static JsonElement? Object(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Object ? found : null;

    private static int? Number(JsonElement value) => value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) ? number : null;
}
