using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Lianzhang.Benchmarks;
using Lianzhang.Browser.Tests;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Tests;
using Lianzhang.Storage;

namespace Lianzhang.Tests.Hosting;

/// <summary>
/// Several server processes on one PostgreSQL, one of which is killed in each round while reports come in: at every level each process shows
/// what was accepted, nothing twice and nothing not at all, and those that are left answer all the time.
/// </summary>
public sealed class SeveralProcessesTests(PostgresCluster cluster)
{
    private const int Enterprises = 12;
    private const int AtOnce = 4;
    private const int BeforeTheKill = 4;

    // Each costs the start of a server; LIANZHANG_TEST_ROUNDS asks for more.
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("LIANZHANG_TEST_ROUNDS") ?? "2", CultureInfo.InvariantCulture);

    private readonly Random random = new(20261127);
    private readonly List<Running> running = [];

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    public async Task What_one_takes_with_it_is_nothing(int processes)
    {
        await using var store = await ServedStore.EmptyAsync(StoreKind.Postgres, cluster);
        var months = ReportingClerks.Months(Rounds).Reverse().ToList();
        await using var made = new ReportingClerks(store.Address, store.Keys);
        var clerks = await made.Make(Enterprises, months);
        var officer = await made.Officer("officer");
        await made.AddOutput(months.Select(month => month.Year).Distinct());
        try
        {
            for (var number = 0; number < processes; number++)
                running.Add(await StartAsync(store, officer.Key));
            foreach (var (round, month) in months.Index())
            {
                var (accepted, answered) = await RoundAsync(made, officer, clerks, month);
                foreach (var one in running)
                    Assert.Equal<(decimal?, decimal?)>((accepted, accepted), await one.OutputAsync(month));
                var start = Stopwatch.GetTimestamp();
                running.Add(await StartAsync(store, officer.Key));
                Assert.Equal<(decimal?, decimal?)>((accepted, accepted), await running[^1].OutputAsync(month));
                TestContext.Current.TestOutputHelper!.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{processes} processes, round {round + 1}: {accepted} accepted; the others answered {answered.TotalMilliseconds:0} ms after the kill, the new one {Stopwatch.GetElapsedTime(start).TotalMilliseconds:0} ms after its start"));
            }

            // Nothing of what went before was lost on the way either, and the boards are the same to the letter.
            var boards = await Task.WhenAll(running.Select(one => one.BoardAsync()));
            Assert.Single(boards.Distinct(StringComparer.Ordinal));
        }
        finally
        {
            foreach (var one in running)
                await one.DisposeAsync();
        }
    }

    // All enterprises send, what is acknowledged is accepted at once, and in the midst of it a process is killed.
    private async Task<(decimal Accepted, TimeSpan Answered)> RoundAsync(ReportingClerks made, ReviewingOfficer officer, IReadOnlyList<ReportingClerk> clerks, Period month)
    {
        var (accepted, count) = (0m, 0);
        var (turn, enough) = (new SemaphoreSlim(1), new TaskCompletionSource());
        var waiting = new ConcurrentQueue<(ReportingClerk Clerk, decimal Output)>(clerks.Select((clerk, number) => (clerk, 1200m + (number / 100m))));
        var live = running.ToList();
        var senders = Enumerable.Range(0, AtOnce).Select(sender => Task.Run(async () =>
        {
            for (var turns = sender; waiting.TryDequeue(out var sending); turns++)
            {
                if (await live[turns % live.Count].SendAsync(sending.Clerk, month, sending.Output) is not { } report)
                {
                    waiting.Enqueue(sending);
                    continue;
                }

                await made.Accept(officer, report);
                await turn.WaitAsync();
                accepted += sending.Output;
                turn.Release();
                if (Interlocked.Increment(ref count) == BeforeTheKill)
                    enough.SetResult();
            }
        })).ToList();
        // What went wrong before is told instead of being waited for.
        if (await Task.WhenAny([enough.Task, .. senders]) is var first && first != enough.Task)
            await first;
        await enough.Task;
        var victim = running[random.Next(running.Count)];
        running.Remove(victim);
        await victim.DisposeAsync();
        var start = Stopwatch.GetTimestamp();
        await Task.WhenAll(running.Select(one => one.OutputAsync(month)));
        var answered = Stopwatch.GetElapsedTime(start);
        await Task.WhenAll(senders);
        return (accepted, answered);
    }

    private static async Task<Running> StartAsync(ServedStore store, string reader) => new(await store.StartAsync("serve", "--keys", store.Keys), reader);

    /// <summary>A server process with a reader of its boards.</summary>
    private sealed class Running(Server server, string reader) : IAsyncDisposable
    {
        private readonly HttpClient client = new() { BaseAddress = server.Address };

        /// <summary>Sends a report; null where the process broke off.</summary>
        public async Task<Guid?> SendAsync(ReportingClerk clerk, Period month, decimal output)
        {
            try
            {
                using var request = ReportingClerks.Send(clerk, month, output);
                using var answer = await client.SendAsync(request);
                Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
                return (await answer.Content.ReadFromJsonAsync<SubmittedReport>(ApiJson.For(Language.English)))!.Report;
            }
            catch (HttpRequestException)
            {
                return null;
            }
        }

        /// <summary>What the board shows as the output of a month, of the city and of the county.</summary>
        public async Task<(decimal? City, decimal? County)> OutputAsync(Period month)
        {
            return (await Value(ReportingClerks.City), await Value(ReportingClerks.Region));

            async Task<decimal?> Value(string region) => ReportingClerks.OutputOn(await BoardAsync($"?asOf={month.End:yyyy-MM-dd}&region={region}"), region, month);
        }

        public async Task<string> BoardAsync(string query = "")
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/board{query}");
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", reader);
            using var answer = await client.SendAsync(request);
            return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync() : throw new InvalidOperationException($"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }

        // What is under way breaks off by itself.
        public ValueTask DisposeAsync() => server.DisposeAsync();
    }
}
