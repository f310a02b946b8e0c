using Lianzhang.Platform.Registers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Lianzhang.Platform.Indicators.Live;

/// <summary>
/// Computes the board of the day when a server starts, so that nobody waits for the first one. Until it is there the server is not ready:
/// where several share the work, those that have it go on answering meanwhile.
/// </summary>
public sealed partial class WarmBoards(IServiceScopeFactory scopes, ILogger<WarmBoards> log) : BackgroundService
{
    private readonly TaskCompletionSource done = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task begun = Task.CompletedTask;

    /// <summary>Ends when the first board is there, or cannot be made.</summary>
    public Task Done => done.Task;

    /// <summary>Begins to read what takes long from a migrated store while the server is still made ready. What is written meanwhile is put to it later.</summary>
    public void Begin(CancellationToken cancel) => begun = Read(cancel);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await begun;
            await Read(stoppingToken);
            await using var scope = scopes.CreateAsyncScope();
            var board = scope.ServiceProvider.GetRequiredService<CurrentBoard>();
            if (await board.Inputs(stoppingToken) is { } inputs)
                inputs.Build(board.Today, region: null);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Whoever asks for a board is told what is wrong.
            Failed(failure);
        }
        finally
        {
            done.TrySetResult();
        }
    }

    // What takes long is read at once, each by a connection of its own; what was read is kept.
    private Task Read(CancellationToken cancel) => Task.WhenAll(With<StoredUnits>(units => units.All(cancel)), With<CurrentBoard>(board => board.Facts(cancel)));

    private Task With<T>(Func<T, Task> read)
        where T : class => Task.Run(async () =>
    {
        await using var scope = scopes.CreateAsyncScope();
        await read(scope.ServiceProvider.GetRequiredService<T>());
    });

    [LoggerMessage(Level = LogLevel.Warning, Message = "The first board could not be computed")]
    private partial void Failed(Exception failure);
}
