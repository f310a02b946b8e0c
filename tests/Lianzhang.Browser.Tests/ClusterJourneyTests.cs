using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>Clusters of the city that the demo makes up, which every page says is made up.</summary>
public abstract class ClusterJourneyTests(Server server, Chromium chromium, string store) : PageTest(server, chromium)
{
    private readonly Uri address = server.Address;

    private const string Line = "本系统含生成的演示数据，非真实数据";

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Clusters_are_listed_and_one_is_opened(int width)
    {
        var page = await OpenAsync("/clusters", width);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "产业集群", Level = 1 })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText(Line)).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("其中超 1000 亿元 1 个")).ToBeVisibleAsync();
        await CheckAsync(page, $"clusters-{store}");

        await page.GetByRole(AriaRole.Link, new() { Name = "生物医药产业集群" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "历年规模" })).ToBeVisibleAsync();
        await page.Locator("lz-chart[data-state=drawn]").WaitForAsync();
        await CheckAsync(page, $"cluster-{store}");
    }

    [Fact]
    public async Task A_cluster_is_added_and_changed()
    {
        var code = $"browser_{store.ToLowerInvariant()}_cluster";
        var page = await OpenAsync("/clusters", 1440);
        await page.GetByLabel("编码", new() { Exact = true }).FillAsync("Not a code");
        await page.GetByLabel("名称", new() { Exact = true }).FillAsync("冷链产业集群");
        await page.GetByRole(AriaRole.Button, new() { Name = "新增" }).ClickAsync();
        await Assertions.Expect(page.GetByText("编码以小写字母开头")).ToBeVisibleAsync();
        Problems.Expect("422");
        await page.GetByLabel("编码", new() { Exact = true }).FillAsync(code);
        await page.GetByRole(AriaRole.Button, new() { Name = "新增" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "冷链产业集群" }).ClickAsync();
        await page.GetByLabel("责任单位").FillAsync("市商务局");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Assertions.Expect(page.GetByText("责任单位 市商务局")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Before_one_signs_in_one_is_told_too_and_so_are_programs()
    {
        var page = await OpenAsync("/sign-in", 390, account: null);
        await Assertions.Expect(page.GetByText(Line)).ToBeVisibleAsync();
        using var client = await SignedInClient.SignInAsync(address, "leader");
        using var answer = await client.Http.GetAsync("/api/v1/clusters", TestContext.Current.CancellationToken);
        Assert.Equal(["generated"], answer.Headers.GetValues("Lianzhang-Data"));
    }
}

/// <summary>The journeys on SQLite.</summary>
public sealed class ClusterJourneysOnSqliteTests(DemoServer demo, Chromium chromium) : ClusterJourneyTests(demo.Server, chromium, "sqlite");

/// <summary>The journeys on PostgreSQL.</summary>
public sealed class ClusterJourneysOnPostgresTests(PostgresDemoServer demo, Chromium chromium) : ClusterJourneyTests(demo.Server, chromium, "postgres");
