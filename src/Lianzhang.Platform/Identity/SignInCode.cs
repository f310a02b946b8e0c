namespace Lianzhang.Platform.Identity;

/// <summary>A code as it is compared, however it was typed: people copy the gaps that make it readable, and write small letters.</summary>
internal static class SignInCode
{
    public static string Plain(string typed) => string.Concat(typed.Where(letter => !char.IsWhiteSpace(letter))).ToUpperInvariant();
}
