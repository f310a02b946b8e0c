using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Figures;

/// <summary>Reads published figures from CSV: what can be used, and every row that cannot, with its reason. Whether such a row refuses the whole file is the caller's to say.</summary>
public static class ReadFigures
{
    private const int LongestField = 2_000;

    private const int MostTitles = 10;

    /// <summary>More than anybody reads; the rest of such a file is most likely not what it should be.</summary>
    private const int MostMalformed = 50;

    /// <param name="file">The file.</param>
    /// <param name="programme">Gives the names; null when it has faults itself, and rows are checked for their form alone.</param>
    public static Outcome<FigureSet> Read(SourceFile file, Programme? programme)
    {
        using var parser = new CsvParser(new StringReader(file.Text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            MaxFieldSize = LongestField,
            BadDataFound = null,
        });
        try
        {
            return Rows(file, parser, programme);
        }
        catch (MaxFieldSizeException)
        {
            return Outcome<FigureSet>.Failed(new Fault(new Location(file.Path, parser.RawRow), (
                $"有单元格超过 {LongestField} 字，文件可能不是 CSV 或引号未成对",
                $"a field is longer than {LongestField} characters: the file may not be CSV, or a quotation mark is not closed")));
        }
    }

    // The first row that names the columns: people put titles and dates above them.
    private static FigureColumns? Header(SourceFile file, CsvParser parser, out Fault? fault)
    {
        fault = null;
        for (var tries = 0; tries < MostTitles && parser.Read(); tries++)
        {
            if (parser.Record!.All(string.IsNullOrWhiteSpace))
                continue;
            var columns = new FigureColumns(parser.Record!);
            if (columns.Fault() is not { } broken)
                return columns;
            fault ??= new Fault(new Location(file.Path, parser.RawRow), broken);
        }

        fault ??= new Fault(new Location(file.Path), ("文件为空", "file is empty"));
        return null;
    }

    private static Outcome<FigureSet> Rows(SourceFile file, CsvParser parser, Programme? programme)
    {
        if (Header(file, parser, out var noHeader) is not { } columns)
            return Outcome<FigureSet>.Failed(noHeader!);
        var reader = new FigureRowReader(columns, programme);
        var malformed = new List<Fault>();
        var line = parser.RawRow + 1;
        while (malformed.Count < MostMalformed && parser.Read())
        {
            if (!parser.Record!.All(string.IsNullOrWhiteSpace) && reader.Read(parser.Record!, new Location(file.Path, line)) is { } fault)
                malformed.Add(fault);
            // A quoted field may span lines: the next row starts after the line at which this one ended.
            line = parser.RawRow + 1;
        }

        return Outcome<FigureSet>.Of(new FigureSet(reader.Figures, reader.Unmapped, malformed));
    }
}
