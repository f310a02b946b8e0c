using System.Globalization;
using System.Text.RegularExpressions;

namespace Lianzhang.Core.Values;

/// <summary>The spellings of periods found in Chinese statistics and in files.</summary>
internal static partial class PeriodText
{
    private const string Digits = "一二三四";

    public static string Iso(Period p) => p.Kind switch
    {
        PeriodKind.Month => $"{p.Year:0000}-{p.FirstMonth:00}",
        PeriodKind.Quarter => $"{p.Year:0000}-Q{(p.LastMonth + 2) / 3}",
        PeriodKind.HalfYear => $"{p.Year:0000}-H{p.LastMonth / 6}",
        PeriodKind.Year => $"{p.Year:0000}",
        PeriodKind.YearToDate => $"{p.Year:0000}-M{p.LastMonth:00}-YTD",
    };

    public static string Chinese(Period p) => p.Kind switch
    {
        PeriodKind.Month => $"{p.Year}年{p.FirstMonth}月",
        PeriodKind.Quarter => $"{p.Year}年{Digits[(p.LastMonth / 3) - 1]}季度",
        PeriodKind.HalfYear => $"{p.Year}年{(p.FirstMonth == 1 ? "上" : "下")}半年",
        PeriodKind.Year => $"{p.Year}年",
        PeriodKind.YearToDate when p.LastMonth == 9 => $"{p.Year}年前三季度",
        PeriodKind.YearToDate => $"{p.Year}年1-{p.LastMonth}月",
    };

    public static bool TryParse(string? text, out Period period)
    {
        period = default;
        if (string.IsNullOrWhiteSpace(text) || text.Length > 40)
            return false;

        // Full-width digits and the many dashes of Chinese typing come to one form.
        var plain = Spaces().Replace(HalfWidth.Of(text), string.Empty);
        plain = Dashes().Replace(plain, "-").ToUpperInvariant();
        var match = IsoForm().Match(plain);
        if (!match.Success)
            match = ChineseForm().Match(plain);
        if (!match.Success)
            return false;

        var year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
        return year > 0 && year < 9999 && TryBuild(match, year, out period);
    }

    private static bool TryBuild(Match match, int year, out Period period)
    {
        if (Number(match, "month") is { } month)
        {
            period = month is >= 1 and <= 12 ? Period.OfMonth(year, month) : default;
            return month is >= 1 and <= 12;
        }

        if (Number(match, "last") is { } last)
        {
            period = last is >= 1 and <= 12 ? Period.ToDate(year, last) : default;
            return last is >= 1 and <= 12;
        }

        if (Number(match, "quarters") is { } quarters)
        {
            period = quarters is >= 1 and <= 4 ? Period.ToDate(year, quarters * 3) : default;
            return quarters is >= 1 and <= 4;
        }

        if (Number(match, "quarter") is { } quarter)
        {
            period = quarter is >= 1 and <= 4 ? Period.OfQuarter(year, quarter) : default;
            return quarter is >= 1 and <= 4;
        }

        period = Number(match, "half") is { } half ? Period.OfHalfYear(year, half) : Period.OfYear(year);
        return true;
    }

    private static int? Number(Match match, string name)
    {
        if (match.Groups[name] is not { Success: true, Value: var text })
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        return text switch
        {
            "上" => 1,
            "下" => 2,
            _ => Digits.IndexOf(text, StringComparison.Ordinal) + 1,
        };
    }

    [GeneratedRegex(@"\s+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex("[‐‑‒–—―−~~]+", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dashes();

    // 2024, 2024-03, 2024Q1, 2024-Q1, 2024H1, 2024-M09-YTD
    [GeneratedRegex(@"^(?<year>\d{4})(-?Q(?<quarter>[1-4])|-?H(?<half>[12])|-?M(?<last>\d{1,2})-YTD|-(?<month>\d{2}))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex IsoForm();

    // 2024年, 2022年末, 2024年3月, 截至2024年4月底, 2024年1-3月, 2024年一季度, 2024年第1季度, 2024年前三季度, 2024年上半年, 2024年1-9月累计
    [GeneratedRegex(@"^(截至)?(?<year>\d{4})年(度|全年|末|底|年末|年底|(1月?[-至](?<last>\d{1,2})月?份?(累计)?)|(?<month>\d{1,2})月(份|末|底)?|前(?<quarters>[一二三四1-4])(个)?季度|第?(?<quarter>[一二三四1-4])季度|(?<half>[上下])半年)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ChineseForm();
}
