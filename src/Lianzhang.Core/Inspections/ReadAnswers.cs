using System.Globalization;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Inspections;

/// <summary>Reads what an inspector wrote into a checklist.</summary>
public static class ReadAnswers
{
    public const string Yes = "yes";
    public const string No = "no";

    /// <summary>What stands in the way of finishing: each point that is not answered, or not as it is to be.</summary>
    public static IReadOnlyList<Text> Lacking(InspectionTheme theme, IReadOnlyDictionary<string, string> answers) =>
        [.. theme.Items.Select(item => Lack(item, answers.GetValueOrDefault(item.Code))).OfType<Text>()];

    /// <summary>An answer in words for people.</summary>
    public static Text In(InspectionItem item, string? answer) => (item.Kind, answer) switch
    {
        (InspectionItemKind.YesNo, Yes) => ("是", "yes"),
        (InspectionItemKind.YesNo, No) => ("否", "no"),
        (_, null or "") => ("未填", "not answered"),
        _ => new Text(answer!),
    };

    private static Text? Lack(InspectionItem item, string? answer)
    {
        if (string.IsNullOrWhiteSpace(answer))
            return ($"“{item.Text.Zh}”未填", $"'{item.Text.In(Language.English)}' is not answered");
        return item.Kind switch
        {
            InspectionItemKind.YesNo when answer is not (Yes or No) => ($"“{item.Text.Zh}”应选是或否", $"'{item.Text.In(Language.English)}' is answered by yes or no"),
            InspectionItemKind.Number when !decimal.TryParse(answer, NumberStyles.Number, CultureInfo.InvariantCulture, out _) => ($"“{item.Text.Zh}”应填数字", $"'{item.Text.In(Language.English)}' is answered by a number"),
            _ => null,
        };
    }
}
