using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Reporting;

/// <summary>The cells of a sheet by where they stand, with what a person cannot see in it.</summary>
internal sealed class SheetCells
{
    // A form has hundreds; a workbook of many units tens of thousands.
    private const int MostCells = 1_000_000;

    private readonly Dictionary<(int Row, int Column), (string Text, bool IsFormula)> cells = [];
    private readonly HashSet<int> hiddenRows = [];
    private readonly List<(uint From, uint To)> hiddenColumns = [];

    private SheetCells()
    {
    }

    public int LastRow { get; private set; }

    public string At(SheetPlace place) => cells.TryGetValue((place.Row, place.Column), out var cell) ? cell.Text : string.Empty;

    public bool IsFormula(SheetPlace place) => cells.TryGetValue((place.Row, place.Column), out var cell) && cell.IsFormula;

    public bool IsHidden(SheetPlace place) => hiddenRows.Contains(place.Row) || hiddenColumns.Exists(columns => columns.From <= place.Column && place.Column <= columns.To);

    /// <exception cref="InvalidDataException">There are more cells than any form has.</exception>
    public static SheetCells Read(WorksheetPart part, CellTexts texts)
    {
        var sheet = new SheetCells();
        using var reader = OpenXmlReader.Create(part);
        while (reader.Read())
        {
            if (reader.ElementType == typeof(Row) && reader.IsStartElement)
                sheet.Take((Row)reader.LoadCurrentElement()!, texts);
            else if (reader.ElementType == typeof(Column) && reader.IsStartElement && reader.LoadCurrentElement() is Column { Hidden.Value: true } hidden)
                sheet.hiddenColumns.Add((hidden.Min!.Value, hidden.Max!.Value));
        }

        return sheet;
    }

    /// <summary>Reads an address such as D12.</summary>
    public static SheetPlace Place(string address)
    {
        var column = address.TakeWhile(char.IsAsciiLetter).Aggregate(0, (column, letter) => checked((column * 26) + (char.ToUpperInvariant(letter) - 'A' + 1)));
        return new SheetPlace(int.Parse(address.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ")), column);
    }

    private void Take(Row row, CellTexts texts)
    {
        var number = row.RowIndex is { } given ? checked((int)given.Value) : LastRow + 1;
        var column = 0;
        foreach (var cell in row.Elements<Cell>())
        {
            // A file may leave out where a cell stands: then it is beside the one before.
            column = cell.CellReference?.Value is { } reference ? Place(reference).Column : column + 1;
            var text = WorkbookIdentity.Plain(texts.Of(cell));
            if (text.Length > 0 || cell.CellFormula is not null)
                cells[(number, column)] = (text, cell.CellFormula is not null);
        }

        if (cells.Count > MostCells)
            throw new InvalidDataException();
        if (row.Hidden?.Value == true)
            hiddenRows.Add(number);
        LastRow = Math.Max(LastRow, number);
    }
}
