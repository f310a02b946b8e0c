using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text.RegularExpressions;

namespace Lianzhang.Benchmarks;

/// <summary>A server process that was just started in a folder, and what it costs.</summary>
internal sealed partial class RunningServer : IDisposable
{
    private const string Scheme = "http://127.0.0.1:";

    private readonly Process process;
    private readonly HttpClient client;
    private readonly ConcurrentQueue<string> lines = new();

    /// <param name="folder">The folder.</param>
    /// <param name="arguments">What is run, by the runtime of the machine where it has none of its own, and with what.</param>
    public RunningServer(string folder, params string[] arguments)
    {
        var (file, rest) = arguments[0].EndsWith(".dll", StringComparison.Ordinal) ? ("dotnet", arguments) : (arguments[0], arguments[1..]);
        var start = new ProcessStartInfo(file, rest) { RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = folder };
        start.Environment.Add(BehindTls.Setting);
        process = Process.Start(start)!;
        var address = new TaskCompletionSource<Uri>();
        process.OutputDataReceived += (_, output) => Take(output.Data, address);
        process.BeginOutputReadLine();
        client = new HttpClient(new BehindTls()) { BaseAddress = address.Task.GetAwaiter().GetResult() };
    }

    /// <summary>Where it listens.</summary>
    public Uri Address => client.BaseAddress!;

    /// <summary>How many of the lines that it wrote have these words.</summary>
    public int Said(string words) => lines.Count(line => line.Contains(words, StringComparison.Ordinal));

    public double ResidentMegabytes
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64 / 1_000_000.0;
        }
    }

    /// <summary>Milliseconds to the last byte of a page, which must be there.</summary>
    public double Get(string path)
    {
        var start = Stopwatch.GetTimestamp();
        client.GetByteArrayAsync(path).GetAwaiter().GetResult();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    /// <summary>Signs in as one of the accounts to try the product with; the cookie is kept.</summary>
    public void SignIn(string account, string password) => Post("/sign-in", "sign-in", ("name", account), ("password", password));

    /// <summary>Milliseconds until a form of a page is answered, which must lead on; the page is read before.</summary>
    public double Post(string path, string handler, params (string Name, string Value)[] fields)
    {
        using var form = Form(client.GetStringAsync(path).GetAwaiter().GetResult(), handler, fields);
        var start = Stopwatch.GetTimestamp();
        using var answer = client.PostAsync(path, form).GetAwaiter().GetResult();
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return (int)answer.StatusCode is >= 300 and < 400 ? took : throw new InvalidOperationException($"{path}: {(int)answer.StatusCode}");
    }

    private static FormUrlEncodedContent Form(string page, string handler, params (string Name, string Value)[] fields) => new(
        fields.Append(("_handler", handler)).Append(("__RequestVerificationToken", TokenPattern().Match(page).Groups["value"].Value)).Select(field => KeyValuePair.Create(field.Item1, field.Item2)));

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex TokenPattern();

    // Asked for port 0, it says in whatever words which one it took. What it says afterwards is read so that it need not wait.
    private void Take(string? line, TaskCompletionSource<Uri> address)
    {
        if (line is not null)
            lines.Enqueue(line);
        if (line is null)
            address.TrySetException(new InvalidOperationException("the server ended before it listened"));
        else if (line.IndexOf(Scheme, StringComparison.Ordinal) is >= 0 and var at)
            address.TrySetResult(new Uri(line[at..].Split(' ')[0]));
    }

    public void Dispose()
    {
        client.Dispose();
        process.Kill();
        process.WaitForExit();
        process.Dispose();
    }
}
