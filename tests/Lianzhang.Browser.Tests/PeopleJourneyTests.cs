using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>How people are brought in by the sheet, and how one lends a role for a leave.</summary>
public abstract class PeopleJourneyTests(Server server, Chromium chromium, string store) : PageTest(server, chromium)
{
    private const int SheetWidth = 703;

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task A_deputy_is_named_shown_and_ended(int width)
    {
        // Both roles hold the same rights, so that no test beside this one sees a difference.
        var (absent, deputy) = width > 600 ? ("verifier", "assessor") : ("assessor", "verifier");
        var page = await OpenAsync("/profile", width, absent);
        await page.GetByLabel("代理人账号名").FillAsync("no.such.person");
        var today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);
        await page.GetByLabel("起始日期").FillAsync($"{today:yyyy-MM-dd}");
        await page.GetByLabel("截止日期").FillAsync($"{today.AddDays(6):yyyy-MM-dd}");
        await page.GetByRole(AriaRole.Button, new() { Name = "指定" }).ClickAsync();
        await Assertions.Expect(page.GetByText("没有可用的账号 no.such.person")).ToBeVisibleAsync();
        Problems.Expect("422");
        await page.GetByLabel("代理人账号名").FillAsync(deputy);
        await page.GetByRole(AriaRole.Button, new() { Name = "指定" }).ClickAsync();
        await Assertions.Expect(page.GetByText("代理已登记。")).ToBeVisibleAsync();
        await CheckAsync(page, $"deputy-{store}");

        var other = await OpenAsync("/profile", width, deputy);
        await Assertions.Expect(other.GetByRole(AriaRole.Rowheader, new() { Name = "我代理 示例·" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "结束" }).First.ClickAsync();
        await Assertions.Expect(page.GetByText("代理已结束。")).ToBeVisibleAsync();
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Accounts_of_a_sheet_are_previewed_made_and_handed_over_on_paper(int width)
    {
        var page = await OpenAsync("/people", width, "sysadmin");
        await page.GetByRole(AriaRole.Link, new() { Name = "批量建立账号" }).ClickAsync();
        var sheet = $"账号名,姓名,邮箱,角色,单位代码\nsheet.one.{width},张三,,核查员,drc\nsheet.two.{width},李四,li.si@example.cn,核查员,demo-county\nbad name,王五,,核查员,demo-county\n";
        await page.GetByLabel("Excel 或 CSV 文件").SetInputFilesAsync(new FilePayload { Name = "人员.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(sheet) });
        await page.GetByRole(AriaRole.Button, new() { Name = "预览" }).ClickAsync();
        await CheckAsync(page, $"people-preview-{store}");
        await page.GetByRole(AriaRole.Button, new() { Name = "建立 2 个账号" }).ClickAsync();
        await Assertions.Expect(page.GetByText("已建立 2 个账号")).ToBeVisibleAsync();
        await CheckAsync(page, $"slips-{store}");
        var password = await page.Locator("code").First.InnerTextAsync();
        Assert.Matches("^[A-Z]{4}-[a-z]{4}-[2-9]{4}-[A-Za-z2-9]{4}$", password);
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "下载交接单（Excel）" }).ClickAsync());
        Assert.Matches(@"^hand-over-\d{4}-\d\d-\d\d\.xlsx$", download.SuggestedFilename);

        await page.SetViewportSizeAsync(SheetWidth, 900);
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await CheckAsync(page, $"slips-printed-{store}");
        await Assertions.Expect(page.GetByText(password)).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("密码只显示这一次")).ToBeHiddenAsync();

        var roles = await OpenAsync("/people/import/roles", width, "secadmin");
        await roles.GetByLabel("Excel 或 CSV 文件").SetInputFilesAsync(new FilePayload { Name = "人员.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(sheet) });
        await roles.GetByRole(AriaRole.Button, new() { Name = "预览" }).ClickAsync();
        await CheckAsync(roles, $"roles-preview-{store}");
        await roles.GetByRole(AriaRole.Button, new() { Name = "授予 2 个角色" }).ClickAsync();
        await Assertions.Expect(roles.GetByText("已授予 2 个角色。")).ToBeVisibleAsync();
    }
}

/// <summary>People on the embedded store.</summary>
public sealed class PeopleOnSqliteTests(DemoServer demo, Chromium chromium) : PeopleJourneyTests(demo.Server, chromium, "sqlite");

/// <summary>People on PostgreSQL.</summary>
public sealed class PeopleOnPostgresTests(PostgresDemoServer demo, Chromium chromium) : PeopleJourneyTests(demo.Server, chromium, "postgres");
