using System.Threading.Channels;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lianzhang.Platform.Reporting;

/// <summary>Files with the reports of many units that wait to be taken by this process.</summary>
public sealed class DeliveryQueue
{
    private readonly Channel<(Guid Upload, Caller Caller)> waiting = Channel.CreateUnbounded<(Guid, Caller)>();

    public void Add(Guid upload, Caller caller) => waiting.Writer.TryWrite((upload, caller));

    internal IAsyncEnumerable<(Guid Upload, Caller Caller)> All(CancellationToken cancel) => waiting.Reader.ReadAllAsync(cancel);
}

/// <summary>
/// Takes a file with the reports of many units, some units at a time in the name of whoever handed it in. When the server stops in the
/// middle of it, what was taken stays, and the rest is taken when it runs again.
/// </summary>
public sealed partial class RunDeliveries(Run run, ILogger<RunDeliveries> log)
{
    private const int AtOnce = 50;

    public async Task Take(Guid upload, Caller caller, CancellationToken cancel)
    {
        try
        {
            await Close(upload, await Rest(upload, caller, cancel));
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // It goes on when the server runs again.
        }
        catch (Exception failure)
        {
            Failed(failure, upload);
            await Close(upload, ("系统出错，其余单位没有采用。", "An error of the product ended it; the other units were not taken."));
        }
    }

    /// <summary>Goes on with what an earlier process left.</summary>
    public async Task Resume(DeliveryQueue queue, CancellationToken cancel)
    {
        foreach (var (upload, caller) in (await run.Do(new FindOpenDeliveries(), Caller.Product, cancel)).Value?.All ?? [])
            queue.Add(upload, caller);
    }

    // Null when all of it was taken.
    private async Task<Text?> Rest(Guid upload, Caller caller, CancellationToken cancel)
    {
        var opened = await run.Do(new OpenDelivery(upload), caller, cancel);
        if (!opened.Succeeded(out var work))
            return opened.Problem!.Detail;
        foreach (var reports in work.Reports.Chunk(AtOnce))
        {
            var taken = await run.Do(new TakeDelivery(upload, reports), caller, cancel);
            if (taken.Problem is { } problem)
                return problem.Detail;
        }

        return null;
    }

    private async Task Close(Guid upload, Text? fault) => await run.Do(new CloseDelivery(upload, fault), Caller.Product, CancellationToken.None);

    [LoggerMessage(Level = LogLevel.Error, Message = "The delivery {Upload} ended with an error")]
    private partial void Failed(Exception failure, Guid upload);
}

/// <summary>Takes files with the reports of many units while the server runs, one after another; first those that were left.</summary>
internal sealed class DeliveriesInBackground(DeliveryQueue queue, RunDeliveries deliveries) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await deliveries.Resume(queue, stoppingToken);
            await foreach (var (upload, caller) in queue.All(stoppingToken))
                await deliveries.Take(upload, caller, stoppingToken);
        }
        catch (OperationCanceledException)
        {
            // The server stops.
        }
    }
}
