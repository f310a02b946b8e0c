using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Registers;
using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Registers;

/// <summary>A row of a sheet of enterprises as it was typed; what a sheet has no column for is empty.</summary>
internal sealed record EnterpriseSheetRow(
    int Line, string Code, string Name, string Region, string Gb, string Industry, string Sei, string Size, string Status, string Kinds, string Park, string From);

/// <summary>Reads a sheet of enterprises: the template, or what was exported. Titles may stand above the names of the columns, and other columns beside them.</summary>
internal static class EnterpriseSheet
{
    public const int MostRows = 200_000;

    private const int MostTitles = 10;
    private const int LongestField = 1_000;

    public static readonly Text Title = ("企业", "Enterprises");
    public static readonly Text Code = ("统一社会信用代码", "credit code");
    public static readonly Text Name = ("企业名称", "name");
    public static readonly Text Region = ("地区", "region");
    public static readonly Text Gb = ("行业代码", "class");
    public static readonly Text Industry = ("产业", "industry");
    public static readonly Text Sei = ("战新属性", "share");
    public static readonly Text Size = ("规模", "size");
    public static readonly Text Status = ("状态", "status");
    public static readonly Text Kinds = ("类型", "kinds");
    public static readonly Text Park = ("园区", "park");
    public static readonly Text From = ("生效日期", "from");

    private static readonly Text[] Columns = [Code, Name, Region, Gb, Industry, Sei, Size, Status, Kinds, Park, From];

    /// <summary>The rows with anything in them, or why the file is not read.</summary>
    public static Outcome<IReadOnlyList<EnterpriseSheetRow>> Read(SourceFile file)
    {
        using var parser = new CsvParser(new StringReader(file.Text), new CsvConfiguration(CultureInfo.InvariantCulture) { MaxFieldSize = LongestField, BadDataFound = null });
        try
        {
            return Header(parser) is { } header
                ? Rows(file, parser, header)
                : Failed(file, 0, ($"没有找到列名：须有“{Code.Zh}”一列，请用下载的模板填写", $"the names of the columns were not found: there must be one named {Code.En}; fill in the template"));
        }
        catch (MaxFieldSizeException)
        {
            return Failed(file, parser.RawRow, ($"有单元格超过 {LongestField} 字", $"a field is longer than {LongestField} characters"));
        }
    }

    /// <summary>For each row whose code stands further above as well, the line where it stands first.</summary>
    public static IReadOnlyDictionary<int, int> Repeated(IReadOnlyList<EnterpriseSheetRow> rows)
    {
        var (first, repeated) = (new Dictionary<string, int>(rows.Count, StringComparer.Ordinal), new Dictionary<int, int>());
        foreach (var row in rows.Where(row => row.Code.Length > 0))
        {
            if (!first.TryAdd(CreditCode.Plain(row.Code), row.Line))
                repeated[row.Line] = first[CreditCode.Plain(row.Code)];
        }

        return repeated;
    }

    private static int[]? Header(CsvParser parser)
    {
        for (var tries = 0; tries < MostTitles && parser.Read(); tries++)
        {
            var names = parser.Record!.Select(name => name.Trim()).ToArray();
            var indexes = Columns.Select(column => Array.FindIndex(names, name => name == column.Zh || string.Equals(name, column.En, StringComparison.OrdinalIgnoreCase))).ToArray();
            if (indexes[0] >= 0)
                return indexes;
        }

        return null;
    }

    private static Outcome<IReadOnlyList<EnterpriseSheetRow>> Rows(SourceFile file, CsvParser parser, int[] indexes)
    {
        var rows = new List<EnterpriseSheetRow>();
        // A few values stand in most rows: each is kept once.
        var known = new Dictionary<string, string>(StringComparer.Ordinal);
        var line = parser.RawRow + 1;
        while (parser.Read())
        {
            var fields = Array.ConvertAll(indexes, index => index >= 0 && index < parser.Record!.Length ? parser.Record[index].Trim() : string.Empty);
            if (Array.Exists(fields, field => field.Length > 0))
            {
                for (var column = 2; column < fields.Length; column++)
                    fields[column] = known.TryGetValue(fields[column], out var same) ? same : known[fields[column]] = fields[column];
                rows.Add(new EnterpriseSheetRow(line, fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6], fields[7], fields[8], fields[9], fields[10]));
            }

            if (rows.Count > MostRows)
                return Failed(file, line, ($"一次最多 {MostRows} 家企业，请拆分成几个文件", $"at most {MostRows} enterprises at once; split the file"));
            line = parser.RawRow + 1;
        }

        return rows.Count == 0 ? Failed(file, 0, ("列名之下没有企业", "there is no enterprise below the names of the columns")) : Outcome<IReadOnlyList<EnterpriseSheetRow>>.Of(rows);
    }

    private static Outcome<IReadOnlyList<EnterpriseSheetRow>> Failed(SourceFile file, int line, Text message) =>
        Outcome<IReadOnlyList<EnterpriseSheetRow>>.Failed(new Fault(new Location(file.Path, line), message));
}
