using System.Globalization;
using System.Text.RegularExpressions;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Reporting;

/// <summary>Reads a number as people type it or a spreadsheet holds it as text.</summary>
public static partial class ReadNumber
{
    /// <summary>The most decimals that a report keeps.</summary>
    public const int MostDecimals = 4;

    /// <summary>The largest amount, either way, in any unit.</summary>
    public const decimal Largest = 90_000_000_000m;

    private const int MostCharacters = 60;

    // Together within what a decimal holds, so that nothing is rounded before it is judged.
    private const int MostWholeDigits = 16;
    private const int MostReadDecimals = 12;

    /// <summary>
    /// The amount in <paramref name="unit"/>. Full-width signs, blanks around, commas between thousands, and a unit of the same kind behind are
    /// understood; whatever could be meant in two ways is refused.
    /// </summary>
    public static ReportedNumber Of(string text, Unit unit)
    {
        var plain = HalfWidth.Of(text).Replace('\u2212', '-').Trim();
        if (plain.Length == 0)
            return Refuse("没有数字，请填写数字", "there is no number; write one");
        if (plain.Length > MostCharacters)
            return Refuse($"超过 {MostCharacters} 字，请只填数字", $"longer than {MostCharacters} characters; write the number alone");
        var match = NumberForm().Match(plain);
        if (!match.Success)
            return ReportedNumber.Refused(WhatIsWrong(plain));
        var symbol = match.Groups["unit"].Value;
        if (symbol.Length == 0)
            return Read(match, unit, unit);
        if (!Unit.TryParse(symbol, out var written))
            return Refuse($"没有“{symbol}”这个单位，请只填数字，单位为{Name(unit).Zh}", $"{symbol} is not a unit; write the number alone, in {Name(unit).En}");
        return Fits(written, unit)
            ? Read(match, written, unit)
            : Refuse($"此项的单位是{Name(unit).Zh}，不能填{written}，请核对", $"this is asked in {Name(unit).En}, which {written} cannot be turned into; check it");
    }

    // A percentage and a plain number are both ratios to the machine, but not to who reads the form.
    private static bool Fits(Unit written, Unit asked) =>
        written.Dimension == asked.Dimension && (!written.IsRatio || IsPart(written) == IsPart(asked));

    private static bool IsPart(Unit ratio) => ratio.Numerator != ratio.Denominator;

    private static ReportedNumber Read(Match match, Unit written, Unit asked)
    {
        var whole = match.Groups["whole"].Value.Replace(",", string.Empty, StringComparison.Ordinal).TrimStart('0');
        var part = match.Groups["part"].Value.TrimEnd('0');
        if (whole.Length > MostWholeDigits)
            return TooLarge(asked);
        if (part.Length > MostReadDecimals)
            return TooFine(written, asked);
        var amount = decimal.Parse($"{match.Groups["sign"].Value}0{whole}.{part}0", NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        if (Convert(new Quantity(amount, written), asked) is not { } converted || Math.Abs(converted) > Largest)
            return TooLarge(asked);
        return decimal.Round(converted, MostDecimals) == converted ? ReportedNumber.Of(converted) : TooFine(written, asked);
    }

    private static decimal? Convert(Quantity quantity, Unit asked)
    {
        try
        {
            return quantity.To(asked).Amount;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    private static ReportedNumber TooLarge(Unit asked) => Refuse(
        $"数值过大，不能超过 {Quantity.Number(Largest)} {asked}".TrimEnd() + "，请核对单位",
        $"too large, at most {Quantity.Number(Largest)} {asked}".TrimEnd() + "; check the unit");

    private static ReportedNumber TooFine(Unit written, Unit asked) => written == asked
        ? Refuse($"小数超过 {MostDecimals} 位，请四舍五入", $"more than {MostDecimals} decimals; round it")
        : Refuse($"换算为{Name(asked).Zh}后小数超过 {MostDecimals} 位，请按{Name(asked).Zh}填写", $"more than {MostDecimals} decimals in {Name(asked).En}; write it in that unit");

    private static Text WhatIsWrong(string plain)
    {
        if (BracketForm().IsMatch(plain))
            return ("括号不表示负数，负数前请写负号，如 -12", "brackets do not make a number negative; write a minus sign, as in -12");
        if (ScientificForm().IsMatch(plain))
            return ("不用科学计数法，请写出全部数字，如 1000", "no powers of ten; write all digits, as in 1000");
        return CommaForm().IsMatch(plain)
            ? ("逗号不在千位上，请写作 1,234 或不写逗号", "the commas do not part thousands; write 1,234 or no commas")
            : ($"“{plain}”不是数字，请只填数字，如 1234.5", $"{plain} is not a number; write the number alone, as in 1234.5");
    }

    private static Text Name(Unit unit) => unit.Symbol.Length == 0 ? ("纯数", "a plain number") : (unit.Symbol, unit.Symbol);

    private static ReportedNumber Refuse(string chinese, string english) => ReportedNumber.Refused((chinese, english));

    // A unit does not start with what could still belong to the number.
    [GeneratedRegex(@"^(?<sign>-?)(?<whole>[0-9]{1,3}(,[0-9]{3})+|[0-9]+)(\.(?<part>[0-9]+))?(\s*(?<unit>[^0-9\s.,+\-eE()][^()]*))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberForm();

    [GeneratedRegex(@"^-?\(.*\)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex BracketForm();

    [GeneratedRegex("^[-+]?[0-9.,]+[eE][-+]?[0-9]+$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ScientificForm();

    // Digits with commas, whatever stands behind.
    [GeneratedRegex(@"^-?[0-9.]*,[0-9.,]*(\s*[^0-9\s.,].*)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex CommaForm();
}
