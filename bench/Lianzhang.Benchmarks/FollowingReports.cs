using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Lianzhang.Core.Values;
using Lianzhang.Storage;

namespace Lianzhang.Benchmarks;

/// <summary>
/// What a person waits for on a store of a generated city: from the start of the process to the first board, and from the button that
/// accepts a report to the board that shows it, each over HTTP and durable. SQLite.
/// </summary>
internal static class FollowingReports
{
    private const int Reports = 200;
    private const int ToWarmUp = 150;
    private const string Officer = "officer";

    // Where `dotnet publish src/Lianzhang -c Release -r linux-x64` puts it.
    private static readonly string Published = Path.Combine(Repository.Root, "artifacts/publish/Lianzhang/release_linux-x64/lianzhang");

    public static void Run() => Measure().GetAwaiter().GetResult();

    private static async Task Measure()
    {
        var folder = Directory.CreateTempSubdirectory("lianzhang-");
        try
        {
            var lianzhang = Path.Combine(Repository.Root, "artifacts/bin/Lianzhang", new DirectoryInfo(AppContext.BaseDirectory).Name, "lianzhang.dll");
            string[] store = ["--store", $"sqlite:{Path.Combine(folder.FullName, "city.db")}", "--keys", Path.Combine(folder.FullName, "keys")];
            using (var generate = Process.Start(new ProcessStartInfo("dotnet", [lianzhang, "generate", "--scale", "city", "--seed", "7", .. store]) { RedirectStandardOutput = true, UseShellExecute = false })!)
            {
                await generate.StandardOutput.ReadToEndAsync();
                await generate.WaitForExitAsync();
            }

            var month = ReportingClerks.Months(1)[0];
            await using var made = new ReportingClerks(new StoreAddress(StoreKind.Sqlite, Path.Combine(folder.FullName, "city.db")), store[3]);
            var clerks = await made.Make(4 * Reports, [month]);
            var officer = await made.Officer(Officer);
            await made.AddOutput([month.Year]);

            // A person accepts two a second at most, a benchmark more.
            var settings = Path.Combine(folder.FullName, "settings.json");
            await File.WriteAllTextAsync(settings, """{"Limits": {"ChangesPerMinute": 10000}}""");

            string[] serve = ["serve", .. store, "--settings", settings, "--urls", "http://127.0.0.1:0"];
            await Start("as it is built", [lianzhang, .. serve]);
            if (File.Exists(Published))
                await Start("as it is published", [Published, .. serve]);

            using (var server = new RunningServer(folder.FullName, [lianzhang, .. serve]))
            {
                using var client = Client(server);
                server.SignIn(Officer, ReportingClerks.Password);
                await Follow(client, "From the button of the page to the board", clerks.Take(Reports), report => Task.FromResult(server.Post($"/reviews/{report}", "decide", ("seen", "1"), ("do", "accept"))), () => Output(client, month));
                await Follow(client, "From the API to the board", clerks.Skip(Reports).Take(Reports), report => Accept(client, report), () => Output(client, month));
                await Follow(client, "From the API to the figure of the city", clerks.Skip(2 * Reports).Take(Reports), report => Accept(client, report), () => Target(client, month));
            }

            if (File.Exists(Published))
            {
                using var server = new RunningServer(folder.FullName, [Published, .. serve]);
                using var client = Client(server);
                await Follow(client, "From the API to the board, as it is published", clerks.Skip(3 * Reports), report => Accept(client, report), () => Output(client, month));
            }

            async Task Start(string what, string[] arguments)
            {
                var start = Stopwatch.GetTimestamp();
                using var started = new RunningServer(folder.FullName, arguments);
                var listening = Stopwatch.GetElapsedTime(start);
                using var asking = Client(started);
                await Output(asking, month);
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"From the start of the process, {what}, to its first board of a generated city: {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s, of which {listening.TotalSeconds:0.0} s until it listens"));
            }

            HttpClient Client(RunningServer of)
            {
                var asker = new HttpClient { BaseAddress = of.Address };
                asker.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", officer.Key);
                return asker;
            }

            // Sends, accepts and reads report after report: what is read must be more by just what was accepted.
            async Task Follow(HttpClient client, string what, IEnumerable<ReportingClerk> reporting, Func<Guid, Task<double>> accept, Func<Task<decimal>> read)
            {
                var (accepts, reads, again, before) = (new List<double>(), new List<double>(), new List<double>(), await read());
                foreach (var (number, clerk) in reporting.Index())
                {
                    using var request = ReportingClerks.Send(clerk, month, 1000 + number);
                    using var sent = await client.SendAsync(request);
                    var report = (await sent.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).Split('"').Where(part => Guid.TryParse(part, out _)).Select(Guid.Parse).First();
                    accepts.Add(await accept(report));
                    var after = before + 1000 + number;
                    reads.Add(await Timed(after, read));
                    again.Add(await Timed(after, read));
                    before = after;
                }

                Console.WriteLine($"{what}, {Reports - ToWarmUp} reports of {ReportingClerks.Asked} figures after {ToWarmUp} to warm up");
                Print("accepting is answered", accepts);
                Print("it shows there", reads);
                Print("the same once more", again);
                Print("together", [.. accepts.Zip(reads, (accept, board) => accept + board)]);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<double> Timed(decimal expected, Func<Task<decimal>> read)
    {
        var start = Stopwatch.GetTimestamp();
        var shown = await read();
        var took = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        return shown == expected ? took : throw new InvalidOperationException($"{shown} is shown and not {expected}");
    }

    private static async Task<double> Accept(HttpClient client, Guid report)
    {
        var start = Stopwatch.GetTimestamp();
        using var request = ReportingClerks.Accept(report);
        using var answer = await client.SendAsync(request);
        await answer.EnsureSuccessStatusCode().Content.ReadAsByteArrayAsync();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static async Task<decimal> Output(HttpClient client, Period month) =>
        ReportingClerks.OutputOn(await client.GetStringAsync($"/api/v1/board?asOf={month.End:yyyy-MM-dd}"), ReportingClerks.City, month) ?? throw new InvalidOperationException("the board shows no output");

    private static async Task<decimal> Target(HttpClient client, Period month) =>
        ReportingClerks.OutputOf(await client.GetStringAsync($"/api/v1/targets/{ReportingClerks.Output}?year={month.Year}&region={ReportingClerks.City}&asOf={month.End:yyyy-MM-dd}"));

    private static void Print(string what, IReadOnlyList<double> times)
    {
        var sorted = times.Skip(ToWarmUp).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-28} p50 {sorted[sorted.Count / 2],7:0.0} ms   p95 {sorted[sorted.Count * 95 / 100],7:0.0} ms"));
    }
}
