using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Exploring;

/// <summary>Turns what cells come to into what is shown, exactly; only the last step rounds.</summary>
internal sealed class PivotShown(Programme programme, PivotCells cells, PivotShow show)
{
    private const int Decimals = 4;

    /// <summary>The cell of a point, except for what needs the whole column.</summary>
    public PivotRaw Of(PivotPoint point) => show switch
    {
        PivotShow.YearGrowth => Change(point, lastYear: true, isRelative: true),
        PivotShow.PriorGrowth => Change(point, lastYear: false, isRelative: true),
        PivotShow.YearChange => Change(point, lastYear: true, isRelative: false),
        _ => cells.Of(point),
    };

    /// <summary>The amount in the unit in which it is shown.</summary>
    public PivotCell Shown(PivotRaw raw, PivotMeasure measure)
    {
        if (!raw.HasValue)
            return new PivotCell(raw.State, null, raw.Gaps, raw.Reason);
        var amount = show == PivotShow.Rank ? raw.Amount : UnitOf(measure).FromBase(raw.Amount);
        return new PivotCell(PivotState.Value, Math.Round(amount, Decimals, MidpointRounding.AwayFromZero), raw.Gaps);
    }

    public Unit UnitOf(PivotMeasure measure) => show switch
    {
        PivotShow.Value => PivotNames.UnitOf(programme, measure),
        PivotShow.YearChange => PivotNames.UnitOf(programme, measure) is { IsRatio: false } unit ? unit : Unit.PercentagePoint,
        PivotShow.Rank => Unit.One,
        _ => Unit.Percent,
    };

    /// <summary>Each row's share of the whole of its column.</summary>
    public static IReadOnlyList<PivotRaw> Shares(IReadOnlyList<PivotRaw> column, PivotRaw whole) => [.. column.Select(cell => (cell.HasValue, whole.HasValue) switch
    {
        (false, _) => cell,
        (_, false) => whole,
        _ when whole.Amount <= 0 => new PivotRaw(PivotState.Undefined, Reason: ("合计为零或负，占比无意义", "share of a total that is zero or negative")),
        _ => cell with { Amount = cell.Amount / whole.Amount },
    })];

    /// <summary>Each row's place in its column, the best first; equal amounts share one. Those that do not take part are left out.</summary>
    public static IReadOnlyList<PivotRaw> Ranks(IReadOnlyList<PivotRaw> column, IReadOnlyList<bool> takesPart, bool lowerIsBetter)
    {
        var amounts = column.Where((cell, row) => takesPart[row] && cell.HasValue).Select(cell => cell.Amount).ToList();
        return [.. column.Select((cell, row) => !takesPart[row]
            ? new PivotRaw(PivotState.None, Reason: ("不参加排位", "takes no part"))
            : cell.HasValue ? cell with { Amount = 1 + amounts.Count(other => lowerIsBetter ? other < cell.Amount : other > cell.Amount) } : cell)];
    }

    private PivotRaw Change(PivotPoint point, bool lastYear, bool isRelative)
    {
        // The calendar begins with the year 1.
        if (point.Period.Year <= 1)
            return new PivotRaw(PivotState.Undefined, Reason: ("早于历法起点", "lies before the calendar begins"));
        var (now, before) = cells.Both(point, lastYear ? point.Period.SamePeriodLastYear() : point.Period.Shift(-1));
        if (!now.HasValue)
            return now;
        if (!before.HasValue)
            return before with { Reason = ($"基期：{before.Reason?.Zh}", $"base period: {before.Reason?.En}") };
        if (!isRelative)
            return new PivotRaw(PivotState.Value, now.Amount - before.Amount);
        return before.Amount <= 0
            ? new PivotRaw(PivotState.Undefined, Reason: ("基数为零或负，增速无意义", "growth over a base that is zero or negative"))
            : new PivotRaw(PivotState.Value, (now.Amount - before.Amount) / before.Amount);
    }
}
