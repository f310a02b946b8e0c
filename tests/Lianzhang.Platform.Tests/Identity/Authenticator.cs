using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Lianzhang.Platform.Tests.Identity;

/// <summary>An authenticator as people have it on a phone: RFC 6238 with steps of half a minute and six digits, written apart from the product's.</summary>
public static class Authenticator
{
    public static string Code(string base32, DateTimeOffset at)
    {
        const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
        var bits = string.Concat(base32.Select(letter => Convert.ToString(Alphabet.IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        var key = Enumerable.Range(0, bits.Length / 8).Select(index => Convert.ToByte(bits.Substring(index * 8, 8), 2)).ToArray();
        var step = new byte[8];
        BinaryPrimitives.WriteInt64BigEndian(step, at.ToUnixTimeSeconds() / 30);
        using var sha1 = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA1, key);
        sha1.AppendData(step);
        var hash = sha1.GetHashAndReset();
        return ((BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue) % 1_000_000).ToString("000000", CultureInfo.InvariantCulture);
    }
}
