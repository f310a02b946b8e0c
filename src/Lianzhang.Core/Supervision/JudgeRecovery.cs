using Lianzhang.Core.Boards;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Supervision;

/// <summary>Tells whether the figure that opened an order is back on its path.</summary>
public static class JudgeRecovery
{
    /// <summary>The figure of an indicator that comes less often than every quarter is not waited for: then the verified measures close the order.</summary>
    public static bool IsNeeded(Indicator indicator) => indicator.Frequency is not (PeriodKind.HalfYear or PeriodKind.Year);

    /// <summary>Null where it has recovered, else why it counts as not recovered.</summary>
    /// <param name="programme">The programme.</param>
    /// <param name="key">The matter of the order.</param>
    /// <param name="opened">The period of the figure that opened it; null where there was none.</param>
    /// <param name="periods">For how many periods it must be back.</param>
    /// <param name="day">The day on which is looked.</param>
    /// <param name="board">The board of the target's region as of a day, from first versions of reports alone that others than the owner accepted.</param>
    public static Text? Refusal(Programme programme, string key, Period? opened, int periods, DateOnly day, Func<DateOnly, Board> board)
    {
        if (board(day).Targets.FirstOrDefault(row => FindMatters.KeyOf(row) == key) is not { } latest)
            return null;
        for (var steps = 0; steps < periods; steps++)
        {
            var row = steps == 0 ? latest : FindMatters.Earlier(programme, latest, steps, board);
            if (row?.Actual is not { } actual || (opened is { } before && actual.Period.End <= before.End))
                return Waiting(latest.Name, steps, periods, opened);
            if (row.Status is not (Status.Met or Status.Ahead or Status.OnTrack))
                return ($"{latest.Name.Zh}{actual.Period.In(Language.Chinese)}仍为“{row.Word.Zh}”，尚未恢复，不能销号。", $"{latest.Name.In(Language.English)} is still '{row.Word.In(Language.English)}' in {actual.Period.In(Language.English)}; it has not recovered.");
        }

        return null;
    }

    private static Text Waiting(Text name, int found, int periods, Period? opened)
    {
        var since = opened is { } period ? new Text($"{period.In(Language.Chinese)}以后", $" after {period.In(Language.English)}") : new Text(string.Empty, string.Empty);
        return (
            $"{name.Zh}须{since.Zh}连续 {periods} 期恢复正常，现有 {found} 期（只计责任单位以外审核的首次上报数），不能销号。",
            $"{name.In(Language.English)} must be back on its path for {periods} periods{since.En}; there are {found}, counting first versions of reports that others than its body accepted.");
    }
}
