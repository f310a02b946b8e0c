using System.Globalization;
using Lianzhang.Core.Registers;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Generation;

/// <summary>
/// Credit codes of enterprises that do not exist. Both check characters hold; the digits of the region begin with 99, as those of no
/// division of China do, so that a made-up code can be told and is never that of a real enterprise.
/// </summary>
public static class GeneratedCodes
{
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private const char Department = '9';
    private const char Category = '1';
    private const string NoRegion = "99";
    private const string Body = "MG";
    private const int Free = 6;

    // 31 to the 6th, and a factor without 31 in it: different numbers stay different.
    private const long Range = 887_503_681;
    private const long Factor = 1_000_003;

    // More than any city has enterprises.
    private const long OfCity = 8_192;

    /// <summary>Whether a code is of the range that is kept for made-up enterprises.</summary>
    public static bool IsReserved(string code) => code.Length == 18 && code.AsSpan(2, 2).SequenceEqual(NoRegion);

    internal static string Make(ulong seed, int city, int county, int index)
    {
        var number = ((((city * OfCity) + index) * Factor) + (long)(Draw.For(seed).Next() % (ulong)Range)) % Range;
        var letters = new char[Free];
        for (var at = Free - 1; at >= 0; at--, number /= Alphabet.Length)
            letters[at] = Alphabet[(int)(number % Alphabet.Length)];
        return CreditCode.Make(Department, Category, string.Create(CultureInfo.InvariantCulture, $"{NoRegion}{city % 100:00}{county % 100:00}"), Body + new string(letters));
    }
}
