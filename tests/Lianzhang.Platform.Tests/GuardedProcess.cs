using System.Diagnostics;

namespace Lianzhang.Platform.Tests;

/// <summary>
/// A process in a temporary working folder. Both are gone after disposal, and also when the process that started it ends in
/// whatever way: a shell stands between them and ends the one when the pipe from the other closes.
/// </summary>
public sealed class GuardedProcess : IAsyncDisposable
{
    // With job control the process has a group of its own, which the signal reaches as a whole, and does not start with SIGQUIT ignored.
    // What the shell itself would say of jobs goes nowhere: a process that ends at once must leave its own words alone.
    private const string Guard = """
        signal=$1
        shift
        folder=$(mktemp -d -t lianzhang-XXXXXXXX) && cd "$folder" || exit
        trap : HUP INT TERM
        trap 'cd / && rm -rf "$folder"' EXIT
        exec 3<&0 </dev/null 4>&2 2>/dev/null
        set -m
        "$@" 3<&- 2>&4 4>&- &
        child=$!
        { read -r _ <&3; kill -s "$signal" -- "-$child"; } >/dev/null 4>&- &
        guard=$!
        set +m
        {
            wait "$child"; code=$?
            while kill -0 "$child"; do wait "$child"; code=$?; done
            kill "$guard"; wait "$guard"
        } 2>/dev/null
        exit "$code"
        """;

    private const int KeptLines = 1000;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(90);

    private readonly Process process = new();
    private readonly Queue<string> lines = new();
    private readonly TaskCompletionSource<string> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private GuardedProcess(GuardedCommand command)
    {
        var shell = new List<string>(["bash", "-c", Guard, "bash", command.StopSignal, .. command.Words]);
        if (command.User is { } user && Environment.IsPrivilegedProcess)
            shell.InsertRange(0, ["setpriv", "--reuid", user, "--regid", user, "--init-groups"]);
        process.StartInfo = new ProcessStartInfo(shell[0], shell[1..])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = Path.GetTempPath(),
        };
        process.OutputDataReceived += (_, received) => Take(received.Data, command.IsReady);
        process.ErrorDataReceived += (_, received) => Take(received.Data, command.IsReady);
    }

    /// <summary>The last lines that the process wrote.</summary>
    public string Log
    {
        get
        {
            lock (lines)
                return string.Join('\n', lines);
        }
    }

    /// <summary>The line that told that the process is ready.</summary>
    public string ReadyLine => ready.Task.Result;

    /// <summary>Starts the process and waits for the line that says that it is ready; throws with its log when none comes.</summary>
    public static async Task<GuardedProcess> StartAsync(GuardedCommand command)
    {
        var guarded = new GuardedProcess(command);
        try
        {
            await guarded.WaitUntilReadyAsync(string.Join(' ', command.Words));
            return guarded;
        }
        catch
        {
            await guarded.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            process.StandardInput.Close();
            await process.WaitForExitAsync().WaitAsync(Deadline);
        }
        finally
        {
            process.Dispose();
        }
    }

    private async Task WaitUntilReadyAsync(string command)
    {
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var ended = process.WaitForExitAsync();
        try
        {
            await Task.WhenAny(ready.Task, ended).WaitAsync(Deadline);
        }
        catch (TimeoutException late)
        {
            throw new TimeoutException($"Not ready after {Deadline.TotalSeconds} s: {command}\n{Log}", late);
        }

        if (!ready.Task.IsCompleted)
            throw new InvalidOperationException($"Ended with code {process.ExitCode} before it was ready: {command}\n{Log}");
    }

    private void Take(string? line, Func<string, bool> isReady)
    {
        if (line is null)
            return;
        lock (lines)
        {
            lines.Enqueue(line);
            if (lines.Count > KeptLines)
                lines.Dequeue();
        }

        if (isReady(line))
            ready.TrySetResult(line);
    }
}
