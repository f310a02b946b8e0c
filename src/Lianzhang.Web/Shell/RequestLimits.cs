namespace Lianzhang.Web.Shell;

/// <summary>How many requests one account, or one address that is not signed in, may send in a minute.</summary>
public sealed record RequestLimits
{
    public int ChangesPerMinute { get; init; } = 120;

    public int ReadsPerMinute { get; init; } = 6_000;
}
