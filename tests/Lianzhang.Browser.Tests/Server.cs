using System.Text.RegularExpressions;
using Lianzhang.Platform.Tests;

namespace Lianzhang.Browser.Tests;

/// <summary>A lianzhang process of its own that serves on a free port of the loopback address, in a temporary folder.</summary>
public sealed partial class Server : IAsyncDisposable
{
    private readonly GuardedProcess process;

    private Server(GuardedProcess process, bool isScanned)
    {
        this.process = process;
        IsScanned = isScanned;
    }

    public Uri Address => new(AddressPattern().Match(process.ReadyLine).Value);

    /// <summary>
    /// Whether pages are scanned and pictured here. Journeys go through both stores; what a page shows does not depend on the store,
    /// so that it is looked at on the embedded one only.
    /// </summary>
    public bool IsScanned { get; }

    /// <summary>What the server wrote, for the message of a failure.</summary>
    public string Log => process.Log;

    /// <summary>Starts <c>lianzhang {arguments} --urls …</c> and waits until it listens.</summary>
    public static Task<Server> StartAsync(params string[] arguments) => StartAtAsync(new Uri("http://127.0.0.1:0"), arguments);

    /// <summary>The same where an earlier one listened, so that pages that are open find it again.</summary>
    public static async Task<Server> StartAtAsync(Uri address, params string[] arguments)
    {
        // The server says which port it took, in whatever words: the one with port 0 is what it was asked for.
        // All tests sign in from one address and one asks much; what limits them there is tested by itself.
        string[] words = ["env", "LIANZHANG_SignIn__AttemptsPerMinute=1000", "LIANZHANG_Limits__ChangesPerMinute=10000", "dotnet", Artifacts.Lianzhang, .. arguments, "--urls", address.GetLeftPart(UriPartial.Authority)];
        return new Server(await GuardedProcess.StartAsync(new GuardedCommand(words, AddressPattern().IsMatch)), isScanned: !arguments.Any(word => word.StartsWith("postgres:", StringComparison.Ordinal)));
    }

    public ValueTask DisposeAsync() => process.DisposeAsync();

    [GeneratedRegex(@"http://127\.0\.0\.1:[1-9][0-9]*", RegexOptions.None, 1000)]
    private static partial Regex AddressPattern();
}
