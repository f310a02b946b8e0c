using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Reporting;

/// <summary>A form laid out: its cells by their keys.</summary>
public sealed class FormSheet
{
    private readonly Programme programme;
    private readonly Dictionary<string, FormCell> cells;

    public FormSheet(FormDefinition form, Programme programme)
    {
        this.programme = programme;
        Form = form;
        Cells = [.. form.Sections.SelectMany(section => section.Repeat is { } repeat
            ? Enumerable.Range(1, repeat.Most).SelectMany(number => Repeated(section, number))
            : (section.Rows ?? []).SelectMany(row => Fixed(section, row)))];
        cells = Cells.ToDictionary(cell => cell.Key, StringComparer.Ordinal);
    }

    public FormDefinition Form { get; }

    /// <summary>Every cell that can be filled in, in the order of the form; of repeated rows as many as may be added.</summary>
    public IReadOnlyList<FormCell> Cells { get; }

    public FormCell? Find(string key) => cells.GetValueOrDefault(key);

    /// <summary>The cell where a row and a column meet; null where it is greyed.</summary>
    public FormCell? At(FormRow row, FormColumn column) => Find(KeyOf(row, column));

    /// <summary>The cell of a repeated row.</summary>
    public FormCell At(FormSection section, int number, FormColumn column) => cells[KeyOf(section, number, column)];

    /// <summary>The months that a column asks for, when the form is filled in for a period.</summary>
    public static Period PeriodOf(FormColumn column, Period period) => column.Asks == AskedPeriod.YearToDate ? period.YearToDate() : period;

    private static string KeyOf(FormRow row, FormColumn column) => $"{row.Code}.{column.Code}";

    private static string KeyOf(FormSection section, int number, FormColumn column) => $"{section.Code}.{number}.{column.Code}";

    private static IEnumerable<FormCell> Repeated(FormSection section, int number) =>
        section.Columns.Select(column => new FormCell(KeyOf(section, number, column), section, column, null, number, null));

    private IEnumerable<FormCell> Fixed(FormSection section, FormRow row)
    {
        // A text is written once, across the columns.
        if (row.Kind != CellKind.Number)
            return [new FormCell(KeyOf(row, section.Columns[0]), section, section.Columns[0], row, 0, null)];
        return from column in section.Columns
               let item = row.Cells is { } own ? own.FirstOrDefault(cell => cell.Column == column.Code)?.Item : row.Item
               where item is not null && row.Grey?.Contains(column.Code) != true
               select new FormCell(KeyOf(row, column), section, column, row, 0, programme.FindItem(item));
    }
}
