using Lianzhang.Core.Programmes;
using Lianzhang.Platform.Auditing;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Notices;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

[assembly: AssemblyFixture(typeof(Lianzhang.Browser.Tests.HistoryServer))]

namespace Lianzhang.Browser.Tests;

/// <summary>One <c>lianzhang demo</c> on a store that held another version of the programme and of a figure before.</summary>
public sealed class HistoryServer : IAsyncLifetime
{
    private static readonly string Heze = Path.Combine(Path.GetDirectoryName(Artifacts.Lianzhang)!, "programmes", "heze");

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lianzhang-history-");
    private Server? server;

    public Server Server => server ?? throw new InvalidOperationException("The server is not started");

    public async ValueTask InitializeAsync()
    {
        var store = new StoreAddress(StoreKind.Sqlite, Path.Combine(folder.FullName, "store.db"));
        await using (var services = new ServiceCollection().AddLogging().AddShared().AddIdentity(new SignInRules()).AddNotices(new NoticeSettings()).AddAuditing(folder.FullName).AddProgrammes().AddFacts().AddRegisters().AddStore(store).BuildServiceProvider())
        {
            await services.GetRequiredService<MigrateStore>().Migrate(CancellationToken.None);
            var run = services.GetRequiredService<Run>();
            Assert.Null((await run.Do(new PublishProgramme([.. ProgrammeSchema.Files.Select(Earlier)], "earlier"), Caller.Product, CancellationToken.None)).Problem);
            Assert.Null((await run.Do(new ImportFigures(new SourceFile("earlier.csv", await Figure())), Caller.Product, CancellationToken.None)).Problem);
        }

        server = await Server.StartAsync("demo", "--store", $"sqlite:{store.Target}");
    }

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static SourceFile Earlier(string name)
    {
        var text = File.ReadAllText(Path.Combine(Heze, name));
        return new SourceFile(name, name == "targets.yaml" ? text.Replace("value: 700", "value: 650", StringComparison.Ordinal) : text);
    }

    private static async Task<string> Figure()
    {
        var lines = await File.ReadAllLinesAsync(Path.Combine(Heze, "figures.csv"));
        return $"{lines[0]}\n{lines.Single(line => line.Contains("580.87", StringComparison.Ordinal)).Replace("580.87", "579.5", StringComparison.Ordinal)}\n";
    }
}

/// <summary>A target says what it was before, and so do the figures that it rests on.</summary>
public sealed class HistoryTests(HistoryServer demo, Chromium chromium) : PageTest(demo.Server, chromium)
{
    [Theory]
    [MemberData(nameof(Widths))]
    public async Task A_changed_target_and_a_revised_figure_show_their_versions(int width)
    {
        var page = await OpenAsync("/targets/new_energy_capacity/2025?asOf=2024-12-31", width);
        var targets = page.GetByRole(AriaRole.Region, new() { Name = "目标的历次版本" }).Locator("tbody tr");
        await Assertions.Expect(targets).ToHaveCountAsync(2);
        await Assertions.Expect(targets.First).ToContainTextAsync("第 2 版（现行）");
        await Assertions.Expect(targets.First).ToContainTextAsync("目标值：650 → 700");
        await Assertions.Expect(targets.Last).ToContainTextAsync("首次列入");
        var figures = page.GetByRole(AriaRole.Region, new() { Name = "数据的历次版本" }).Locator("tbody tr");
        await Assertions.Expect(figures).ToHaveCountAsync(2);
        await Assertions.Expect(figures.First).ToContainTextAsync("580.87");
        await Assertions.Expect(figures.First).ToContainTextAsync("现行");
        await Assertions.Expect(figures.Last).ToContainTextAsync("579.5");
        await Assertions.Expect(figures.Last).ToContainTextAsync("已被修订");
        await page.Locator("lz-chart canvas").First.WaitForAsync();
        await CheckAsync(page, "history");
    }

    [Fact]
    public async Task A_target_that_was_never_changed_says_so_in_a_line()
    {
        var page = await OpenAsync("/targets/biomedicine_output/2025?asOf=2024-12-31", 1440);
        await Assertions.Expect(page.GetByText("目标自第 1 版方案列入，此后未改动；方案现为第 2 版。")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("本页数据均只入库一次，未经修订。")).ToBeVisibleAsync();
    }
}
