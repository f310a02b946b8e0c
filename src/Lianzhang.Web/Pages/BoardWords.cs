using System.Globalization;
using Lianzhang.Core.Boards;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;

namespace Lianzhang.Web.Pages;

/// <summary>How pages word what boards hold.</summary>
internal static class BoardWords
{
    /// <summary>What stands before a target's number.</summary>
    public static string? Qualifier(Qualifier qualifier, Language language) => qualifier switch
    {
        Core.Judgement.Qualifier.About => language == Language.Chinese ? "约" : "about",
        Core.Judgement.Qualifier.AtLeast => "≥",
        Core.Judgement.Qualifier.AtMost => "≤",
        Core.Judgement.Qualifier.Exceed => ">",
        Core.Judgement.Qualifier.StriveFor => language == Language.Chinese ? "力争" : "strive for",
        Core.Judgement.Qualifier.Exact or Core.Judgement.Qualifier.Range or Core.Judgement.Qualifier.Qualitative => null,
    };

    public static Text? Flag(FigureFlag flag) => flag switch
    {
        FigureFlag.Final => null,
        FigureFlag.Provisional => ("初步", "provisional"),
        FigureFlag.Expected => ("预计", "expected"),
    };

    public static Text Year(BoardRow row) => row.Year is { } year
        ? new Text(year.ToString(CultureInfo.InvariantCulture))
        : row.EveryYear ? ("每年", "yearly") : ("长期", "lasting");

    /// <summary>“缺：A、B（单位）”, or nothing.</summary>
    public static string? Missing(BoardRow row, Language language)
    {
        if (row.Missing.Count == 0)
            return null;
        var separator = language == Language.Chinese ? "、" : ", ";
        var owed = row.Missing.GroupBy(missing => missing.OwnerName).Select(group =>
        {
            var names = string.Join(separator, group.Select(missing => missing.Name.In(language)).Distinct());
            return language == Language.Chinese ? $"{names}（{group.Key.Zh}）" : $"{names} ({group.Key.In(language)})";
        });
        return (language == Language.Chinese ? "缺：" : "missing: ") + string.Join(language == Language.Chinese ? "；" : "; ", owed);
    }

    public static Text Rule(Core.Figures.ConflictRule rule) => rule switch
    {
        Core.Figures.ConflictRule.Flag => ("最终数优先于初步数和预计数", "final goes before provisional and expected"),
        Core.Figures.ConflictRule.Qualifier => ("确数优先于约数", "a plain number goes before a qualified one"),
        Core.Figures.ConflictRule.Published => ("后公布者优先", "the later publication goes first"),
        Core.Figures.ConflictRule.Order => ("排列在先者优先", "the row that stands first"),
    };

    /// <summary>The page of a target.</summary>
    public static string Href(BoardRow row) => $"/targets/{row.Indicator}{(row.Year is { } year ? $"/{year}" : string.Empty)}?region={row.Region}";
}
