namespace Lianzhang.Core.Programmes;

/// <summary>An item where a form asks it.</summary>
/// <param name="Form">The form.</param>
/// <param name="Item">Code of the item.</param>
/// <param name="Asks">For which months.</param>
/// <param name="At">The entry of the form that asks it.</param>
public sealed record AskedItem(FormDefinition Form, string Item, AskedPeriod Asks, object At);

/// <summary>An item that is asked of a kind of unit though it was asked before.</summary>
public sealed record AskedAgain(AskedItem First, AskedItem Again);

/// <summary>Which items forms ask: define once, ask once.</summary>
public static class AskedItems
{
    /// <summary>Every item that a form asks, in the order of the form; once for each column that asks it.</summary>
    public static IEnumerable<AskedItem> Of(FormDefinition form) =>
        from section in form.Sections
        from asked in (section.Rows ?? []).SelectMany(row => OfRow(form, section, row)).Concat(section.Columns.Where(column => column.Total is not null).Select(column => new AskedItem(form, column.Total!, column.Asks, column)))
        select asked;

    /// <summary>What is asked twice: of one kind of unit an item is asked in one form, and there once for the same months.</summary>
    public static IReadOnlyList<AskedAgain> Twice(IEnumerable<FormDefinition> forms)
    {
        List<AskedAgain> twice = [];
        foreach (var group in forms.SelectMany(Of).GroupBy(asked => (asked.Form.Of, asked.Item)))
        {
            var first = group.First();
            twice.AddRange(group.Skip(1)
                .Where(one => one.Form != first.Form || group.Any(other => other != one && other.Form == one.Form && other.Asks == one.Asks))
                .Select(again => new AskedAgain(first, again)));
        }

        return twice;
    }

    private static IEnumerable<AskedItem> OfRow(FormDefinition form, FormSection section, FormRow row) => row.Cells is { } cells
        ? cells.Select(cell => new AskedItem(form, cell.Item, section.Columns.FirstOrDefault(column => column.Code == cell.Column)?.Asks ?? AskedPeriod.Period, cell))
        : row.Item is { } item
            ? section.Columns.Where(column => row.Grey?.Contains(column.Code) != true).Select(column => new AskedItem(form, item, column.Asks, row))
            : [];
}
