using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Generation;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Registers;
using Lianzhang.Storage;

namespace Lianzhang.Benchmarks;

/// <summary>
/// A made-up nation of 2,800 counties on one PostgreSQL, served by several processes: how long each takes to start and how much it holds, and
/// how soon after a corrected report every one of them shows it in the county, the city, the province and the nation. Each number that is shown is compared.
/// </summary>
internal static class SimulatingNation
{
    private const string Postgres = "LIANZHANG_BENCH_POSTGRES";
    private const string Nation = "000000";
    private const string Item = "enterprise_output";
    private const ulong Seed = 7;
    private const int Rounds = 50;
    private const int CountiesOfCity = 14;

    private static readonly Period Month = ReportingClerks.Months(1)[0];
    private static readonly string[] Shown = ["900101", "900100", "900000", Nation];

    /// <param name="arguments">--units, --months and --processes with a number each.</param>
    public static int Run(IReadOnlyList<string> arguments)
    {
        if (Environment.GetEnvironmentVariable(Postgres) is not { } target)
        {
            Console.Error.WriteLine($"set {Postgres} to the connection string of an empty database");
            return 1;
        }

        Measure(target, Number(arguments, "--units", 50_000), Number(arguments, "--months", 12), Number(arguments, "--processes", 3)).GetAwaiter().GetResult();
        return 0;
    }

    private static async Task Measure(string target, int units, int months, int processes)
    {
        var folder = Directory.CreateTempSubdirectory("lianzhang-");
        try
        {
            var keys = Path.Combine(folder.FullName, "keys");
            await using var store = new ReportingClerks(new StoreAddress(StoreKind.Postgres, target), keys);
            var filling = Stopwatch.GetTimestamp();
            var filled = await Fill(store, units, months);
            Print($"{filled.Counties:N0} counties, {filled.Units:N0} enterprises, {filled.Reports:N0} reports and {filled.Values:N0} values of {months} months; filled in {Stopwatch.GetElapsedTime(filling).TotalSeconds:0} s");
            var officer = await store.Officer("officer");
            string[] serve = [Path.Combine(Repository.Root, "artifacts/bin/Lianzhang", new DirectoryInfo(AppContext.BaseDirectory).Name, "lianzhang.dll"), "serve", "--store", $"postgres:{target}", "--keys", keys, "--urls", "http://127.0.0.1:0"];
            List<NationServer> servers = [await NationServer.Start(folder.FullName, serve, officer.Key)];
            try
            {
                servers.AddRange(await Task.WhenAll(Enumerable.Range(1, processes - 1).Select(_ => NationServer.Start(folder.FullName, serve, officer.Key))));
                foreach (var (number, server) in servers.Index())
                    Print($"  process {number + 1}: ready {server.Ready.TotalSeconds:0.0} s after its start{(number == 0 ? string.Empty : " (together with the others)")}, {server.Megabytes:0} MB");
                await Correct(store, servers, filled.First);
                var killed = Stopwatch.GetTimestamp();
                servers[^1].Dispose();
                servers.RemoveAt(servers.Count - 1);
                var shown = await servers[0].Output(Nation, Month);
                Print($"  one was killed: another answered {Stopwatch.GetElapsedTime(killed).TotalMilliseconds:0} ms later");
                servers.Add(await NationServer.Start(folder.FullName, serve, officer.Key));
                if (await servers[^1].Output(Nation, Month) != shown)
                    throw new InvalidOperationException("a new process shows another number");
                Print($"  the one in its place: ready {servers[^1].Ready.TotalSeconds:0.0} s after its start, with the same numbers");
            }
            finally
            {
                servers.ForEach(server => server.Dispose());
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    // A report of the first enterprise is put right again and again; each time all processes are asked at once.
    private static async Task Correct(ReportingClerks store, List<NationServer> servers, UnitReport first)
    {
        var before = await Task.WhenAll(Shown.Select(region => servers[0].Output(region, Month)));
        var (was, accepted, seen) = (first.Values.First(value => value.Item == Item).Amount, new List<double>(), new List<double>());
        for (var round = 0; round < Rounds; round++)
        {
            var now = 1_000 + round;
            var report = first with { Values = [.. first.Values.Select(value => value.Item == Item ? ReportedValue.Of(Item, now) : value)] };
            var start = Stopwatch.GetTimestamp();
            await store.Do(new AppendFacts(FactOrigin.Generated, $"bench/{round}", "bench", [report]));
            accepted.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            start = Stopwatch.GetTimestamp();
            var all = await Task.WhenAll(servers.SelectMany(server => Shown.Select(region => server.Output(region, Month))));
            seen.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            foreach (var (at, value) in all.Index())
            {
                if (value != before[at % Shown.Length] - was + now)
                    throw new InvalidOperationException($"process {(at / Shown.Length) + 1} shows {value} of {Shown[at % Shown.Length]} and not {before[at % Shown.Length] - was + now}");
            }
        }

        Print($"  {Rounds} reports put right: written p50 {Middle(accepted):0.0} ms; shown by all {servers.Count} processes in county, city, province and nation p50 {Middle(seen):0.0} ms, longest {seen.Max():0} ms");
    }

    private static async Task<FilledNation> Fill(ReportingClerks store, int units, int months)
    {
        await store.Prepare();
        var economy = Economy(units, months);
        await store.Do(new PublishProgramme(Files(economy), "nation"));
        var (first, all) = (economy.City(0).Code(0), new FilledNation(0, 0, 0, 0, null!));
        foreach (var city in economy.Cities())
        {
            await store.Do(new FillRegisters("bench", first, [.. Enumerable.Range(0, city.Count).Select(city.Enterprise)], city.Clusters));
            List<UnitReport> reports = [.. Enumerable.Range(0, city.Count).SelectMany(city.Reports).Select(report => report.Report)];
            foreach (var (part, chunk) in reports.Chunk(AppendFacts.MostReports).Index())
                await store.Do(new AppendFacts(FactOrigin.Generated, $"bench/{city.Number}/{part}", "bench", chunk));
            all = all.With(city, reports, OfFirstCounty(city, reports));
        }

        return all;
    }

    // One that lies in the first county and said in the last month how much it made.
    private static UnitReport? OfFirstCounty(GeneratedCity city, List<UnitReport> reports)
    {
        if (city.Number > 0)
            return null;
        var there = Enumerable.Range(0, city.Count).Select(city.Enterprise)
            .Where(one => one.MergedInto is null && one.Values.Where(value => value.Attribute == UnitAttributes.Region).ToList() is [{ To: null } only] && only.Value == Shown[0])
            .Select(one => one.Code).ToHashSet(StringComparer.Ordinal);
        return reports.Last(report => report.Period == Month && there.Contains(report.Unit) && report.Values.Any(value => value.Item == Item && value.State == FactState.Value));
    }

    private static GeneratedEconomy Economy(int units, int months)
    {
        // A made-up city has as many counties as the programme's own, which has three fewer than the nation's cities have.
        var programme = ReadProgramme.Read("nation", WithRegions(string.Concat(Enumerable.Range(81, 3).Select(number => RegionLine($"3717{number}", $"示例{number}县", "county", ReportingClerks.City))))).Programme!;
        if (programme.Regions.Count(region => region.Parent == programme.Head.Region) != CountiesOfCity)
            throw new InvalidOperationException($"the bundled programme does not have {CountiesOfCity - 3} counties any more");
        var plan = new GenerationPlan(programme, [], GenerationScale.Nation, Seed, Month, months);
        return new GeneratedEconomy(plan with { EnterprisesOfCity = units / plan.Cities });
    }

    private static IReadOnlyList<SourceFile> Files(GeneratedEconomy economy) => WithRegions(
        RegionLine(Nation, "样本全国", "nation", null) + string.Concat(economy.Regions().Select(region => RegionLine(region.Code, region.Name, region.Kind.ToString().ToLowerInvariant(), region.Parent ?? Nation))),
        ReportingClerks.Outputs([Month.Year], Shown));

    private static IReadOnlyList<SourceFile> WithRegions(string lines, params (string File, string Text)[] added) =>
        [.. ReportingClerks.With(added).Select(file => file.Name == "regions.yaml" ? file with { Text = file.Text.Replace("\nplaces:", $"{lines}\nplaces:", StringComparison.Ordinal) } : file)];

    private static string RegionLine(string code, string name, string kind, string? parent) =>
        $"\n  - {{code: \"{code}\", name: {name}, name_en: {name}, kind: {kind}{(parent is null ? string.Empty : $", parent: \"{parent}\"")}}}";

    private static int Number(IReadOnlyList<string> arguments, string name, int otherwise) =>
        arguments.SkipWhile(argument => argument != name).Skip(1).FirstOrDefault() is { } given ? int.Parse(given, CultureInfo.InvariantCulture) : otherwise;

    private static double Middle(List<double> times) => times.Order().ElementAt(times.Count / 2);

    private static void Print(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));
}

/// <summary>How much was filled in.</summary>
internal sealed record FilledNation(int Counties, int Units, int Reports, long Values, UnitReport First)
{
    public FilledNation With(GeneratedCity city, List<UnitReport> reports, UnitReport? first) => new(
        Counties + city.Regions.Count - 1, Units + city.Count, Reports + reports.Count, Values + reports.Sum(report => (long)report.Values.Count), first ?? First);
}

/// <summary>A server process of a nation that is ready.</summary>
internal sealed class NationServer : IDisposable
{
    private readonly RunningServer running;
    private readonly HttpClient asking;

    private NationServer(RunningServer server, HttpClient client, TimeSpan ready) => (running, asking, Ready) = (server, client, ready);

    /// <summary>From the start of the process until its first board was there.</summary>
    public TimeSpan Ready { get; }

    public double Megabytes => running.ResidentMegabytes;

    public static Task<NationServer> Start(string folder, string[] arguments, string key) => Task.Run(async () =>
    {
        var start = Stopwatch.GetTimestamp();
        var server = new RunningServer(folder, arguments);
        var client = new HttpClient { BaseAddress = server.Address, Timeout = TimeSpan.FromMinutes(10) };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        while (!(await client.GetAsync("/readyz")).IsSuccessStatusCode)
            await Task.Delay(50);
        return new NationServer(server, client, Stopwatch.GetElapsedTime(start));
    });

    /// <summary>What its board shows of a region.</summary>
    public async Task<decimal> Output(string region, Period month) =>
        ReportingClerks.OutputOn(await asking.GetStringAsync($"/api/v1/board?region={region}&asOf={month.End:yyyy-MM-dd}"), region, month) ?? throw new InvalidOperationException($"the board shows no output of {region}");

    public void Dispose()
    {
        asking.Dispose();
        running.Dispose();
    }
}
