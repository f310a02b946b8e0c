using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Lianzhang.Core.Scoring;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes;

/// <summary>
/// Reads the figures that a specification takes from a CSV file with a header. A cell that is empty or says NA is missing; one that is no
/// number is a fault. Columns that the specification does not name may hold anything.
/// </summary>
public static class ReadScoreTable
{
    private const int LongestField = 2_000;
    private const int MostFaults = 50;

    /// <summary>The table, or the faults with their lines. A column that is not there is told when the specification runs.</summary>
    public static Outcome<ScoreTable> Read(SourceFile file, ScoreSpec spec)
    {
        using var parser = new CsvParser(new StringReader(file.Text), new CsvConfiguration(CultureInfo.InvariantCulture) { MaxFieldSize = LongestField, BadDataFound = null });
        try
        {
            return Rows(file.Path, parser, spec);
        }
        catch (MaxFieldSizeException)
        {
            return Failed(new Location(file.Path, parser.RawRow), (
                $"有单元格超过 {LongestField} 字，文件可能不是 CSV 或引号未成对",
                $"a field is longer than {LongestField} characters: the file may not be CSV, or a quotation mark is not closed"));
        }
    }

    private static Outcome<ScoreTable> Rows(string path, CsvParser parser, ScoreSpec spec)
    {
        if (!parser.Read())
            return Failed(new Location(path), ("文件为空", "file is empty"));
        string[] header = [.. parser.Record!.Select(name => name.Trim())];
        if (HeaderFault(header, spec) is { } wrong)
            return Failed(new Location(path, 1), wrong);
        var rows = new TableRows(path, header, spec);
        // A quoted field may span lines: the next row starts after the line at which this one ended.
        for (var line = parser.RawRow + 1; rows.Faults.Count < MostFaults && parser.Read(); line = parser.RawRow + 1)
        {
            if (!parser.Record!.All(string.IsNullOrWhiteSpace))
                rows.Add(line, parser.Record!);
        }

        return rows.Faults.Count > 0 ? Outcome<ScoreTable>.Failed(rows.Faults) : Outcome<ScoreTable>.Of(rows.Table());
    }

    private static Text? HeaderFault(string[] header, ScoreSpec spec)
    {
        if (header.GroupBy(name => name).FirstOrDefault(same => same.Key.Length > 0 && same.Count() > 1) is { } twice)
            return ($"列 {twice.Key} 重复", $"the column {twice.Key} is there twice");
        if (new[] { spec.Unit, spec.Group }.OfType<string>().FirstOrDefault(name => !header.Contains(name)) is not { } missing)
            return null;
        var hint = Nearest.Hint(missing, header);
        return ($"没有列 {missing}{hint.Zh}", $"there is no column {missing}{hint.En}");
    }

    private static Outcome<ScoreTable> Failed(Location at, Text message) => Outcome<ScoreTable>.Failed(new Fault(at, message));

    /// <summary>The rows that were read.</summary>
    private sealed class TableRows(string path, string[] header, ScoreSpec spec)
    {
        private readonly List<string> units = [];
        private readonly List<string> groups = [];
        private readonly List<(string Name, int At, List<double?> Values)> columns =
            [.. NeededColumns.Of(spec).Where(header.Contains).Select(name => (name, Array.IndexOf(header, name), new List<double?>()))];

        public List<Fault> Faults { get; } = [];

        public ScoreTable Table() => new(units, [.. columns.Select(column => new ScoreColumn(column.Name, column.Values))], groups);

        public void Add(int line, string[] cells)
        {
            var at = new Location(path, line);
            if (cells.Length != header.Length)
            {
                Faults.Add(new Fault(at, ($"有 {cells.Length} 格，表头有 {header.Length} 格", $"has {cells.Length} cells, the header has {header.Length}")));
                return;
            }

            units.Add(cells[spec.Unit is null ? 0 : Array.IndexOf(header, spec.Unit)].Trim());
            groups.Add(spec.Group is null ? string.Empty : cells[Array.IndexOf(header, spec.Group)].Trim());
            if (units[^1].Length == 0)
                Faults.Add(new Fault(at, ("没有单位名称", "names no unit")));
            foreach (var (name, place, values) in columns)
                values.Add(Number(cells[place].Trim(), name, at));
        }

        private double? Number(string text, string column, Location at)
        {
            if (text.Length == 0 || text == "NA")
                return null;
            if (double.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
                return number;
            Faults.Add(new Fault(at, ($"列 {column}：“{text}”不是数字", $"column {column}: '{text}' is not a number")));
            return null;
        }
    }
}
