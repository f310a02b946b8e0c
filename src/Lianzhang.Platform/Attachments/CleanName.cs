using System.Globalization;
using System.Text;

namespace Lianzhang.Platform.Attachments;

/// <summary>A file's name as it may be shown and saved: no folders, nothing that is not seen, nothing that turns the writing round.</summary>
internal static class CleanName
{
    private const int Longest = 100;
    private const string NotInNames = "<>:\"|?*";

    public static string Of(string given)
    {
        var last = given[(given.LastIndexOfAny(['/', '\\']) + 1)..];
        var kept = new StringBuilder(last.Length);
        // Rune by rune: half of a character that was cut in two is dropped.
        foreach (var rune in last.EnumerateRunes())
        {
            if (IsSeen(rune) && !NotInNames.Contains(rune.ToString(), StringComparison.Ordinal))
                kept.Append(rune.ToString());
        }

        // Dots at the end would go when the file is saved on some systems, and with them what the name says.
        var name = kept.ToString().Normalize(NormalizationForm.FormC).TrimStart().TrimEnd(' ', '.', '\u3000');
        var extension = Path.GetExtension(name);
        var stem = Path.GetFileNameWithoutExtension(name).Trim(' ', '.', '\u3000');
        if (stem.Length + extension.Length > Longest)
            stem = Cut(stem, Math.Max(1, Longest - extension.Length));
        return $"{(stem.Length == 0 ? "附件" : stem)}{extension}";
    }

    private static bool IsSeen(Rune rune) => rune != Rune.ReplacementChar
        && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);

    private static string Cut(string stem, int length) => char.IsHighSurrogate(stem[length - 1]) ? stem[..(length - 1)] : stem[..length];
}
