using System.Diagnostics;
using System.Globalization;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Registers;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Auditing;
using Lianzhang.Platform.Complaints;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Notices;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Benchmarks;

/// <summary>
/// What a county's delivery for all units of a round costs: their templates in one archive, and one workbook of them all filled in and
/// taken. A process for each store, since the peak of a process never falls.
/// </summary>
internal static class DeliveringReports
{
    public const string Mode = "deliver-reports";

    private const string Postgres = "LIANZHANG_BENCH_POSTGRES";
    private const int Units = 2_600;
    private const string Region = "371702";

    private static readonly DateOnly Day = new(2025, 1, 1);

    public static void Run()
    {
        Console.WriteLine($"A round of {Units:N0} units: templates of all in one archive, one workbook of all filled in and taken");
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
                throw new InvalidOperationException($"the delivery on {kind} ended with {process.ExitCode}");
        }
    }

    /// <summary>One store, measured in a process of its own.</summary>
    public static async Task Measure(StoreKind kind)
    {
        var folder = Directory.CreateTempSubdirectory("lianzhang-");
        try
        {
            var address = new StoreAddress(kind, kind == StoreKind.Sqlite ? Path.Combine(folder.FullName, "reports.db") : Environment.GetEnvironmentVariable(Postgres)!);
            await using var services = new ServiceCollection().AddLogging().AddShared().AddIdentity(new SignInRules()).AddNotices(new NoticeSettings()).AddAuditing(folder.FullName).AddProgrammes().AddComplaints().AddFacts().AddRegisters().AddReporting().AddStore(address).BuildServiceProvider();
            await services.GetRequiredService<MigrateStore>().Migrate(CancellationToken.None);
            var files = ProgrammeSchema.Files.Select(name => new SourceFile(name, File.ReadAllText(Path.Combine(Repository.Root, "programmes/heze", name)))).ToList();
            await Do(services, new PrepareIdentity(WithAdministrators: false));
            await Do(services, new PublishProgramme(files, "bench"));
            await Register(services);
            var officer = await Officer(services);
            var round = (await Do(services, new OpenRound("monthly_operation", Period.OfMonth(2026, 5)))).Id;
            var before = Process.GetCurrentProcess().PeakWorkingSet64;

            var start = Stopwatch.GetTimestamp();
            var unsent = await Do(services, new ListUnsentReports(round), officer);
            long bytes;
            await using (var archive = File.Create(Path.Combine(folder.FullName, "templates.zip")))
            {
                await services.GetRequiredService<StreamRoundTemplates>().Write(unsent, archive, officer, CancellationToken.None);
                bytes = archive.Length;
            }

            Print(kind, $"archive of {unsent.Reports.Count:N0} templates, {bytes / 1e6:0.0} MB", start, before);
            start = Stopwatch.GetTimestamp();
            var workbook = Filled((await Do(services, new ExportRoundUnits(round), officer)).Content);
            Print(kind, $"workbook of all units, {workbook.Length / 1e6:0.0} MB", start, before);
            start = Stopwatch.GetTimestamp();
            var kept = await Do(services, new KeepDelivery(round, "units.xlsx", workbook), officer);
            await services.GetRequiredService<RunDeliveries>().Take(kept.Id, officer, CancellationToken.None);
            Print(kind, "workbook checked and taken", start, before);
            var view = (await Do(services, new ListDeliveries(round), officer)).All[0];
            if (view.Taken != unsent.Reports.Count || view.Taken == 0)
                throw new InvalidOperationException($"{view.Taken} of {unsent.Reports.Count} units were taken; {view.Faults.Count} faults");
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task Register(IServiceProvider services)
    {
        var rows = Enumerable.Range(0, Units).Select(number => string.Create(CultureInfo.InvariantCulture, $"{CreditCode.Make('9', '1', "990000", number.ToString("D8", CultureInfo.InvariantCulture))},菏泽第{number}机械制造有限公司,{Region},3825,small,"));
        var preview = await Do(services, new PreviewEnterprises(new SourceFile("enterprises.csv", "统一社会信用代码,企业名称,地区,行业代码,规模,类型\n" + string.Join('\n', rows)), Day));
        var import = (await Do(services, new KeepEnterprises(preview))).Id;
        await Do(services, new ConfirmEnterprises(import));
        await services.GetRequiredService<RunEnterpriseImports>().Write(import, Caller.Product, CancellationToken.None);
    }

    // What is delivered is delivered by a person.
    private static async Task<Caller> Officer(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LianzhangDb>();
        var account = new Account { Id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), DisplayName = "bench", UserName = "bench", NormalizedUserName = "BENCH", SecurityStamp = "bench", CreatedAt = TimeProvider.System.GetUtcNow() };
        var organisation = new Platform.Identity.Organisation { Id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), Code = "bench", Name = "bench", Kind = OrganisationKind.CountyGovernment, Region = Region };
        db.AddRange(account, organisation, new Membership { Id = Guid.CreateVersion7(TimeProvider.System.GetUtcNow()), AccountId = account.Id, OrganisationId = organisation.Id, Role = "county-officer" });
        await db.SaveChangesAsync();
        return new Caller(account.DisplayName, account.Id, account.SecurityStamp);
    }

    // Every number of every unit.
    private static byte[] Filled(byte[] workbook)
    {
        var stream = new MemoryStream();
        stream.Write(workbook);
        using (var document = SpreadsheetDocument.Open(stream, isEditable: true))
        {
            var sheet = (WorksheetPart)document.WorkbookPart!.GetPartById(document.WorkbookPart.Workbook!.Sheets!.Elements<Sheet>().First().Id!);
            foreach (var row in sheet.Worksheet!.Descendants<Row>().Where(row => row.RowIndex! > 6))
            {
                foreach (var cell in row.Elements<Cell>().Skip(2).Take(14))
                    cell.CellValue = new CellValue(row.RowIndex!.Value.ToString(CultureInfo.InvariantCulture));
            }
        }

        return stream.ToArray();
    }

    private static void Print(StoreKind kind, string what, long start, long before) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
        $"  {kind,-10} {what,-42} {Stopwatch.GetElapsedTime(start).TotalSeconds,6:0.0} s   peak memory {Process.GetCurrentProcess().PeakWorkingSet64 / 1e6,6:0} MB (before {before / 1e6:0} MB)"));

    private static async Task<TResult> Do<TResult>(IServiceProvider services, IRequest<TResult> request, Caller? caller = null)
        where TResult : class
    {
        var answer = await services.GetRequiredService<Platform.Shared.Run>().Do(request, caller ?? Caller.Product, CancellationToken.None);
        return answer.Value ?? throw new InvalidOperationException($"{request} was refused: {answer.Problem?.Detail.En} {string.Join('\n', answer.Problem?.Faults ?? [])}");
    }
}
