namespace Lianzhang.Platform.Shared;

/// <summary>Days by the server's clock.</summary>
public static class Days
{
    public static DateOnly Today(this TimeProvider time) => DateOnly.FromDateTime(time.GetLocalNow().Date);
}
