namespace Lianzhang.Browser.Tests;

/// <summary>One <c>lianzhang demo</c> for all tests that only look, or change what no other test looks at.</summary>
public sealed class DemoServer : IAsyncLifetime
{
    private Server? server;

    public Server Server => server ?? throw new InvalidOperationException("The server is not started");

    public async ValueTask InitializeAsync() => server = await Server.StartAsync("demo");

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
