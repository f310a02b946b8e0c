using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Lianzhang.Platform.Shared;

/// <summary>A SHA-256 over parts given one after another. Every part carries its length, so that no two lists of parts are hashed alike.</summary>
public sealed class InputSeal : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Add(ReadOnlySpan<byte> part)
    {
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
        hash.AppendData(length);
        hash.AppendData(part);
    }

    /// <summary>Null is told apart from an empty text.</summary>
    public void Add(string? part)
    {
        Add((long)(part is null ? 0 : 1));
        Add(Encoding.UTF8.GetBytes(part ?? string.Empty));
    }

    public void Add(long part)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(bytes, part);
        hash.AppendData(bytes);
    }

    public void Add(DateOnly? day) => Add(day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>The hash in small hexadecimal letters; nothing can be added afterwards.</summary>
    public string End() => Convert.ToHexStringLower(hash.GetHashAndReset());

    public void Dispose() => hash.Dispose();
}
