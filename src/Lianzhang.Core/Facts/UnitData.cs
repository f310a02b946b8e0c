using Lianzhang.Core.Values;

namespace Lianzhang.Core.Facts;

/// <summary>The units of the registers with what they reported: what the aggregates of formulas run over.</summary>
/// <param name="Register">The units with their histories.</param>
/// <param name="Facts">What they reported.</param>
/// <param name="AsOn">The day whose memberships count for every period (as it is now); null where each period counts by its own end (as it was).</param>
/// <param name="Cells">The sums that are kept of just these units and facts as it was; null where each is made when it is asked for.</param>
public sealed record UnitData(UnitRegister Register, FactArrays Facts, DateOnly? AsOn = null, UnitCells? Cells = null)
{
    public static UnitData Empty { get; } = new(UnitRegister.Empty, FactArrays.Empty);

    /// <summary>The day on which the memberships of a period are read.</summary>
    public DateOnly DayOf(Period period) => AsOn ?? period.End;
}
