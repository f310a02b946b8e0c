using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Auditing;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Notices;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Tests;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

[assembly: AssemblyFixture(typeof(Lianzhang.Browser.Tests.RegistersServer))]
[assembly: AssemblyFixture(typeof(Lianzhang.Browser.Tests.PostgresRegistersServer))]

namespace Lianzhang.Browser.Tests;

/// <summary>One <c>lianzhang demo</c> on an embedded store with a few enterprises and what they reported, a set for each width.</summary>
public sealed class RegistersServer : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lianzhang-registers-");
    private Server? server;

    public Server Server => server ?? throw new InvalidOperationException("The server is not started");

    public async ValueTask InitializeAsync()
    {
        var address = new StoreAddress(StoreKind.Sqlite, Path.Combine(folder.FullName, "store.db"));
        await TrialEnterprises.Put(address, folder.FullName);
        server = await Server.StartAsync("demo", "--store", $"sqlite:{address.Target}");
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        folder.Delete(recursive: true);
    }
}

/// <summary>The same on PostgreSQL.</summary>
public sealed class PostgresRegistersServer : IAsyncLifetime
{
    private readonly PostgresCluster cluster = new();
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lianzhang-registers-");
    private Server? server;

    public Server Server => server ?? throw new InvalidOperationException("The server is not started");

    public async ValueTask InitializeAsync()
    {
        var address = new StoreAddress(StoreKind.Postgres, await cluster.CreateDatabaseAsync());
        await TrialEnterprises.Put(address, folder.FullName);
        server = await Server.StartAsync("demo", "--store", $"postgres:{address.Target}");
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        await cluster.DisposeAsync();
        folder.Delete(recursive: true);
    }
}

/// <summary>Puts enterprises into a store before it is served.</summary>
internal static class TrialEnterprises
{
    private static readonly string Heze = Path.Combine(Path.GetDirectoryName(Artifacts.Lianzhang)!, "programmes", "heze");

    /// <summary>The files of the bundled programme.</summary>
    public static IReadOnlyList<SourceFile> Programme { get; } = [.. ProgrammeSchema.Files.Select(name => new SourceFile(name, File.ReadAllText(Path.Combine(Heze, name))))];

    /// <summary>What the product does, on a store that a server may be serving.</summary>
    public static ServiceProvider Services(StoreAddress address, string keys) =>
        new ServiceCollection().AddLogging().AddShared().AddIdentity(new SignInRules()).AddNotices(new NoticeSettings()).AddAuditing(keys).AddProgrammes().AddFacts().AddRegisters().AddStore(address).BuildServiceProvider();

    public static async Task Put(StoreAddress address, string keys)
    {
        await using var services = Services(address, keys);
        await services.GetRequiredService<MigrateStore>().Migrate(CancellationToken.None);
        var run = services.GetRequiredService<Run>();
        Assert.Null((await run.Do(new PublishProgramme(Programme, "trial"), Caller.Product, CancellationToken.None)).Problem);
        Assert.Null((await run.Do(new PrepareIdentity(WithAdministrators: false), Caller.Product, CancellationToken.None)).Problem);
        Assert.Null((await run.Do(new PrepareDemo(), Caller.Product, CancellationToken.None)).Problem);
        foreach (var width in new[] { 1440, 390 })
        {
            await Enterprise(services, $"A{width}", $"甲企业{width}");
            await Enterprise(services, $"B{width}", $"乙企业{width}");
            await Enterprise(services, $"C{width}", $"丙企业{width}");
            await Enterprise(services, $"D{width}", $"丁企业{width}");
            await Clerk(services, $"D{width}", $"丁企业{width}");
            await Enterprise(services, $"E{width}", $"戊企业{width}");
            Assert.Null((await run.Do(new AppendFacts(FactOrigin.Generated, $"trial {width}", "trial",
            [
                .. Reports($"B{width}", revenue: 9_000, rd: 300, employees: 120, researchers: 20),
                .. Reports($"C{width}", revenue: 9_000, rd: 300, employees: 520, researchers: 60),
                .. Reports($"D{width}", revenue: 30_000, rd: 900, employees: 900, researchers: 60),
            ]), Caller.Product, CancellationToken.None)).Problem);
        }
    }

    private static List<UnitReport> Reports(string unit, decimal revenue, decimal rd, decimal employees, decimal researchers)
    {
        var year = TimeProvider.System.GetLocalNow().Year - 1;
        return
        [
            new UnitReport(unit, Period.OfYear(year), [ReportedValue.Of("enterprise_revenue", revenue), ReportedValue.Of("enterprise_rd", rd)]),
            new UnitReport(unit, Period.OfMonth(year, 12), [ReportedValue.Of("enterprise_employees", employees), ReportedValue.Of("enterprise_rd_staff", researchers), ReportedValue.Of("enterprise_assets", 8_000)]),
        ];
    }

    // The clerk of the trial acts for the enterprise whose code an organisation of theirs has.
    private static async Task Clerk(ServiceProvider services, string code, string name)
    {
        var run = services.GetRequiredService<Run>();
        var people = await run.Do(new ListPeople("clerk"), Caller.Product, CancellationToken.None);
        var organisation = await run.Do(new AddOrganisation(code, name, OrganisationKind.Enterprise, "371702"), Caller.Product, CancellationToken.None);
        Assert.Null((await run.Do(new GiveRole(people.Value!.People.Single(person => person.UserName == "clerk").Id, organisation.Value!.Id, "enterprise-clerk"), Caller.Product, CancellationToken.None)).Problem);
    }

    // By the tables themselves: how enterprises come into the register is for other tests.
    private static async Task Enterprise(ServiceProvider services, string code, string name)
    {
        await using var scope = services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LianzhangDb>();
        await db.Database.ExecuteSqlAsync($"""
            INSERT INTO registers_unit ("Kind", "Code", "Name", "Region", "Industry", "Sei", "Size", "Status", "Generated", "RecordedAt")
            VALUES ('Enterprise', {code}, {name}, '371702', 'biomedicine', 'None', 'small', 'Active', TRUE, 0)
            """);
        foreach (var (attribute, value) in new[] { ("name", name), ("region", "371702"), ("industry", "biomedicine"), ("size", "small") })
        {
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO registers_value ("UnitId", "Attribute", "Value", "From", "RecordedAt")
                VALUES ((SELECT "Id" FROM registers_unit WHERE "Code" = {code}), {attribute}, {value}, '2018-01-01', 0)
                """);
        }
    }
}
