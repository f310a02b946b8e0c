using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators.Explaining;

/// <summary>What of a number its reader may open: regions by the right to boards, units by the right to the registers.</summary>
internal sealed class ExplainSight(CurrentCaller current, TimeProvider time)
{
    private static readonly Permission Boards = new("board.read", Changes: false);
    private static readonly Permission Registers = new("registers.read", Changes: false);
    private static readonly Permission Reviews = new("reports.review", Changes: false);

    public bool MayOpen(string region) => Holds(Boards, region);

    public bool MaySeeUnits(string region) => Holds(Registers, region);

    /// <summary>Where the reader reviews reports.</summary>
    public Sight OfReviews => IsProduct ? Sight.Unlimited : current.Rights.Sight(Reviews, time.Today());

    private bool IsProduct => current.Caller == Caller.Product;

    private bool Holds(Permission permission, string region) => IsProduct || current.Rights.Find(permission, new Subject(Region: region), time.Today()) is not null;
}
