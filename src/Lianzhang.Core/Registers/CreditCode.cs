using System.Globalization;
using System.Text;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Registers;

/// <summary>
/// The unified social credit code of an organisation by GB 32100-2015: department, category, six digits of the region, the nine characters of
/// the organisation code by GB 11714 with a check digit of its own, and a check character over all.
/// </summary>
public static class CreditCode
{
    private const int Length = 18;
    private const int RegionStart = 2;
    private const int OrganisationStart = 8;
    private const int OrganisationCheckAt = 16;
    private const int CheckAt = 17;
    private const string Digits = "0123456789";

    // Without I, O, S, V and Z, which are taken for other characters. A character's place is its value.
    private const string Alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    // Of GB 32100: the powers of 3, modulo the 31 characters.
    private static readonly int[] Weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    // Of GB 11714.
    private static readonly int[] OrganisationWeights = [3, 7, 9, 10, 5, 8, 4, 2];

    /// <summary>The code as registers keep it: without blanks around it, full-width characters made plain by <see cref="HalfWidth"/>, in capitals.</summary>
    public static string Plain(string code) => HalfWidth.Of(code).Trim().ToUpperInvariant();

    /// <summary>
    /// What is wrong with a code, null when it is valid; it is read as <see cref="Plain"/> makes it. The department is any character of the
    /// alphabet, since the standard's list of departments has grown by notices and goes on growing.
    /// </summary>
    public static Text? Fault(string code)
    {
        var plain = Plain(code);
        var characters = plain.EnumerateRunes().ToList();
        if (characters.Count == 0)
            return ("代码为空，应为 18 位", "the code is empty; it has 18 characters");
        if (characters.Count != Length)
            return ($"代码有 {characters.Count} 位，应为 18 位", $"the code has {characters.Count} characters; it must have 18");
        var misplaced = characters.Index().Where(each => !Allowed(each.Index).Contains(each.Item.ToString(), StringComparison.Ordinal)).Select(each => Misplaced(each.Item, each.Index)).ToList();
        return misplaced.Count > 0
            ? (string.Join('；', misplaced.Select(text => text.Zh)), string.Join("; ", misplaced.Select(text => text.In(Language.English))))
            : WrongCheck(plain);
    }

    /// <summary>The code of these parts with both check characters; every part as <see cref="Plain"/> makes it.</summary>
    /// <exception cref="ArgumentException">A part is too short or long, or holds a character that its place does not allow.</exception>
    public static string Make(char department, char category, string region, string organisationBody8)
    {
        Require(region, OrganisationStart - RegionStart, Digits, nameof(region));
        Require(organisationBody8, OrganisationCheckAt - OrganisationStart, Alphabet, nameof(organisationBody8));
        var start = $"{department}{category}{region}{organisationBody8}";
        Require(start[..RegionStart], RegionStart, Alphabet, nameof(department));
        start += OrganisationCheck(start);
        return start + Check(start);
    }

    private static Text? WrongCheck(string code)
    {
        var (organisation, whole) = (OrganisationCheck(code), Check(code));
        return (code[OrganisationCheckAt] == organisation, code[CheckAt] == whole) switch
        {
            (true, true) => null,
            // The organisation code is sound by itself, so that the slip is before it or in the check character.
            (true, false) => ($"第 18 位校验码应为 {whole}，请核对第 1 至 8 位和第 18 位", $"the check character (position 18) should be {whole}; look at positions 1 to 8 and 18"),
            (false, true) => ($"第 17 位组织机构代码校验码应为 {organisation}", $"the organisation check digit (position 17) should be {organisation}"),
            (false, false) => (
                $"第 17 位组织机构代码校验码应为 {organisation}，第 18 位校验码应为 {whole}，请核对第 9 至 17 位",
                $"the organisation check digit (position 17) should be {organisation} and the check character (position 18) should be {whole}; look at positions 9 to 17"),
        };
    }

    private static char Check(string code)
    {
        var sum = Weights.Zip(code, (weight, character) => weight * Alphabet.IndexOf(character, StringComparison.Ordinal)).Sum();
        return Alphabet[(Alphabet.Length - (sum % Alphabet.Length)) % Alphabet.Length];
    }

    // GB 11714 has values of its own: all 26 letters count, from A = 10 to Z = 35.
    private static char OrganisationCheck(string code)
    {
        var sum = OrganisationWeights.Zip(code.Skip(OrganisationStart), (weight, character) => weight * (char.IsAsciiDigit(character) ? character - '0' : character - 'A' + 10)).Sum();
        return (11 - (sum % 11)) switch
        {
            10 => 'X',
            11 => '0',
            var digit => (char)('0' + digit),
        };
    }

    private static string Allowed(int index) => index switch
    {
        >= RegionStart and < OrganisationStart => Digits,
        OrganisationCheckAt => Digits + "X",
        _ => Alphabet,
    };

    private static Text Misplaced(Rune character, int index)
    {
        // What cannot be seen is named by its number.
        var shown = Rune.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            ? $"U+{character.Value:X4}"
            : character.ToString();
        Text allowed = Allowed(index) switch
        {
            Digits => ("应为数字", "a digit is expected"),
            Alphabet => ("应为数字或除 I、O、S、V、Z 外的大写字母", "a digit or a letter other than I, O, S, V, Z is expected"),
            _ => ("应为数字或 X", "a digit or X is expected"),
        };
        return ($"第 {index + 1} 位不能是“{shown}”，{allowed.Zh}", $"'{shown}' is not allowed at position {index + 1}: {allowed.In(Language.English)}");
    }

    private static void Require(string part, int length, string allowed, string name)
    {
        if (part.Length != length || !part.All(allowed.Contains))
            throw new ArgumentException($"'{part}' is not {length} characters of {allowed}", name);
    }
}
