using Lianzhang.Core.Formulas;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Reporting;

/// <summary>Holds a report against the checks that its form states: within the form, with other forms, over time.</summary>
internal static class CheckRelations
{
    public static IEnumerable<Finding> Of(CheckedReport report, ReportedFacts facts) =>
        from read in report.Programme.FormChecks[report.Sheet.Form.Code]
        let evaluation = facts.Evaluate(read.Rule, read.Check.Over)
        where evaluation.Fails
        select new Finding(read.Check.Code, read.Check.Weight, [.. CellsOf(report.Sheet, read)], Sentence(report, read, evaluation));

    // The cells where the items of the check are asked; those of the months that it looks at first.
    private static IEnumerable<string> CellsOf(FormSheet sheet, ReadCheck read) => sheet.Cells
        .Where(cell => cell.Item is { } item && read.Rule.Aggregates.Contains(item.Code))
        .Concat(from section in sheet.Form.Sections
                from column in section.Columns
                where column.Total is { } total && read.Rule.Aggregates.Contains(total)
                select sheet.At(section, 1, column))
        .OrderBy(cell => cell.Column.Asks == read.Check.Over ? 0 : 1)
        .Select(cell => cell.Key);

    private static Text Sentence(CheckedReport report, ReadCheck read, RuleEvaluation evaluation) => (
        $"{read.Check.Name.Zh}：{string.Join('；', evaluation.Compared.SelectMany(compared => Sides(report, compared, Language.Chinese)))}。{(read.Check.Weight == CheckWeight.Hard ? "请更正" : "请核对，属实的请说明")}",
        $"{read.Check.Name.En}: {string.Join("; ", evaluation.Compared.SelectMany(compared => Sides(report, compared, Language.English)))}. {(read.Check.Weight == CheckWeight.Hard ? "Put it right" : "Check it, and explain it if it is so")}");

    // A number that is written in the check itself need not be told.
    private static IEnumerable<string> Sides(CheckedReport report, ComparedValues compared, Language language)
    {
        Text NameOf(string code) => report.Sheet.Cells.FirstOrDefault(cell => cell.Item?.Code == code)?.Row is { } row ? FormCell.NameOf(row) : report.Programme.NameOfCode(code);
        foreach (var (words, reading) in new[] { (compared.Part.LeftInWords(NameOf, language), compared.Left), (compared.Part.RightInWords(NameOf, language), compared.Right) })
        {
            if (compared.Unit is { } unit && reading.HasValue && !char.IsDigit(words[0]))
                yield return language == Language.Chinese ? $"{words}为 {Number(reading, unit)}" : $"{words} is {Number(reading, unit)}";
        }
    }

    private static string Number(Reading reading, Unit unit) => new Quantity(decimal.Round(unit.FromBase(reading.Amount), 4), unit).ToString();
}
