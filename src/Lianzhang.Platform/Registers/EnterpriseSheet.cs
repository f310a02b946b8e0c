using Lianzhang.Core.Programmes;
using Lianzhang.Core.Registers;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Registers;

/// <summary>A row of a sheet of enterprises as it was typed; what a sheet has no column for is empty.</summary>
internal sealed record EnterpriseSheetRow(
    int Line, string Code, string Name, string Region, string Gb, string Industry, string Sei, string Size, string Status, string Kinds, string Park, string From);

/// <summary>Reads a sheet of enterprises: the template, or what was exported. Titles may stand above the names of the columns, and other columns beside them.</summary>
internal static class EnterpriseSheet
{
    public const int MostRows = 200_000;

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

    private static readonly SheetShape Shape = new(Columns, [Code], MostRows);

    /// <summary>The rows with anything in them, or why the file is not read.</summary>
    public static Outcome<IReadOnlyList<EnterpriseSheetRow>> Read(SourceFile file)
    {
        var read = ReadSheet.Read(file, Shape);
        return read.Succeeded(out var rows) ? Outcome<IReadOnlyList<EnterpriseSheetRow>>.Of([.. rows.Select(Row)]) : Outcome<IReadOnlyList<EnterpriseSheetRow>>.Failed(read.Faults);
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

    private static EnterpriseSheetRow Row(SheetRow row) => row.Fields is [var code, var name, var region, var gb, var industry, var sei, var size, var status, var kinds, var park, var from]
        ? new(row.Line, code, name, region, gb, industry, sei, size, status, kinds, park, from)
        : throw new InvalidOperationException("the fields are not those of the columns");
}
