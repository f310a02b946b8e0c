using System.Globalization;
using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>A number opens from its target down to units and versions, and says what has changed.</summary>
public abstract class ExplainJourneyTests(Server server, Chromium chromium, string store) : PageTest(server, chromium)
{
    [Theory]
    [MemberData(nameof(Widths))]
    public async Task A_number_opens_from_its_target_to_a_county_and_its_units(int width)
    {
        var page = await OpenAsync("/targets/tech_smes/2025", width, "leader");
        await page.GetByRole(AriaRole.Link, new() { Name = "数值构成" }).ClickAsync();
        await page.ArriveAsync(@"/explain/tech_smes\?");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("数值构成");
        await CheckAsync(page, $"explain-{store}");

        await page.GetByRole(AriaRole.Link, new() { Name = "牡丹区" }).ClickAsync();
        await page.ArriveAsync(@"/explain/tech_smes\?region=371702");
        await Assertions.Expect(page.Locator("#units th[scope=row] a[href^='/enterprises/']").First).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "导出 Excel：各单位" })).ToBeVisibleAsync();
        await CheckAsync(page, $"explain-units-{store}");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task What_has_changed_is_told_with_its_chart_and_table(int width)
    {
        var page = await OpenAsync("/explain/tech_smes?region=371702", width, "leader");
        // A browser drops seconds that are zero, and then takes the field for filled in wrongly.
        var since = TimeProvider.System.GetLocalNow().AddSeconds(-1);
        since = since.Second == 0 ? since.AddSeconds(-1) : since;
        await page.GetByLabel("自", new() { Exact = true }).FillAsync(since.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture));
        await page.GetByRole(AriaRole.Button, new() { Name = "比较" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "以来的变化" })).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#changes").GetByRole(AriaRole.Rowheader, new() { Name = "原值" }).First).ToBeVisibleAsync();
        await CheckAsync(page, $"explain-changes-{store}");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Who_sees_no_enterprises_sees_the_number_by_county_alone(int width)
    {
        var page = await OpenAsync("/explain/tech_smes?region=371702", width, "sponsor");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToContainTextAsync("数值构成");
        await Assertions.Expect(page.Locator("a[href^='/enterprises/']")).ToHaveCountAsync(0);
        await Assertions.Expect(page.Locator("#units")).ToHaveCountAsync(0);
    }
}

/// <summary>Numbers opened on the embedded store.</summary>
public sealed class ExplainOnSqliteTests(DemoServer demo, Chromium chromium) : ExplainJourneyTests(demo.Server, chromium, "sqlite");

/// <summary>Numbers opened on PostgreSQL.</summary>
public sealed class ExplainOnPostgresTests(PostgresDemoServer demo, Chromium chromium) : ExplainJourneyTests(demo.Server, chromium, "postgres");
