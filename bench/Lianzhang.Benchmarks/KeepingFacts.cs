using System.Diagnostics;
using System.Globalization;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Figures;
using Lianzhang.Core.Generation;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Auditing;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Notices;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Benchmarks;

/// <summary>
/// What it costs to append facts and to load those of a city and of a province, on the embedded store and, where the variable
/// LIANZHANG_BENCH_POSTGRES has the connection string of an empty database, on PostgreSQL. Each is done once in a process of its own, so
/// that the most memory it had is its own.
/// </summary>
internal static class KeepingFacts
{
    public const string Mode = "facts-of";

    private const string PostgresVariable = "LIANZHANG_BENCH_POSTGRES";
    private const int ReportsAtOnce = 50_000;
    private const double Megabyte = 1_048_576;

    private static readonly Period Last = Period.OfMonth(2026, 5);

    public static void Run()
    {
        var postgres = Environment.GetEnvironmentVariable(PostgresVariable);
        if (string.IsNullOrEmpty(postgres))
            Console.WriteLine($"PostgreSQL is left out: {PostgresVariable} names no database.");
        foreach (var scale in new[] { "million", "city", "province" })
        {
            foreach (var store in string.IsNullOrEmpty(postgres) ? ["sqlite"] : new[] { "sqlite", "postgres" })
            {
                using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(KeepingFacts).Assembly.Location, Mode, scale, store]))!;
                process.WaitForExit();
            }
        }
    }

    /// <summary>The part of it in a process of its own.</summary>
    public static void RunOne(string scale, string store)
    {
        var folder = Directory.CreateTempSubdirectory("lianzhang-");
        try
        {
            One(scale, store == "postgres" ? new StoreAddress(StoreKind.Postgres, Environment.GetEnvironmentVariable(PostgresVariable)!) : new StoreAddress(StoreKind.Sqlite, Path.Combine(folder.FullName, "facts.db")), folder.FullName).GetAwaiter().GetResult();
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task One(string scale, StoreAddress address, string keys)
    {
        await using var services = new ServiceCollection().AddLogging().AddShared().AddIdentity(new SignInRules()).AddNotices(new NoticeSettings()).AddAuditing(keys).AddProgrammes().AddFacts().AddRegisters().AddStore(address).BuildServiceProvider();
        await services.GetRequiredService<MigrateStore>().Migrate(CancellationToken.None);
        var files = ProgrammeSchema.Files.Select(name => new SourceFile(name, File.ReadAllText(Path.Combine(Repository.Root, "programmes/heze", name)))).ToList();
        var run = services.GetRequiredService<Lianzhang.Platform.Shared.Run>();
        await Do(run, new PublishProgramme(files, "bench"));
        var programme = ReadProgramme.Read("heze", files).Programme!;
        var figures = ReadFigures.Read(new SourceFile("figures.csv", File.ReadAllText(Path.Combine(Repository.Root, "programmes/heze/figures.csv"))), programme).Value!.Figures;
        var economy = new GeneratedEconomy(new GenerationPlan(programme, figures, scale == "province" ? GenerationScale.Province : GenerationScale.City, 1, Last));

        // A million values are what 50,000 reports of twenty hold.
        var most = scale == "million" ? 1_000_000 : long.MaxValue;
        var (values, appending, batch) = (0L, TimeSpan.Zero, 0);
        foreach (var reports in economy.Cities().SelectMany(city => Enumerable.Range(0, city.Count).SelectMany(city.Reports)).Select(report => report.Report).Chunk(ReportsAtOnce))
        {
            if (values >= most)
                break;
            var start = Stopwatch.GetTimestamp();
            values += (await Do(run, new AppendFacts(FactOrigin.Generated, $"{scale}/{batch}", "bench", reports))).Values;
            appending += Stopwatch.GetElapsedTime(start);
            batch++;
        }

        var after = DateTimeOffset.UnixEpoch.AddYears(100);
        var (load, facts) = await Timed(services, stored => stored.All(programme, CancellationToken.None));
        var (asOf, _) = await Timed(services, stored => stored.AsOf(programme, after, CancellationToken.None));
        GC.KeepAlive(facts);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{scale,-9} {address.Kind,-9} {values,12:N0} values   append {appending.TotalSeconds,8:0.0} s ({values / appending.TotalSeconds,10:N0} a second)   load {load.TotalSeconds,7:0.00} s   as of {asOf.TotalSeconds,7:0.00} s   most memory {Process.GetCurrentProcess().PeakWorkingSet64 / Megabyte,7:N0} MB"));
    }

    private static async Task<(TimeSpan Time, FactArrays Facts)> Timed(IServiceProvider services, Func<StoredFacts, Task<FactArrays>> read)
    {
        await using var scope = services.CreateAsyncScope();
        var start = Stopwatch.GetTimestamp();
        var facts = await read(scope.ServiceProvider.GetRequiredService<StoredFacts>());
        return (Stopwatch.GetElapsedTime(start), facts);
    }

    private static async Task<TResult> Do<TResult>(Lianzhang.Platform.Shared.Run run, IRequest<TResult> request)
        where TResult : class
    {
        var answer = await run.Do(request, Caller.Product, CancellationToken.None);
        return answer.Value ?? throw new InvalidOperationException($"{request}: {answer.Problem?.Detail.En}");
    }
}
