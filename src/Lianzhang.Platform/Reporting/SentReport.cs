using System.Text.Json;
using Lianzhang.Core.Reporting;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Http;

namespace Lianzhang.Platform.Reporting;

/// <summary>The body by which a program sends a report: <c>{"cells": {"01.month": 1200.5, "06.month": {"typed": "缺报", "reason": "…"}}, "explanations": {…}}</c>.</summary>
/// <param name="Unit">Code of the unit; may be left out by who acts for one alone.</param>
/// <param name="Cells">Cells by their keys: a number, a text, or an object with typed, reason and note.</param>
/// <param name="Explanations">Explanations by the keys of findings.</param>
public sealed record SentReport(string? Unit, IReadOnlyDictionary<string, CellEntry> Cells, IReadOnlyDictionary<string, string> Explanations)
{
    private const int MostBytes = 1_000_000;

    private static readonly Problem NotReadable = Problem.Invalid((
        "请求体应为 JSON：{\"cells\": {\"行.列\": 数值或文字}, \"explanations\": {…}}；没有报送。",
        "The body is JSON: {\"cells\": {\"row.column\": a number or text}, \"explanations\": {…}}; nothing was sent."));

    internal static async Task<Answer<SentReport>> Read(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > MostBytes)
            return new Problem(ProblemKind.TooLarge, ("内容过大", "Too large"), ($"请求体最多 {MostBytes / 1_000_000} MB；没有报送。", $"A body has at most {MostBytes / 1_000_000} MB; nothing was sent."));
        try
        {
            using var body = await JsonDocument.ParseAsync(request.Body, cancellationToken: cancel);
            return Of(body.RootElement) is { } sent ? sent : NotReadable;
        }
        catch (JsonException)
        {
            return NotReadable;
        }
    }

    private static SentReport? Of(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("cells", out var written) || written.ValueKind != JsonValueKind.Object)
            return null;
        var cells = written.EnumerateObject().Select(cell => (cell.Name, Entry: Cell(cell.Value))).ToList();
        var explanations = root.TryGetProperty("explanations", out var given) && given.ValueKind == JsonValueKind.Object ? given.EnumerateObject().ToList() : [];
        if (cells.Exists(cell => cell.Entry is null) || explanations.Exists(explanation => explanation.Value.ValueKind != JsonValueKind.String) || cells.DistinctBy(cell => cell.Name).Count() < cells.Count)
            return null;
        return new SentReport(
            root.TryGetProperty("unit", out var unit) ? Text(unit) : null,
            cells.ToDictionary(cell => cell.Name, cell => cell.Entry!),
            explanations.DistinctBy(explanation => explanation.Name).ToDictionary(explanation => explanation.Name, explanation => explanation.Value.GetString()!));
    }

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
