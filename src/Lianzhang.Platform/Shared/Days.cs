namespace Lianzhang.Platform.Shared;

/// <summary>Days and moments by the server's clock.</summary>
public static class Days
{
    public static DateOnly Today(this TimeProvider time) => DateOnly.FromDateTime(time.GetLocalNow().Date);

    /// <summary>The moment at which a day begins.</summary>
    public static DateTimeOffset StartOf(this TimeProvider time, DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, time.LocalTimeZone.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>Now, as exact as the store keeps it, for what must be the same when it is read back.</summary>
    public static DateTimeOffset StoredNow(this TimeProvider time)
    {
        var now = time.GetUtcNow();
        return now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond));
    }
}
