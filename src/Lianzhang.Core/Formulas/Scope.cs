using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>What a part of a formula is evaluated over: a period, and the units of one group where it stands in a group's condition.</summary>
/// <param name="Period">The period.</param>
/// <param name="Group">The units; null for those of the region.</param>
/// <param name="Of">By which code the group was gathered, and on which day, where it was.</param>
/// <param name="IsOneUnit">Whether it is asked of one unit alone: then what the unit was not asked for is not known, where among many it is simply not in the sum.</param>
internal sealed record Scope(Period Period, Lazy<IReadOnlyList<ReportingUnit>>? Group = null, (UnitGroup Group, DateOnly Day)? Of = null, bool IsOneUnit = false)
{
    /// <summary>The scope a number of periods earlier, or null before the calendar begins.</summary>
    public Scope? Earlier(int periods)
    {
        var months = Period.Kind == PeriodKind.YearToDate ? periods : periods * Period.Months;
        return (Period.Year * 12) + Period.FirstMonth - 1 - months < 12 ? null : this with { Period = Period.Shift(-periods) };
    }

    /// <summary>The same months some years earlier, or null before the calendar begins.</summary>
    public Scope? YearsEarlier(int years) => Period.Year <= years ? null : this with { Period = Period.InYear(Period.Year - years) };
}
