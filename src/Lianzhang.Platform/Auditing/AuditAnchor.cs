using System.Globalization;
using System.Text;

namespace Lianzhang.Platform.Auditing;

/// <summary>A head of the chain as it was noted outside the store.</summary>
internal sealed record AnchoredHead(long Sequence, string Hash, string Signature)
{
    public byte[] Signed() => Head(Sequence, Convert.FromHexString(Hash));

    public static byte[] Head(long sequence, byte[] hash) => Encoding.UTF8.GetBytes($"{sequence.ToString(CultureInfo.InvariantCulture)} {Convert.ToHexStringLower(hash)}");
}

/// <summary>
/// The file outside the store in which every signed head is noted, a line each. Whoever cuts entries off the end of the store
/// cannot take them out of here as well.
/// </summary>
public sealed class AuditAnchor(string path)
{
    internal string Path => path;

    internal async Task Append(AuditSeal seal, CancellationToken cancel)
    {
        var line = $"{seal.Sequence.ToString(CultureInfo.InvariantCulture)} {Convert.ToHexStringLower(seal.Hash)} {Convert.ToHexStringLower(seal.Signature)}\n";
        // One write of one line, so that two processes on the same file do not mix theirs.
        await using var file = new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        await file.WriteAsync(Encoding.ASCII.GetBytes(line), cancel);
        file.Flush(flushToDisk: true);
    }

    /// <summary>The heads noted so far; null for a line that is no head.</summary>
    internal async Task<IReadOnlyList<AnchoredHead?>> Read(CancellationToken cancel) =>
        File.Exists(path) ? [.. (await File.ReadAllLinesAsync(path, cancel)).Select(Parse)] : [];

    private static AnchoredHead? Parse(string line) =>
        line.Split(' ') is [var sequence, { Length: 64 } hash, var signature] && long.TryParse(sequence, CultureInfo.InvariantCulture, out var number) && hash.All(char.IsAsciiHexDigit) && signature.Length % 2 == 0 && signature.All(char.IsAsciiHexDigit)
            ? new AnchoredHead(number, hash, signature)
            : null;
}
