using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Identity;

/// <summary>A row of a sheet of people as it was typed; what a sheet has no column for is empty.</summary>
internal sealed record PeopleRow(int Line, string UserName, string Name, string Email, string Role, string Organisation, string Industry, string From, string To);

/// <summary>
/// Reads a sheet of people: one sheet for both administrators, of which the one for accounts uses the first columns and the one for
/// roles the others.
/// </summary>
internal static class PeopleSheet
{
    public const int MostRows = 2_000;

    private const int MostTitles = 10;
    private const int LongestField = 1_000;

    public static readonly Text Title = ("人员", "People");
    public static readonly Text UserName = ("账号名", "account");
    public static readonly Text Name = ("姓名", "name");
    public static readonly Text Email = ("邮箱", "email");
    public static readonly Text Role = ("角色", "role");
    public static readonly Text Organisation = ("单位代码", "organisation");
    public static readonly Text Industry = ("产业代码", "industry");
    public static readonly Text From = ("开始日", "from");
    public static readonly Text To = ("结束日", "to");

    private static readonly string[] DayForms = ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyyMMdd", "yyyy年M月d日"];

    /// <summary>The rows with anything in them, or why the file is not read.</summary>
    /// <param name="file">The sheet as CSV text.</param>
    /// <param name="needed">The columns without which nothing can be done.</param>
    public static Outcome<IReadOnlyList<PeopleRow>> Read(SourceFile file, params IReadOnlyList<Text> needed)
    {
        using var parser = new CsvParser(new StringReader(file.Text), new CsvConfiguration(CultureInfo.InvariantCulture) { MaxFieldSize = LongestField, BadDataFound = null });
        try
        {
            return Header(parser, needed) is { } header
                ? Rows(file, parser, header)
                : Failed(file, 0, ($"没有找到列名：首行应有 {Text.Join(needed)?.Zh}，请用下载的模板填写", $"the names of the columns were not found: {Text.Join(needed)?.En}; fill in the template"));
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
    private static string[]? Header(CsvParser parser, IReadOnlyList<Text> needed)
    {
        for (var tries = 0; tries < MostTitles && parser.Read(); tries++)
        {
            var names = parser.Record!.Select(name => name.Trim()).ToArray();
            if (needed.All(column => IndexOf(names, column) >= 0))
                return names;
        }

        return null;
    }

    private static Outcome<IReadOnlyList<PeopleRow>> Rows(SourceFile file, CsvParser parser, string[] header)
    {
        var indexes = new[] { UserName, Name, Email, Role, Organisation, Industry, From, To }.Select(column => IndexOf(header, column)).ToArray();
        var rows = new List<PeopleRow>();
        var line = parser.RawRow + 1;
        while (parser.Read())
        {
            var fields = indexes.Select(index => index >= 0 && index < parser.Record!.Length ? parser.Record[index].Trim() : string.Empty).ToArray();
            if (fields.Any(field => field.Length > 0))
                rows.Add(new PeopleRow(line, fields[0], fields[1], fields[2], fields[3], fields[4], fields[5], fields[6], fields[7]));
            if (rows.Count > MostRows)
                return Failed(file, line, ($"一次最多 {MostRows} 行，请拆分成几个文件", $"at most {MostRows} rows at once; split the file"));
            line = parser.RawRow + 1;
        }

        return rows.Count == 0 ? Failed(file, 0, ("列名之下没有人员", "there is nobody below the names of the columns")) : Outcome<IReadOnlyList<PeopleRow>>.Of(rows);
    }

    private static int IndexOf(string[] names, Text column) =>
        Array.FindIndex(names, name => name == column.Zh || string.Equals(name, column.En, StringComparison.OrdinalIgnoreCase));

    private static Outcome<IReadOnlyList<PeopleRow>> Failed(SourceFile file, int line, Text message) => Outcome<IReadOnlyList<PeopleRow>>.Failed(new Fault(new Location(file.Path, line), message));
}
