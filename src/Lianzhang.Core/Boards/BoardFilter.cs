using Lianzhang.Core.Judgement;
using Lianzhang.Core.Programmes;

namespace Lianzhang.Core.Boards;

/// <summary>What to sort a board's rows by.</summary>
public enum BoardOrder
{
    /// <summary>As the programme lists its targets.</summary>
    Programme,

    /// <summary>What needs attention first.</summary>
    Status,

    /// <summary>The largest growth still required first.</summary>
    RequiredGrowth,

    Year,
}

/// <summary>Which rows of a board are shown, and in what order; null leaves all.</summary>
public sealed record BoardFilter(string? Undertaking = null, string? Industry = null, Status? Status = null, int? Year = null, BoardOrder Order = BoardOrder.Programme)
{
    // Worst first; within a status the programme's order stays.
    private static readonly Status[] Urgency = [Judgement.Status.Missed, Judgement.Status.Critical, Judgement.Status.Behind, Judgement.Status.Stale, Judgement.Status.NoData, Judgement.Status.NoPath, Judgement.Status.OnTrack, Judgement.Status.Ahead, Judgement.Status.Met];

    public static BoardFilter None { get; } = new();

    public IReadOnlyList<BoardRow> Apply(IReadOnlyList<BoardRow> rows, IReadOnlyList<Measure> measures)
    {
        var served = Undertaking is null ? null : Served(measures, Undertaking);
        var kept = rows.Where(row =>
            (served is null || served.Contains(row.Indicator))
            && (Industry is null || row.Industry == Industry)
            && (Status is null || row.Status == Status)
            && (Year is null || row.Year == Year));
        return Order switch
        {
            BoardOrder.Programme => [.. kept],
            BoardOrder.Status => [.. kept.OrderBy(row => Array.IndexOf(Urgency, row.Status))],
            BoardOrder.RequiredGrowth => [.. kept.OrderByDescending(row => row.RequiredGrowth ?? decimal.MinValue)],
            BoardOrder.Year => [.. kept.OrderBy(row => row.Year ?? int.MaxValue)],
        };
    }

    /// <summary>The indicators that an undertaking or mechanism serves, by itself or by its tasks.</summary>
    private static HashSet<string> Served(IReadOnlyList<Measure> measures, string undertaking) =>
        [.. measures.Where(measure => measure.Code == undertaking || measure.Parent == undertaking).SelectMany(measure => measure.Serves ?? [])];
}
