using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Shared;

/// <summary>An Excel file.</summary>
public abstract record Workbook(string FileName, byte[] Content);

/// <summary>How a column's cells are written.</summary>
internal enum ColumnKind
{
    /// <summary>Wrapped where it is long.</summary>
    Text,

    /// <summary>An amount, with the decimals that it has.</summary>
    Number,

    /// <summary>A whole number that counts or names, such as a year: without marks for thousands.</summary>
    Whole,

    Date,

    /// <summary>A day with the time of day, by the server's clock.</summary>
    Instant,

    Unit,
}

/// <summary>A column of a list: its title, its width in characters, and what it takes from a row; null leaves a cell empty.</summary>
internal sealed record WorkbookColumn<T>(Text Title, ColumnKind Kind, double Width, Func<T, object?> Value);

/// <summary>The columns of a list, one after another.</summary>
internal sealed class WorkbookColumns<T>
{
    private readonly List<WorkbookColumn<T>> columns = [];

    public IReadOnlyList<WorkbookColumn<T>> All => columns;

    public WorkbookColumns<T> Text(Text title, double width, Func<T, string?> value) => Add(title, ColumnKind.Text, width, value);

    public WorkbookColumns<T> Text(Text title, double width, Func<T, Text?> value) => Add(title, ColumnKind.Text, width, row => value(row));

    public WorkbookColumns<T> Number(Text title, Func<T, decimal?> value) => Add(title, ColumnKind.Number, 11, row => value(row));

    /// <summary>An amount, or the word that stands in its place.</summary>
    public WorkbookColumns<T> NumberOrWord(Text title, Func<T, (decimal? Amount, Text? Word)> value) =>
        Add(title, ColumnKind.Number, 13, row => value(row) is { Amount: { } amount } ? amount : value(row).Word);

    public WorkbookColumns<T> Whole(Text title, Func<T, int?> value) => Add(title, ColumnKind.Whole, 7, row => value(row));

    public WorkbookColumns<T> Date(Text title, Func<T, DateOnly?> value) => Add(title, ColumnKind.Date, 11, row => value(row));

    public WorkbookColumns<T> Instant(Text title, Func<T, DateTimeOffset> value) => Add(title, ColumnKind.Instant, 16, row => value(row));

    public WorkbookColumns<T> Period(Text title, Func<T, Period?> value) => Add(title, ColumnKind.Text, 13, row => value(row));

    public WorkbookColumns<T> Unit(Text title, Func<T, Unit?> value) => Add(title, ColumnKind.Unit, 9, row => value(row)?.Symbol);

    private WorkbookColumns<T> Add(Text title, ColumnKind kind, double width, Func<T, object?> value)
    {
        columns.Add(new WorkbookColumn<T>(title, kind, width, value));
        return this;
    }
}

/// <summary>A list as a workbook shows it.</summary>
/// <param name="Title">What it is a list of; also the name of the sheet.</param>
/// <param name="Subject">Of what: a region, an indicator, a file.</param>
/// <param name="AsOf">The day that it is of.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows.</param>
internal sealed record WorkbookTable<T>(Text Title, Text Subject, DateOnly AsOf, WorkbookColumns<T> Columns, IReadOnlyList<T> Rows)
{
    /// <summary>What stands below the title in place of the usual, as in a template.</summary>
    public Text? Instruction { get; init; }

    /// <summary>What whoever reads the list must know of it, such as that it is not real.</summary>
    public Text? Remark { get; init; }

    /// <summary>The line below the title.</summary>
    public Text Note => Instruction ?? (
        $"{Subject.Zh}，截至 {AsOf.Year}年{AsOf.Month}月{AsOf.Day}日，共 {Rows.Count} 行{(Remark is { } remark ? $"。{remark.Zh}。" : string.Empty)}",
        $"{Subject.In(Language.English)}, as of {AsOf:yyyy-MM-dd}, {Rows.Count} rows{(Remark is { } said ? $". {said.In(Language.English)}." : string.Empty)}");
}
