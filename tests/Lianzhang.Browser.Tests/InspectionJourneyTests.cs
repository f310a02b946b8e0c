using System.Globalization;
using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>An inspection from the draw to its findings, filled in as on a phone.</summary>
public abstract class InspectionJourneyTests(Server server, Chromium chromium, string store) : PageTest(server, chromium)
{
    private static readonly FilePayload Picture = new() { Name = "现场.jpg", MimeType = "image/jpeg", Buffer = [0xFF, 0xD8, 0xFF, 0xE0, 0, 16, .. "JFIF"u8] };

    [Theory]
    [InlineData(1440, "park_service")]
    [InlineData(390, "project_progress")]
    public async Task A_visit_is_drawn_filled_in_and_finished_with_a_finding(int width, string theme)
    {
        var officer = await OpenAsync("/inspections", width);
        await officer.GetByLabel("主题").SelectOptionAsync(theme);
        await officer.GetByLabel("完成期限").FillAsync(DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date).AddDays(7).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await officer.GetByLabel("随机抽取个数").FillAsync("1");
        await officer.GetByLabel("抽取种子").FillAsync("20261127");
        await CheckAsync(officer, $"inspections-{store}");
        await officer.GetByRole(AriaRole.Button, new() { Name = "安排" }).ClickAsync();
        await Assertions.Expect(officer.GetByText("已安排 1 次检查。")).ToBeVisibleAsync();

        var verifier = await OpenAsync("/inspections", width, "verifier");
        var name = theme == "park_service" ? "园区配套与服务" : "重点任务落实";
        await verifier.GetByRole(AriaRole.Row, new() { Name = name }).GetByRole(AriaRole.Link).First.ClickAsync();
        await verifier.GetByRole(AriaRole.Button, new() { Name = "完成检查" }).ClickAsync();
        await Assertions.Expect(verifier.GetByText("还不能完成")).ToBeVisibleAsync();
        Problems.Expect("422");
        var form = verifier.Locator("form", new() { Has = verifier.GetByRole(AriaRole.Button, new() { Name = "保存" }) });
        foreach (var field in await form.Locator("select").AllAsync())
            await field.SelectOptionAsync("no");
        foreach (var field in await form.Locator("input[inputmode=decimal], textarea").AllAsync())
            await field.FillAsync("3");
        // It is saved as one types, so that it is there though the page is left.
        await Assertions.Expect(form.Locator("[data-said]")).ToContainTextAsync("已保存");
        await verifier.GotoAsync(new Uri(verifier.Url).AbsolutePath);
        foreach (var field in await form.Locator("select").AllAsync())
            await Assertions.Expect(field).ToHaveValueAsync("no");
        // A phone opens its camera for what is to be photographed.
        var photograph = form.Locator("input[type=file]");
        await Assertions.Expect(photograph).ToHaveAttributeAsync("capture", "environment");
        await photograph.SetInputFilesAsync(Picture);
        await CheckAsync(verifier, $"inspection-{store}");
        await verifier.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Assertions.Expect(verifier.GetByText("已保存。")).ToBeVisibleAsync();
        await Assertions.Expect(verifier.GetByRole(AriaRole.Link, new() { Name = "现场.jpg" })).ToBeVisibleAsync();
        await verifier.GetByLabel("程度").SelectOptionAsync("Serious");
        await verifier.GetByLabel("问题", new() { Exact = true }).FillAsync("进展没有佐证");
        await verifier.GetByLabel("问题照片").SetInputFilesAsync(Picture);
        await verifier.GetByRole(AriaRole.Button, new() { Name = "登记问题" }).ClickAsync();
        await Assertions.Expect(verifier.GetByText("问题已登记。")).ToBeVisibleAsync();
        await CheckAsync(verifier, $"inspection-finding-{store}");
        await verifier.GetByRole(AriaRole.Button, new() { Name = "完成检查" }).ClickAsync();
        await Assertions.Expect(verifier.GetByText("检查已完成。")).ToBeVisibleAsync();
        await Assertions.Expect(verifier.GetByRole(AriaRole.Button, new() { Name = "保存" })).ToHaveCountAsync(0);
        await Assertions.Expect(verifier.GetByRole(AriaRole.Link, new() { Name = "现场.jpg" })).ToHaveCountAsync(2);
        await CheckAsync(verifier, $"inspection-finished-{store}");
    }
}

/// <summary>Inspections on the embedded store.</summary>
public sealed class InspectionsOnSqliteTests(DemoServer demo, Chromium chromium) : InspectionJourneyTests(demo.Server, chromium, "sqlite");

/// <summary>Inspections on PostgreSQL.</summary>
public sealed class InspectionsOnPostgresTests(PostgresDemoServer demo, Chromium chromium) : InspectionJourneyTests(demo.Server, chromium, "postgres");
