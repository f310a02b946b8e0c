using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Lianzhang.Platform.Indicators.Live;

/// <summary>
/// Tells open boards that what they show has changed, whichever process changed it: while any is open the store is asked twice a second,
/// once for all of them.
/// </summary>
/// <param name="scopes">Where the store is asked from.</param>
/// <param name="time">The clock.</param>
/// <param name="host">What stops: a server that is to end does not wait for those who wait.</param>
internal sealed class BoardWatch(IServiceScopeFactory scopes, TimeProvider time, IHostApplicationLifetime? host = null)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(500);

    // Before proxies and browsers give an unanswered request up.
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(25);

    private readonly Lock turn = new();
    private Task<string>? asking;
    private long askedAt;

    /// <summary>The state of boards as soon as it is another than the one that was seen, or after a while the same.</summary>
    public async Task<string> Wait(string? seen, CancellationToken cancel)
    {
        var start = time.GetTimestamp();
        var version = await Read();
        while (version == seen && time.GetElapsedTime(start) < Longest && host?.ApplicationStopping.IsCancellationRequested != true)
        {
            await Task.Delay(Pause, time, cancel);
            version = await Latest();
        }

        return version;
    }

    // Those that ask within the same pause share one answer, which is not older than that.
    private Task<string> Latest()
    {
        lock (turn)
        {
            if (asking is null || (asking.IsCompleted && time.GetElapsedTime(askedAt) >= Pause))
                (asking, askedAt) = (Read(), time.GetTimestamp());
            return asking;
        }
    }

    private async Task<string> Read()
    {
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<CurrentBoard>().Version(CancellationToken.None);
    }
}
