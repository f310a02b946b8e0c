using System.Collections.Concurrent;
using System.Globalization;
using System.Net.Http.Json;
using Lianzhang.Benchmarks;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Tests;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Tests.Hosting;

/// <summary>A server is killed with SIGKILL again and again while enterprises send reports: what it acknowledged is there, nothing is there by half, and what is sent again is there once.</summary>
public sealed class KilledSubmissionsTests(PostgresCluster cluster)
{
    private const int Enterprises = 16;
    private const int AtOnce = 8;

    // After at most so many acknowledgements in one life of the server; what is sent meanwhile may be anywhere.
    private const int MostInOneLife = 10;

    // Each costs the start of a server; LIANZHANG_TEST_KILLS asks for more.
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("LIANZHANG_TEST_KILLS") ?? "5", CultureInfo.InvariantCulture);

    private readonly ConcurrentDictionary<Sending, Guid> acknowledged = new();

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task What_was_acknowledged_is_there_and_nothing_by_half(StoreKind kind)
    {
        await using var store = await ServedStore.EmptyAsync(kind, cluster);
        var months = ReportingClerks.Months(((Kills * (MostInOneLife + AtOnce)) / Enterprises) + 1);
        var waiting = new ConcurrentQueue<Sending>();
        await using (var made = new ReportingClerks(store.Address, store.Keys))
        {
            var clerks = await made.Make(Enterprises, months);
            foreach (var (number, month, clerk) in months.SelectMany(month => clerks.Select(clerk => (month, clerk))).Select((pair, number) => (number, pair.month, pair.clerk)))
                waiting.Enqueue(new Sending(clerk, month, 1200 + (number / 100m)));
        }

        var random = new Random(20261126);
        for (var kill = 0; kill < Kills; kill++)
        {
            await LiveAsync(store, waiting, random.Next(MostInOneLife));
            await store.WaitUntilAloneAsync();
            await CheckWholeAsync(store);
        }

        // The last server is left alone until everything is sent.
        await LiveAsync(store, waiting, int.MaxValue);
        await CheckWholeAsync(store);
        Assert.Equal(Enterprises * months.Count, acknowledged.Count);
        Assert.Equal(acknowledged.Count, await store.InDbAsync(db => db.Set<ReportVersion>().IgnoreQueryFilters().CountAsync(TestContext.Current.CancellationToken)));
    }

    private sealed record Sending(ReportingClerk Clerk, Period Month, decimal Output);

    // One life of the server: it is killed when it has acknowledged so many, in the midst of what it is doing then.
    private async Task LiveAsync(ServedStore store, ConcurrentQueue<Sending> waiting, int most)
    {
        var enough = new TaskCompletionSource();
        var count = 0;
        IReadOnlyList<Task> senders;
        await using (var server = await store.StartAsync("serve", "--keys", store.Keys))
        {
            var client = new HttpClient { BaseAddress = server.Address };
            senders = [.. Enumerable.Range(0, AtOnce).Select(_ => Task.Run(async () =>
            {
                while (waiting.TryDequeue(out var sending))
                {
                    if (!await SendAsync(client, sending))
                    {
                        waiting.Enqueue(sending);
                        return;
                    }

                    if (Interlocked.Increment(ref count) > most)
                        enough.TrySetResult();
                }
            }))];
            await Task.WhenAny(enough.Task, Task.WhenAll(senders));
        }

        await Task.WhenAll(senders);
    }

    // Whether it was acknowledged; a connection that breaks says nothing.
    private async Task<bool> SendAsync(HttpClient client, Sending sending)
    {
        try
        {
            using var request = ReportingClerks.Send(sending.Clerk, sending.Month, sending.Output);
            using var answer = await client.SendAsync(request);
            Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
            acknowledged[sending] = (await answer.Content.ReadFromJsonAsync<SubmittedReport>(ApiJson.For(Language.English)))!.Report;
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    // A version, the state of its report and the entry on record are there together; each that was acknowledged has what was sent.
    private async Task CheckWholeAsync(ServedStore store)
    {
        var cancel = TestContext.Current.CancellationToken;
        var versions = await store.InDbAsync(db => db.Set<ReportVersion>().IgnoreQueryFilters().ToDictionaryAsync(version => version.ReportId, cancel));
        var sent = await store.InDbAsync(db => db.Set<Report>().IgnoreQueryFilters().Where(report => report.Version > 0 || report.State != ReportState.Open || report.Draft.Length > 0).ToListAsync(cancel));
        Assert.Equal(versions.Keys.Order(), sent.Select(report => report.Id).Order());
        Assert.All(sent, report => Assert.Equal((1, ReportState.Submitted, versions[report.Id].Content), (report.Version, report.State, report.Draft)));
        // What is sent again is answered again, which goes on record as well; then nothing is added.
        Assert.Equal(versions.Count, await store.AskAsync($"""SELECT COUNT(*) AS "Value" FROM shared_audit WHERE "Permission" = 'reports.fill' AND "Changes" LIKE '%reporting_version Added%'"""));
        Assert.All(acknowledged, one => Assert.Equal(one.Key.Output, decimal.Parse(ReportJson.ReadContent(versions[one.Value].Content).Find("01.month")!.Typed, CultureInfo.InvariantCulture)));
    }
}
