using System.Diagnostics;

namespace Lianzhang.Platform.Tests;

public sealed class GuardedProcessTests
{
    [Fact]
    public async Task A_process_runs_in_a_folder_of_its_own_and_both_are_gone_afterwards()
    {
        var started = await GuardedProcess.StartAsync(Shell("echo \"ready $$ $PWD\"; while :; do sleep 0.1; done"));
        var words = started.ReadyLine.Split(' ');
        Assert.True(Directory.Exists(words[2]));

        await started.DisposeAsync();

        Assert.False(Directory.Exists(words[2]));
        Assert.DoesNotContain(Process.GetProcesses(), process => process.Id == int.Parse(words[1]));
    }

    [Fact]
    public async Task A_process_that_ends_too_early_is_told_with_its_code_and_its_log()
    {
        var failure = await Assert.ThrowsAsync<InvalidOperationException>(() => GuardedProcess.StartAsync(Shell("echo why >&2; exit 7")));
        Assert.StartsWith("Ended with code 7 before it was ready", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("\nwhy", failure.Message, StringComparison.Ordinal);
    }

    private static GuardedCommand Shell(string script) => new(["sh", "-c", script], line => line.StartsWith("ready", StringComparison.Ordinal));
}
