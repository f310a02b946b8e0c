using Lianzhang.Core.Facts;
using Lianzhang.Core.Figures;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Facts;

/// <summary>Decides what becomes of each row of a file, given what is recorded.</summary>
internal static class CompareFigures
{
    public static IReadOnlyList<ImportRow> Compare(FigureSet file, IReadOnlyList<PublishedFigure> recorded)
    {
        var known = recorded.ToDictionary(FigureKey.Of);
        var seen = new HashSet<FigureKey>();
        var rows = file.Figures.Select(figure => Of(figure, known, seen))
            .Concat(file.Unmapped.Select(row => new ImportRow(row.At.Line, ImportOutcome.Rejected, null, null, row.Reason)))
            .Concat(file.Malformed.Select(fault => new ImportRow(fault.At.Line, ImportOutcome.Rejected, null, null, fault.Message)));
        return [.. rows.OrderBy(row => row.Line)];
    }

    private static ImportRow Of(PublishedFigure figure, Dictionary<FigureKey, PublishedFigure> known, HashSet<FigureKey> seen)
    {
        if (!Conventions.CanStore(figure.Quantity.Amount))
            return new ImportRow(figure.At.Line, ImportOutcome.Rejected, figure, null, ($"数值最多保留 {Conventions.Decimals} 位小数，且不能过大", $"a value has at most {Conventions.Decimals} decimals and must not be too large"));
        if (!seen.Add(FigureKey.Of(figure)))
            return new ImportRow(figure.At.Line, ImportOutcome.Rejected, figure, null, ("同一来源的同一数据在本文件中重复", "the same figure of the same source stands in this file before"));
        if (!known.TryGetValue(FigureKey.Of(figure), out var before))
            return new ImportRow(figure.At.Line, ImportOutcome.Added, figure, null, default);
        return SaysTheSame(before, figure)
            ? new ImportRow(figure.At.Line, ImportOutcome.Same, figure, null, default)
            : new ImportRow(figure.At.Line, ImportOutcome.Changed, figure, before, default);
    }

    // Where a row stands in its file is not part of what it says.
    private static bool SaysTheSame(PublishedFigure before, PublishedFigure now) => before with { At = now.At } == now;
}
