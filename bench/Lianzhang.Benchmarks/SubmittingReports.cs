using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Lianzhang.Core.Values;
using Lianzhang.Storage;

namespace Lianzhang.Benchmarks;

/// <summary>
/// Five hundred enterprises send a report at the same moment to a real server: how long each waits, and whether every one is there once
/// and as it was sent. PostgreSQL where LIANZHANG_BENCH_POSTGRES gives an empty database.
/// </summary>
internal static class SubmittingReports
{
    private const string Postgres = "LIANZHANG_BENCH_POSTGRES";
    private const string Retried = "met another change";
    private const int AtOnce = 500;

    private static readonly Period Month = ReportingClerks.Months(1)[0];

    public static void Run()
    {
        Console.WriteLine($"{AtOnce} enterprises send their report of {ReportingClerks.Asked} figures at once, each by a key of its own, after one to warm up");
        foreach (var kind in Enum.GetValues<StoreKind>())
        {
            if (kind == StoreKind.Postgres && Environment.GetEnvironmentVariable(Postgres) is null)
                Console.WriteLine($"  PostgreSQL is left out: set {Postgres} to the connection string of an empty database");
            else
                Measure(kind).GetAwaiter().GetResult();
        }
    }

    private static async Task Measure(StoreKind kind)
    {
        var folder = Directory.CreateTempSubdirectory("lianzhang-");
        try
        {
            var address = new StoreAddress(kind, kind == StoreKind.Sqlite ? Path.Combine(folder.FullName, "reports.db") : Environment.GetEnvironmentVariable(Postgres)!);
            var keys = Path.Combine(folder.FullName, "keys");
            await using var made = new ReportingClerks(address, keys);
            var clerks = await made.Make(AtOnce + 1, [Month]);
            var lianzhang = Path.Combine(Repository.Root, "artifacts/bin/Lianzhang", new DirectoryInfo(AppContext.BaseDirectory).Name, "lianzhang.dll");
            using var server = new RunningServer(folder.FullName, lianzhang, "serve", "--store", $"{kind.ToString().ToLowerInvariant()}:{address.Target}", "--keys", keys, "--urls", "http://127.0.0.1:0");
            using var client = new HttpClient { BaseAddress = server.Address };

            await Send(client, clerks, AtOnce);
            var start = Stopwatch.GetTimestamp();
            var sent = await Task.WhenAll(Enumerable.Range(0, AtOnce).Select(number => Send(client, clerks, number)));
            var all = Stopwatch.GetElapsedTime(start);
            var errors = sent.Where(one => one.Error is not null).ToList();
            var wrong = await Wrong(client, clerks, [.. sent.Index().Where(one => one.Item.Error is null).Select(one => one.Index)]);
            var (versions, reports) = await made.Count();
            Print(kind, [.. sent.Select(one => one.Milliseconds).Order()], all, errors.Count, server.Said(Retried));
            Console.WriteLine($"             read back: {versions} versions of {reports} reports, {wrong} lost or different");
            if (versions != reports || versions < AtOnce + 1 - errors.Count || wrong > 0)
                throw new InvalidOperationException("reports were lost or doubled");
            foreach (var error in errors.GroupBy(one => one.Error).Take(3))
                Console.WriteLine($"             {error.Count()} times: {error.Key}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(double Milliseconds, string? Error)> Send(HttpClient client, IReadOnlyList<ReportingClerk> clerks, int number)
    {
        using var request = ReportingClerks.Send(clerks[number], Month, Output(number));
        var start = Stopwatch.GetTimestamp();
        using var answer = await client.SendAsync(request);
        var error = answer.IsSuccessStatusCode ? null : $"{(int)answer.StatusCode} {answer.ReasonPhrase}";
        return (Stopwatch.GetElapsedTime(start).TotalMilliseconds, error);
    }

    // How many that were acknowledged are not there as they were sent.
    private static async Task<int> Wrong(HttpClient client, IReadOnlyList<ReportingClerk> clerks, IReadOnlyList<int> acknowledged)
    {
        var wrong = 0;
        foreach (var number in acknowledged)
        {
            using var request = ReportingClerks.Read(clerks[number], Month);
            using var answer = await client.SendAsync(request);
            using var report = JsonDocument.Parse(await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
            var output = report.RootElement.GetProperty("cells").EnumerateArray().First(cell => cell.GetProperty("key").GetString() == "01.month").GetProperty("typed").GetString();
            if (report.RootElement.GetProperty("version").GetInt32() != 1 || report.RootElement.GetProperty("state").GetString() != "submitted" || output != Output(number).ToString(CultureInfo.InvariantCulture))
                wrong++;
        }

        return wrong;
    }

    private static decimal Output(int number) => 1200 + (number / 100m);

    private static void Print(StoreKind kind, double[] sorted, TimeSpan all, int errors, int retried) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"  {kind,-10} p50 {sorted[sorted.Length / 2],7:0} ms   p95 {sorted[sorted.Length * 95 / 100],7:0} ms   max {sorted[^1],7:0} ms   all {all.TotalSeconds,5:0.0} s   errors {errors}   tries again {retried}"));
}
