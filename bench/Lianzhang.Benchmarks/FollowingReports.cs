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
    private const int Reports = 60;
    private const int ToWarmUp = 10;
    private const string Officer = "officer";

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
            var clerks = await made.Make(Reports, [month]);
            var officer = await made.Officer(Officer);
            await made.AddOutput([month.Year]);

            var start = Stopwatch.GetTimestamp();
            using var server = new RunningServer(folder.FullName, [lianzhang, "serve", .. store, "--urls", "http://127.0.0.1:0"]);
            var listening = Stopwatch.GetElapsedTime(start);
            using var client = new HttpClient { BaseAddress = server.Address };
            client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", officer.Key);
            var before = await Output(client, month);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"From the start of the process to its first board of a generated city: {Stopwatch.GetElapsedTime(start).TotalSeconds:0.0} s, of which {listening.TotalSeconds:0.0} s until it listens"));

            server.SignIn(Officer, ReportingClerks.Password);
            var (accepts, boards, again) = (new List<double>(), new List<double>(), new List<double>());
            foreach (var (number, clerk) in clerks.Index())
            {
                using var request = ReportingClerks.Send(clerk, month, 1000 + number);
                using var sent = await client.SendAsync(request);
                var report = (await sent.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).Split('"').First(part => Guid.TryParse(part, out _));
                accepts.Add(server.Post($"/reviews/{report}", "decide", ("seen", "1"), ("do", "accept")));
                start = Stopwatch.GetTimestamp();
                var after = await Output(client, month);
                boards.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                if (after != before + 1000 + number)
                    throw new InvalidOperationException($"the board shows {after} and not {before + 1000 + number}");
                before = after;
                start = Stopwatch.GetTimestamp();
                await Output(client, month);
                again.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }

            Console.WriteLine($"From the button to the board, {Reports - ToWarmUp} reports of {ReportingClerks.Asked} figures after {ToWarmUp} to warm up");
            Print("the button is answered", accepts);
            Print("the board shows it", boards);
            Print("the same board once more", again);
            Print("together", [.. accepts.Zip(boards, (accept, board) => accept + board)]);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<decimal> Output(HttpClient client, Period month) =>
        ReportingClerks.OutputOn(await client.GetStringAsync($"/api/v1/board?asOf={month.End:yyyy-MM-dd}"), ReportingClerks.City, month) ?? throw new InvalidOperationException("the board shows no output");

    private static void Print(string what, IReadOnlyList<double> times)
    {
        var sorted = times.Skip(ToWarmUp).Order().ToList();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {what,-28} p50 {sorted[sorted.Count / 2],7:0.0} ms   p95 {sorted[sorted.Count * 95 / 100],7:0.0} ms"));
    }
}
