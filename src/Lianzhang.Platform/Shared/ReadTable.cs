using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Shared;

/// <summary>Reads a table that people made: CSV text, or an Excel workbook as the CSV text that says the same.</summary>
public static class ReadTable
{
    /// <param name="name">The name by which faults show the file.</param>
    /// <param name="stream">Its bytes; at most one over the limit is read, since a stream may not tell its length.</param>
    /// <param name="limit">The most bytes that it may have.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static Task<Outcome<SourceFile>> Of(string name, Stream stream, int limit, CancellationToken cancel = default) => Of(name, stream, limit, sheet: null, cancel);

    /// <param name="name">The name by which faults show the file.</param>
    /// <param name="stream">Its bytes.</param>
    /// <param name="limit">The most bytes that it may have.</param>
    /// <param name="sheet">The sheet to take where a workbook has several, as in the product's own templates.</param>
    /// <param name="cancel">Ends the reading.</param>
    public static async Task<Outcome<SourceFile>> Of(string name, Stream stream, int limit, Text? sheet, CancellationToken cancel) => await ReadText.Bytes(stream, limit, cancel) switch
    {
        null => ReadText.TooLarge(name, limit),
        [(byte)'P', (byte)'K', 3, 4, ..] and var workbook => ReadWorkbook.Of(name, workbook, sheet),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => Outcome<SourceFile>.Failed(new Fault(new Location(name), ReadWorkbook.OldFormat)),
        var text => ReadText.Decode(new Location(name), text),
    };
}
