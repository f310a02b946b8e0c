using System.Text.Json;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Reporting;

/// <summary>The body by which a program sends a report: <c>{"cells": {"01.month": 1200.5, "06.month": {"typed": "缺报", "reason": "…"}}, "explanations": {…}}</c>.</summary>
/// <param name="Unit">Code of the unit; may be left out by who acts for one alone.</param>
/// <param name="Cells">Cells by their keys: a number, a text, or an object with typed, reason and note.</param>
/// <param name="Explanations">Explanations by the keys of findings.</param>
public sealed record SentReport(string? Unit, IReadOnlyDictionary<string, CellEntry> Cells, IReadOnlyDictionary<string, string> Explanations)
{
    /// <summary>The largest body that is taken.</summary>
    public const int MostBytes = 1_000_000;

    private static readonly Text NotReadable = (
        "请求体应为 JSON：{\"cells\": {\"行.列\": 数值或文字}, \"explanations\": {…}}，每个名称只出现一次；没有报送。",
        "The body is JSON: {\"cells\": {\"row.column\": a number or text}, \"explanations\": {…}}, each name once; nothing was sent.");

    internal static Task<Answer<SentReport>> Read(Stream body, CancellationToken cancel) => JsonBody.Read(body, MostBytes, NotReadable, Of, cancel);

    private static Answer<SentReport> Of(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("cells", out var written) || written.ValueKind != JsonValueKind.Object)
            return Problem.Invalid(NotReadable);
        var given = root.TryGetProperty("explanations", out var explained) ? explained : default;
        var unit = root.TryGetProperty("unit", out var named) ? named : default;
        if (given.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Object) || (unit.ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null) && Text(unit) is null))
            return Problem.Invalid(NotReadable);
        var cells = written.EnumerateObject().Select(cell => (Key: cell.Name, Said: Cell(cell.Value))).ToList();
        var explanations = given.ValueKind == JsonValueKind.Object ? given.EnumerateObject().Select(explanation => (Key: explanation.Name, Said: Text(explanation.Value))).ToList() : [];
        List<Fault> faults = [.. cells.Where(cell => cell.Said is null).Select(cell => Fault(cell.Key)), .. explanations.Where(explanation => explanation.Said is null).Select(explanation => Fault(explanation.Key))];
        return faults.Count > 0
            ? Problem.Invalid(NotReadable, faults)
            : new SentReport(Text(unit), cells.ToDictionary(cell => cell.Key, cell => cell.Said!), explanations.ToDictionary(explanation => explanation.Key, explanation => explanation.Said!));
    }

    private static Fault Fault(string key) => new(new Location(key), ("应为数值或文字；没有数据的写“不适用”，缺报的写明原因", "a number or a text; write 不适用 for not applicable, and 缺报 with a reason for missing"));

    private static CellEntry? Cell(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object when value.TryGetProperty("typed", out var typed) && Text(typed) is { } text => new CellEntry(text, Of(value, "reason"), Of(value, "note")),
        _ when Text(value) is { } text => new CellEntry(text),
        _ => null,
    };

    private static string? Of(JsonElement cell, string name) => cell.TryGetProperty(name, out var value) ? Text(value) : null;

    // A number as it is written, so that no digit is lost.
    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString(),
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };
}
