using Lianzhang.Core.Programmes;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Reporting;

/// <summary>A place where one chooses from words, or types something else where that is let through.</summary>
internal sealed record OfferedWords(SheetPlace At, IReadOnlyList<string> Words, bool IsOnly, string Prompt);

/// <summary>Draws a form on a sheet: its head, its tables with what is written in, its notes and the place for names and seal.</summary>
internal sealed class DrawForm
{
    private const int RowHeight = 21;

    private static readonly string[] Missing = [ReadCell.NotApplicableWord.Zh, ReadCell.MissingWord.Zh];

    private readonly FormPaper paper;
    private readonly Dictionary<string, FormStyles.Tint> tints = new(StringComparer.Ordinal);
    private int row = 1;

    public DrawForm(FormPaper paper)
    {
        this.paper = paper;
        Grid = new FormGrid(paper.Sheet, paper.Period);
        foreach (var (key, finding) in (paper.Findings ?? []).SelectMany(finding => finding.Cells, (finding, key) => (key, finding)))
            tints[key] = finding.Weight == CheckWeight.Hard || tints.GetValueOrDefault(key) == FormStyles.Tint.Red ? FormStyles.Tint.Red : FormStyles.Tint.Yellow;
        Head();
        foreach (var section in paper.Form.Sections)
            Section(section);
        Foot();
    }

    public FormGrid Grid { get; }

    public SheetCanvas Canvas { get; } = new();

    public List<MappedCell> Mapped { get; } = [];

    public List<OfferedWords> Offered { get; } = [];

    /// <summary>Where each cell of the form stands.</summary>
    public Dictionary<string, SheetPlace> Places { get; } = new(StringComparer.Ordinal);

    /// <summary>The last row that stays in view.</summary>
    public int Frozen { get; private set; }

    private void Head()
    {
        Canvas.Text(At(1), At(Grid.Remark), paper.Form.Name.Zh, FormStyles.Title);
        Canvas.Height(row++, 34);
        foreach (var (left, right) in paper.Head)
        {
            var half = FormGrid.FirstValue + (Grid.Values / 2) - 1;
            Canvas.Text(At(1), At(half), left, FormStyles.Line);
            Canvas.Text(At(half + 1), At(Grid.Remark), right, FormStyles.Line);
            Canvas.Fit(row, left, Grid.Width(1, half));
            Canvas.Fit(row++, right, Grid.Width(half + 1, Grid.Remark));
        }

        Frozen = row - 1;
    }

    private void Section(FormSection section)
    {
        Canvas.Height(row, 26);
        Canvas.Text(At(1), At(Grid.Remark), section.Name.Zh, FormStyles.Section);
        row++;
        var columns = Grid.Columns(section);
        Headings(section, columns);
        if (section.Repeat is { } repeat)
        {
            for (var number = 1; number <= repeat.Most; number++)
                Repeated(section, columns, number);
            return;
        }

        foreach (var one in section.Rows ?? [])
            Fixed(section, columns, one);
    }

    private void Headings(FormSection section, IReadOnlyList<GridColumn> columns)
    {
        var isFixed = section.Repeat is null;
        List<GridColumn> all =
        [
            .. isFixed
                ? (GridColumn[])[new(["指标名称"], GridContent.Value, null, FormGrid.Name, FormGrid.Name), new(["计量单位"], GridContent.Value, null, FormGrid.Unit, FormGrid.Unit), new(["代码"], GridContent.Value, null, FormGrid.Code, FormGrid.Code)]
                : [new(Named(section.Columns[0]), GridContent.Value, null, FormGrid.Name, FormGrid.Unit), new(["序号"], GridContent.Value, null, FormGrid.Code, FormGrid.Code)],
            .. columns.Select(column => !isFixed && column.Column is { } own ? column with { Heading = Named(own) } : column),
            new(["说明（缺报原因、备注）"], GridContent.Value, null, Grid.Remark, Grid.Remark),
        ];
        FormHeadings.Draw(all, cell => Canvas.Text(At(cell.From, cell.Top), At(cell.To, cell.Bottom), cell.Word, FormStyles.Heading));
        var depth = FormHeadings.Depth(all);
        for (var line = 0; line < depth; line++)
            Canvas.Height(row + line, RowHeight);
        row += depth;
    }

    // The unit of measure of repeated rows stands in the heading: they have no column for it.
    private static IReadOnlyList<string> Named(FormColumn column) =>
        column is { Kind: CellKind.Number, Unit.Symbol: { Length: > 0 } unit } ? [.. column.Heading.SkipLast(1), $"{column.Heading[^1]}（{unit}）"] : column.Heading;

    private void Fixed(FormSection section, IReadOnlyList<GridColumn> columns, FormRow one)
    {
        var cells = Grid.Cells(section, one);
        Canvas.Height(row, RowHeight);
        Canvas.Text(At(FormGrid.Name), one.Name.Zh, cells.Count == 0 ? FormStyles.LabelBold : one.Level switch { 0 => FormStyles.Label, 1 => FormStyles.LabelIndented, _ => FormStyles.LabelDeep });
        Canvas.Fit(row, one.Name.Zh, Grid.Width(FormGrid.Name) - (one.Level * 3));
        Canvas.Text(At(FormGrid.Unit), string.Join('、', cells.Select(cell => cell.Unit?.Symbol).OfType<string>().Where(symbol => symbol.Length > 0).Distinct()), FormStyles.Centre);
        Code(one.Code);
        if (one.Kind != CellKind.Number)
            Input(cells[0], columns[0].From, columns[^1].To);
        else
            columns.ToList().ForEach(column => Fixed(one, cells, column));
        Remark(cells);
        row++;
    }

    private void Fixed(FormRow one, IReadOnlyList<FormCell> cells, GridColumn column)
    {
        var cell = column.Column is { } own ? paper.Sheet.At(one, own) : cells.Count > 0 ? cells[0] : null;
        if (cell is null)
        {
            Canvas.Text(At(column.From), At(column.To), string.Empty, cells.Count == 0 ? FormStyles.Centre : FormStyles.Grey);
            return;
        }

        if (column.Content == GridContent.Value)
        {
            Input(cell, column.From, column.To);
            return;
        }

        var before = paper.Before.GetValueOrDefault(cell.Key);
        Canvas.Text(At(column.From), At(column.To), (column.Content == GridContent.LastPeriod ? before?.LastPeriod : before?.LastYear) ?? string.Empty, FormStyles.Before);
    }

    private void Repeated(FormSection section, IReadOnlyList<GridColumn> columns, int number)
    {
        Canvas.Height(row, RowHeight);
        Input(paper.Sheet.At(section, number, section.Columns[0]), FormGrid.Name, FormGrid.Unit);
        Code(Quantity.Number(number));
        foreach (var column in columns)
        {
            if (column.Column is { } own)
                Input(paper.Sheet.At(section, number, own), column.From, column.To);
            else
                Canvas.Text(At(column.From), At(column.To), string.Empty, FormStyles.Grey);
        }

        Remark([.. section.Columns.Select(column => paper.Sheet.At(section, number, column))]);
        row++;
    }

    private void Code(string code)
    {
        Canvas.Text(At(FormGrid.Code), code, FormStyles.Centre);
        Mapped.Add(new MappedCell(At(FormGrid.Code).ToString(), MappedKind.Anchor, [code]));
    }

    private void Input(FormCell cell, int from, int to)
    {
        var place = At(from);
        var was = TypedValue.Put(Canvas, place, cell, paper.Content.Find(cell.Key), tints.GetValueOrDefault(cell.Key));
        Canvas.Merge(place, At(to));
        Canvas.Fit(row, was, Grid.Width(from, to));
        Mapped.Add(new MappedCell(place.ToString(), MappedKind.Value, [cell.Key], was));
        Places[cell.Key] = place;
        if (cell.Kind == CellKind.Choice)
            Offered.Add(new OfferedWords(place, [.. cell.Options, .. Missing], IsOnly: true, "请从列表中选择"));
        else if (cell.Kind == CellKind.Number)
            Offered.Add(new OfferedWords(place, Missing, IsOnly: false, cell.Unit?.Symbol is { Length: > 0 } unit ? $"填数字（{unit}），或从列表选“不适用”“缺报”" : "填数字，或从列表选“不适用”“缺报”"));
    }

    private void Remark(IReadOnlyList<FormCell> cells)
    {
        if (cells.Count == 0)
        {
            Canvas.Text(At(Grid.Remark), string.Empty, FormStyles.Centre);
            return;
        }

        var text = WorkbookIdentity.Plain(CellRemark.Write(cells, paper.Content));
        Canvas.Text(At(Grid.Remark), text, FormStyles.Remark);
        Canvas.Fit(row, text, Grid.Width(Grid.Remark));
        Mapped.Add(new MappedCell(At(Grid.Remark).ToString(), MappedKind.Remark, [.. cells.Select(cell => cell.Key)], text));
    }

    private void Foot()
    {
        Canvas.Height(row++, 8);
        foreach (var (index, note) in paper.Notes.Index())
        {
            var text = index == 0 ? $"填报说明：1. {note}" : $"　　　　　{index + 1}. {note}";
            Canvas.Text(At(1), At(Grid.Remark), text, FormStyles.Note);
            Canvas.Fit(row++, text, Grid.Width(1, Grid.Remark));
        }

        Canvas.Height(row++, 8);
        var half = FormGrid.FirstValue + (Grid.Values / 2) - 1;
        foreach (var (left, right) in new[] { ("单位负责人：", "填 表 人："), ("联系电话：", "报出日期：　　　　年　　月　　日"), ("（单位公章）", string.Empty) })
        {
            Canvas.Height(row, 26);
            Canvas.Text(At(1), At(half), left, FormStyles.Signature);
            Canvas.Text(At(half + 1), At(Grid.Remark), right, FormStyles.Signature);
            row++;
        }
    }

    private SheetPlace At(int column, int below = 0) => new(row + below, column);
}
