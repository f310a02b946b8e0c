using Lianzhang.Core.Programmes;

namespace Lianzhang.Core.Reporting;

/// <summary>What one form costs a unit that is asked it.</summary>
/// <param name="Form">The form.</param>
/// <param name="Items">What it asks for one period: a cell of a fixed table, or a column of a table of repeated rows, counts as one, words and choices too.</param>
public sealed record FormBurden(FormDefinition Form, int Items)
{
    public int PeriodsAYear => Form.Frequency switch
    {
        FormFrequency.Month => 12,
        FormFrequency.Quarter => 4,
        FormFrequency.Year => 1,
    };
}

/// <summary>What forms cost a unit that is asked all of them.</summary>
public sealed record Burden(IReadOnlyList<FormBurden> Forms)
{
    private const decimal MonthsAYear = 12;

    /// <summary>How many things are filled in, in an average month.</summary>
    public decimal ItemsAMonth => Forms.Sum(one => one.Items * one.PeriodsAYear) / MonthsAYear;

    /// <summary>How many minutes it takes, in an average month, as the forms say of themselves.</summary>
    public decimal MinutesAMonth => Forms.Sum(one => one.Form.Minutes * one.PeriodsAYear) / MonthsAYear;

    public static Burden Of(IEnumerable<FormDefinition> forms) => new([.. forms.Select(form => new FormBurden(form, form.Sections.Sum(Items)))]);

    private static int Items(FormSection section) => section.Repeat is not null ? section.Columns.Count : (section.Rows ?? []).Sum(row => Items(section, row));

    private static int Items(FormSection section, FormRow row) => row switch
    {
        // Words and choices are written once, across the columns.
        { Kind: not CellKind.Number } => 1,
        { Cells: { } cells } => cells.Count,
        { Item: not null } => section.Columns.Count(column => row.Grey?.Contains(column.Code) != true),
        _ => 0,
    };
}
