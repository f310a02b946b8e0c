using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Shared;

/// <summary>A row of a sheet as it was typed: the line where it stands, and a field for each column that was asked for.</summary>
public sealed record SheetRow(int Line, string[] Fields);

/// <summary>What a sheet must look like.</summary>
/// <param name="Columns">The names of the columns that are read, in the order of the fields; one that the sheet lacks is empty.</param>
/// <param name="Needed">Those without which nothing can be done.</param>
/// <param name="MostRows">How many rows are taken at once.</param>
public sealed record SheetShape(IReadOnlyList<Text> Columns, IReadOnlyList<Text> Needed, int MostRows);

/// <summary>Reads a sheet by the names of its columns. Titles may stand above them, and other columns beside.</summary>
public static class ReadSheet
{
    private const int MostTitles = 10;
    private const int LongestField = 1_000;

    private static readonly string[] DayForms = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];

    /// <summary>The rows with anything in them, or why the file is not read.</summary>
    public static Outcome<IReadOnlyList<SheetRow>> Read(SourceFile file, SheetShape shape)
    {
        using var parser = new CsvParser(new StringReader(file.Text), new CsvConfiguration(CultureInfo.InvariantCulture) { MaxFieldSize = LongestField, BadDataFound = null });
        try
        {
            return Header(parser, shape) is { } indexes
                ? Rows(file, parser, indexes, shape.MostRows)
                : Failed(file, 0, ($"没有找到列名：首行应有 {Text.Join(shape.Needed)?.Zh}，请用下载的模板填写", $"the names of the columns were not found: {Text.Join(shape.Needed)?.En}; fill in the template"));
        }
        catch (MaxFieldSizeException)
        {
            return Failed(file, parser.RawRow, ($"有单元格超过 {LongestField} 字", $"a field is longer than {LongestField} characters"));
        }
    }

    /// <summary>A day as people type it; an empty text is no day, and false is what is none.</summary>
    public static bool TryDay(string text, out DateOnly? day)
    {
        day = DateOnly.TryParseExact(text, DayForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        return day is not null || text.Length == 0;
    }

    // The first row with the columns that are needed: people put titles above them.
    private static int[]? Header(CsvParser parser, SheetShape shape)
    {
        for (var tries = 0; tries < MostTitles && parser.Read(); tries++)
        {
            var names = Array.ConvertAll(parser.Record!, name => name.Trim());
            if (shape.Needed.All(column => IndexOf(names, column) >= 0))
                return [.. shape.Columns.Select(column => IndexOf(names, column))];
        }

        return null;
    }

    private static Outcome<IReadOnlyList<SheetRow>> Rows(SourceFile file, CsvParser parser, int[] indexes, int most)
    {
        var rows = new List<SheetRow>();
        // The same few values stand in most rows: each is kept once.
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var line = parser.RawRow + 1;
        while (parser.Read())
        {
            var fields = Array.ConvertAll(indexes, index => index >= 0 && index < parser.Record!.Length ? Kept(known, parser.Record[index].Trim()) : string.Empty);
            if (Array.Exists(fields, field => field.Length > 0))
                rows.Add(new SheetRow(line, fields));
            if (rows.Count > most)
                return Failed(file, line, ($"一次最多 {most} 行，请拆分成几个文件", $"at most {most} rows at once; split the file"));
            line = parser.RawRow + 1;
        }

        return rows.Count == 0 ? Failed(file, 0, ("列名之下没有内容", "there is nothing below the names of the columns")) : Outcome<IReadOnlyList<SheetRow>>.Of(rows);
    }

    private static string Kept(Dictionary<string, string> known, string field) => known.TryGetValue(field, out var same) ? same : known[field] = field;

    private static int IndexOf(string[] names, Text column) =>
        Array.FindIndex(names, name => name == column.Zh || string.Equals(name, column.En, StringComparison.OrdinalIgnoreCase));

    private static Outcome<IReadOnlyList<SheetRow>> Failed(SourceFile file, int line, Text message) => Outcome<IReadOnlyList<SheetRow>>.Failed(new Fault(new Location(file.Path, line), message));
}
