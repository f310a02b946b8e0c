using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators.Explaining;

/// <summary>What a number rests on, or what became of it, as an Excel file.</summary>
public sealed record NumberWorkbook(string FileName, byte[] Content) : Workbook(FileName, Content)
{
    // What one sheet can be looked through with; a workbook is put together in memory.
    internal const int MostRows = 100_000;

    internal static Problem TooMany(int total) =>
        Problem.Invalid(($"一次最多导出 {MostRows} 行，请缩小范围（现有 {total} 行）。", $"At most {MostRows} rows are exported at once; narrow the choice ({total} match)."));
}
