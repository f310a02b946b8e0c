using Lianzhang.Core.Programmes;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Reporting;

/// <summary>What stands in a column of a table on paper.</summary>
internal enum GridContent
{
    /// <summary>What is filled in.</summary>
    Value,

    /// <summary>What was said for the period before.</summary>
    LastPeriod,

    /// <summary>What was said for the same period last year.</summary>
    LastYear,
}

/// <summary>A column of a table on paper.</summary>
/// <param name="Heading">From top to bottom.</param>
/// <param name="Content">What stands in it.</param>
/// <param name="Column">The column of the form; null where one column stands for all, since no row has more than one cell.</param>
/// <param name="From">The first column of the sheet that it takes.</param>
/// <param name="To">The last.</param>
internal sealed record GridColumn(IReadOnlyList<string> Heading, GridContent Content, FormColumn? Column, int From, int To);

/// <summary>How the tables of a form lie on one sheet, one below the other: name, unit of measure, code, values, remark.</summary>
internal sealed class FormGrid
{
    public const int Name = 1;
    public const int Unit = 2;
    public const int Code = 3;
    public const int FirstValue = 4;

    // More than this, in characters, is printed across.
    private const double Upright = 116;

    private readonly FormSheet sheet;
    private readonly bool hasBefore;
    private readonly bool hasYear;

    /// <param name="sheet">The form.</param>
    /// <param name="period">The period that it is filled in for.</param>
    /// <param name="hasBefore">Whether what was said before stands beside.</param>
    public FormGrid(FormSheet sheet, Period period, bool hasBefore = true)
    {
        (this.sheet, this.hasBefore, hasYear) = (sheet, hasBefore, period.Kind != PeriodKind.Year);
        Values = sheet.Form.Sections.Max(section => Math.Max(Wanted(section).Count, Math.Min(3, sheet.Form.Sections.Max(other => other.Columns.Count))));
    }

    /// <summary>How many columns of the sheet hold values.</summary>
    public int Values { get; }

    public int Remark => FirstValue + Values;

    public double Width(int column) => column switch
    {
        Name => 30,
        Unit => 11,
        Code => 6,
        _ => column == Remark ? 24 : 13,
    };

    public double Width(int from, int to) => Enumerable.Range(from, to - from + 1).Sum(Width);

    public bool IsAcross => Width(1, Remark) > Upright;

    /// <summary>The columns of a section beside name, unit and code.</summary>
    public IReadOnlyList<GridColumn> Columns(FormSection section)
    {
        var wanted = Wanted(section);
        var (each, over) = (Values / wanted.Count, Values % wanted.Count);
        var columns = new List<GridColumn>();
        foreach (var (heading, content, column) in wanted)
        {
            var from = columns.Count == 0 ? FirstValue : columns[^1].To + 1;
            columns.Add(new GridColumn(heading, content, column, from, from + each - (columns.Count < over ? 0 : 1)));
        }

        return columns;
    }

    /// <summary>The cells of a row that can be filled in.</summary>
    public IReadOnlyList<FormCell> Cells(FormSection section, FormRow row) => [.. section.Columns.Select(column => sheet.At(row, column)).OfType<FormCell>()];

    // The first column of repeated rows stands where others have their name.
    private List<(IReadOnlyList<string> Heading, GridContent Content, FormColumn? Column)> Wanted(FormSection section)
    {
        if (section.Repeat is not null)
            return section.Columns.Count == 1 ? [([string.Empty], GridContent.Value, null)] : [.. section.Columns.Skip(1).Select(column => (column.Heading, GridContent.Value, (FormColumn?)column))];
        List<(IReadOnlyList<string>, GridContent, FormColumn?)> wanted = [.. section.Columns.Select(column => (column.Heading, GridContent.Value, (FormColumn?)column))];
        var most = (section.Rows ?? []).Max(row => Cells(section, row).Count(cell => cell.Item is not null));
        if (most > 0 && hasBefore)
        {
            wanted.AddRange(Before("上期", GridContent.LastPeriod, section, most));
            if (hasYear)
                wanted.AddRange(Before("上年同期", GridContent.LastYear, section, most));
        }

        return wanted;
    }

    private static IEnumerable<(IReadOnlyList<string> Heading, GridContent Content, FormColumn? Column)> Before(string word, GridContent content, FormSection section, int most) =>
        most == 1 ? [([word], content, null)] : section.Columns.Select(column => ((IReadOnlyList<string>)[word, column.Heading[^1]], content, (FormColumn?)column));
}
