using System.Text.Json;
using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Shared;

/// <summary>Reads the JSON by which a program asks for something: no more than is allowed, each name once, and what cannot be read told by its line.</summary>
internal static class JsonBody
{
    // What is said twice could be meant in two ways.
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    /// <param name="body">The body.</param>
    /// <param name="mostBytes">The largest that is taken.</param>
    /// <param name="notReadable">What it should have been.</param>
    /// <param name="of">Reads what it says.</param>
    /// <param name="cancel">Ends it.</param>
    public static async Task<Answer<T>> Read<T>(Stream body, int mostBytes, Text notReadable, Func<JsonElement, Answer<T>> of, CancellationToken cancel)
        where T : class
    {
        if (await Bounded(body, mostBytes, cancel) is not { } kept)
            return new Problem(ProblemKind.TooLarge, ("内容过大", "Too large"), ($"请求体最多 {mostBytes / 1_000} KB；没有改动任何数据。", $"A body has at most {mostBytes / 1_000} KB; nothing was changed."));
        try
        {
            using var json = JsonDocument.Parse(kept, Strict);
            return of(json.RootElement);
        }
        // The second is thrown by texts that are no Unicode.
        catch (Exception failure) when (failure is JsonException or InvalidOperationException)
        {
            return Problem.Invalid(notReadable, failure is JsonException { LineNumber: { } line } ? [new Fault(new Location("JSON", (int)line + 1), ("从这一行起无法解读", "cannot be read from this line on"))] : null);
        }
    }

    // Whoever sends in pieces does not say how much will come.
    private static async Task<MemoryStream?> Bounded(Stream body, int mostBytes, CancellationToken cancel)
    {
        var kept = new MemoryStream();
        var piece = new byte[16_384];
        while (await body.ReadAsync(piece, cancel) is > 0 and var read)
        {
            if (kept.Length + read > mostBytes)
                return null;
            kept.Write(piece, 0, read);
        }

        kept.Position = 0;
        return kept;
    }
}
