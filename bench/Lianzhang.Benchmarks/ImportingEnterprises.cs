using System.Diagnostics;
using System.Globalization;
using System.Text;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Registers;
using Lianzhang.Platform.Auditing;
using Lianzhang.Platform.Complaints;
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
/// What importing a hundred thousand enterprises costs, from the sheet to the last row, with the peak of the memory. A process for each
/// store, since the peak of a process never falls; PostgreSQL where LIANZHANG_BENCH_POSTGRES gives an empty database.
/// </summary>
internal static class ImportingEnterprises
{
    public const string Mode = "import-enterprises";

    private const string Postgres = "LIANZHANG_BENCH_POSTGRES";
    private const string Count = "LIANZHANG_BENCH_ENTERPRISES";
    private const int Usual = 100_000;

    private static readonly string[] Regions = ["371702", "371703", "371721", "371722", "371723", "371724"];
    private static readonly string[] Classes = ["1411", "1771", "3311", "2710", "3825", "3572", "1711", "2231"];
    private static readonly DateOnly Day = new(2026, 1, 1);

    public static void Run()
    {
        Console.WriteLine($"Import of {Rows:N0} enterprises, checked, compared by name and written with their histories");
        foreach (var kind in Enum.GetValues<StoreKind>())
        {
            if (kind == StoreKind.Postgres && Environment.GetEnvironmentVariable(Postgres) is null)
            {
                Console.WriteLine($"  PostgreSQL is left out: set {Postgres} to the connection string of an empty database");
                continue;
            }

            using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Mode, kind.ToString()]))!;
            process.WaitForExit();
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"the import on {kind} ended with {process.ExitCode}");
        }
    }

    /// <summary>One store, measured in a process of its own.</summary>
    public static async Task Measure(StoreKind kind)
    {
        var folder = Directory.CreateTempSubdirectory("lianzhang-");
        try
        {
            var address = new StoreAddress(kind, kind == StoreKind.Sqlite ? Path.Combine(folder.FullName, "enterprises.db") : Environment.GetEnvironmentVariable(Postgres)!);
            await using var services = new ServiceCollection().AddLogging().AddShared().AddIdentity(new SignInRules()).AddNotices(new NoticeSettings()).AddAuditing(folder.FullName).AddProgrammes().AddComplaints().AddFacts().AddRegisters().AddStore(address).BuildServiceProvider();
            await services.GetRequiredService<MigrateStore>().Migrate(CancellationToken.None);
            var files = ProgrammeSchema.Files.Select(name => new SourceFile(name, File.ReadAllText(Path.Combine(Repository.Root, "programmes/heze", name)))).ToList();
            await Do(services, new PublishProgramme(files, "bench"));
            var sheet = new SourceFile("enterprises.csv", Sheet());
            var before = Process.GetCurrentProcess().PeakWorkingSet64;
            var start = Stopwatch.GetTimestamp();
            var preview = await Do(services, new PreviewEnterprises(sheet, Day));
            var previewed = Stopwatch.GetElapsedTime(start);
            var import = (await Do(services, new KeepEnterprises(preview))).Id;
            await Do(services, new ConfirmEnterprises(import));
            start = Stopwatch.GetTimestamp();
            await services.GetRequiredService<RunEnterpriseImports>().Write(import, Caller.Product, CancellationToken.None);
            var written = Stopwatch.GetElapsedTime(start);
            var done = await Do(services, new GetEnterpriseImport(import));
            start = Stopwatch.GetTimestamp();
            var again = await Do(services, new PreviewEnterprises(sheet, Day));
            Print(kind, previewed, written, Stopwatch.GetElapsedTime(start), before);
            if ((done.State, done.Added, again.Same) != (ImportState.Done, Rows, Rows))
                throw new InvalidOperationException($"{done.State}: {done.Added} new of {Rows}, {again.Same} the same when sent again; {done.ProblemEn}");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static int Rows => int.TryParse(Environment.GetEnvironmentVariable(Count), CultureInfo.InvariantCulture, out var count) ? count : Usual;

    private static void Print(StoreKind kind, TimeSpan previewed, TimeSpan written, TimeSpan again, long before) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"  {kind,-10} preview {previewed.TotalSeconds,6:0.0} s   write {written.TotalSeconds,6:0.0} s   preview again {again.TotalSeconds,6:0.0} s   peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6,6:0} MB (before {before / 1e6:0} MB)"));

    private static string Sheet()
    {
        var sheet = new StringBuilder("统一社会信用代码,企业名称,地区,行业代码,规模,类型\n");
        for (var number = 0; number < Rows; number++)
            sheet.Append(CultureInfo.InvariantCulture, $"{CreditCode.Make('9', '1', "990000", number.ToString("D8", CultureInfo.InvariantCulture))},菏泽{Word(number)}机械制造有限公司,{Regions[number % Regions.Length]},{Classes[number % Classes.Length]},small,{(number % 50 == 0 ? "leading" : null)}\n");
        return sheet.ToString();
    }

    // Four characters that no other number has.
    private static string Word(int number) => new([.. Enumerable.Range(0, 4).Select(place => (char)('一' + (number / (int)Math.Pow(37, place) % 37 * 53) + place))]);

    private static async Task<TResult> Do<TResult>(IServiceProvider services, IRequest<TResult> request)
        where TResult : class
    {
        var answer = await services.GetRequiredService<Platform.Shared.Run>().Do(request, Caller.Product, CancellationToken.None);
        return answer.Value ?? throw new InvalidOperationException($"{request} was refused: {answer.Problem?.Detail.En} {string.Join('\n', answer.Problem?.Faults ?? [])}");
    }
}
