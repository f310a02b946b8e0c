using System.Security.Cryptography;

namespace Lianzhang.Platform.Identity;

/// <summary>A first password that is handed over on paper and changed at the first sign-in.</summary>
internal static class OneTimePassword
{
    // Without characters that are mistaken for one another when read from a slip.
    private const string Upper = "ABCDEFGHJKLMNPQRSTUVWXYZ";
    private const string Lower = "abcdefghijkmnpqrstuvwxyz";
    private const string Digits = "23456789";

    public static string Create() => string.Join('-', Pick(Upper), Pick(Lower), Pick(Digits), Pick(Upper + Lower + Digits));

    private static string Pick(string from) => RandomNumberGenerator.GetString(from, 4);
}
