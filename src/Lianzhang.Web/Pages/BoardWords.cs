using Lianzhang.Core.Boards;
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

    /// <summary>The page of a target.</summary>
    public static string Href(BoardRow row) => $"/targets/{row.Indicator}{(row.Year is { } year ? $"/{year}" : string.Empty)}?region={row.Region}";
}
