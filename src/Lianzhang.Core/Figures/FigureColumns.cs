using Lianzhang.Core.Values;

namespace Lianzhang.Core.Figures;

/// <summary>The columns of a file of figures, by any of the names under which they are found.</summary>
internal sealed class FigureColumns
{
    public static readonly IReadOnlyList<string> Item = ["item", "indicator", "name", "指标", "数据项", "指标名称"];
    public static readonly IReadOnlyList<string> PlaceCode = ["region_code", "region", "行政区划代码", "地区代码"];
    public static readonly IReadOnlyList<string> Place = ["place", "地区", "地点"];
    public static readonly IReadOnlyList<string> Period = ["period", "时期"];
    public static readonly IReadOnlyList<string> PeriodAsPublished = ["period_as_published", "公布时期"];
    public static readonly IReadOnlyList<string> Value = ["value", "数值"];
    public static readonly IReadOnlyList<string> Unit = ["unit", "单位", "计量单位"];
    public static readonly IReadOnlyList<string> Qualifier = ["qualifier", "限定词"];
    public static readonly IReadOnlyList<string> Flag = ["flag", "标记"];
    public static readonly IReadOnlyList<string> Published = ["published", "published_date", "公布日期"];
    public static readonly IReadOnlyList<string> Source = ["source", "source_title", "来源"];
    public static readonly IReadOnlyList<string> Url = ["url", "source_url", "网址"];

    private static readonly IReadOnlyList<IReadOnlyList<string>> All = [Item, PlaceCode, Place, Period, PeriodAsPublished, Value, Unit, Qualifier, Flag, Published, Source, Url];

    private readonly string[] header;

    // Where the names of each column stand in this file, in the order of the names: looked up once, not for every row.
    private readonly Dictionary<IReadOnlyList<string>, int[]> indexes;

    public FigureColumns(string[] header)
    {
        this.header = [.. header.Select(name => name.Trim())];
        indexes = All.ToDictionary(names => names, names => names.Select(IndexOf).Where(index => index >= 0).ToArray());
    }

    public int Count => header.Length;

    /// <summary>What is wrong with the header, or null.</summary>
    public Text? Fault()
    {
        var twice = header.Where(name => name.Length > 0).GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(group => group.Count() > 1);
        if (twice is not null)
            return ($"列 {twice.Key} 重复", $"column {twice.Key} stands twice");

        var lacking = new List<string>();
        foreach (var (names, shown) in new[] { (Item, "item"), (PlaceCode.Concat(Place), "region"), (Period.Concat(PeriodAsPublished), "period"), (Value, "value"), (Unit, "unit"), (Source, "source") })
        {
            if (!names.Any(Has))
                lacking.Add(shown);
        }

        if (lacking.Count == 0)
            return null;
        var list = string.Join(", ", lacking);
        return ($"缺少列 {list}（首行应为列名，如 item,region,period,value,unit,source）", $"missing column {list} (the first line names the columns: item,region,period,value,unit,source)");
    }

    /// <summary>The row's text in the first of the named columns that the file has and the row fills, or nothing.</summary>
    /// <param name="row">A row with as many fields as the header.</param>
    /// <param name="names">One of the columns above.</param>
    public string Read(string[] row, IReadOnlyList<string> names)
    {
        foreach (var index in indexes[names])
        {
            if (!string.IsNullOrWhiteSpace(row[index]))
                return row[index].Trim();
        }

        return string.Empty;
    }

    private bool Has(string name) => IndexOf(name) >= 0;

    private int IndexOf(string name) => Array.FindIndex(header, column => string.Equals(column, name, StringComparison.OrdinalIgnoreCase));
}
