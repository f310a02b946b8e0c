using System.Text;
using Lianzhang.Core.Registers;
using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>How enterprises come into the register by a sheet with faults, are changed from a day on, and two of them are merged.</summary>
public abstract class RegistersJourneyTests(Server server, Chromium chromium, string store) : PageTest(server, chromium)
{
    // More than are written at once, so that there is progress to see.
    private const int Many = 2_500;

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task A_sheet_with_a_fault_is_previewed_confirmed_and_followed(int width)
    {
        var page = await OpenAsync("/enterprises", width);
        await page.GetByRole(AriaRole.Link, new() { Name = "导入企业", Exact = true }).ClickAsync();
        await CheckAsync(page, $"enterprises-import-{store}");
        var wrong = Code(width, 1)[..17] + (Code(width, 1)[17] == '0' ? '1' : '0');
        await Upload(page, $"统一社会信用代码,企业名称,地区,行业代码,规模\n{Code(width, 1)},菏泽{width}号春风纺织有限公司,牡丹区,1711,小型\n{wrong},菏泽{width}号秋雨纺织有限公司,牡丹区,1711,小型\n{Code(width, 2)},菏泽市{width}号春风纺织股份有限公司,曹县,1711,\n");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "预览：共 3 行" })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("第 18 位校验码应为")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("疑似重复：与")).ToBeVisibleAsync();
        await CheckAsync(page, $"enterprises-preview-{store}");
        await page.GetByLabel("不写入 1 家疑似重复的企业").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "确认导入" }).ClickAsync();
        await Assertions.Expect(page.GetByText("导入完成。")).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await CheckAsync(page, $"enterprises-imported-{store}");

        await page.GotoAsync($"/enterprises?search={width}号春风纺织");
        await page.GetByRole(AriaRole.Link, new() { Name = $"菏泽{width}号春风纺织有限公司" }).ClickAsync();
        await Assertions.Expect(page.GetByText("导入登记，自")).ToBeVisibleAsync();
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task A_long_import_tells_how_far_it_is_and_ends_by_itself(int width)
    {
        var sheet = new StringBuilder("统一社会信用代码,企业名称,地区\n");
        for (var number = 100; number < 100 + Many; number++)
            sheet.Append($"{Code(width, number)},{width}长表{number:D5}机械有限公司,定陶区\n");
        var page = await OpenAsync("/enterprises/import", width);
        await Upload(page, sheet.ToString());
        await page.GetByRole(AriaRole.Button, new() { Name = "确认导入" }).ClickAsync();
        await Assertions.Expect(page.GetByText("导入完成。")).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await page.GotoAsync($"/enterprises?search={width}长表");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "共 2500 家" })).ToBeVisibleAsync();
        await CheckAsync(page, $"enterprises-{store}");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Two_enterprises_are_registered_changed_and_merged(int width)
    {
        await Register(width, 11, $"{width}甲钢构工程有限公司");
        await Register(width, 12, $"{width}乙电缆制造有限公司");
        var page = await OpenAsync($"/enterprises/{Code(width, 11)}", width);
        await page.GetByText("迁移地区").First.ClickAsync();
        await page.Locator("#set-region-value").SelectOptionAsync(new SelectOptionValue { Label = "单县" });
        await page.Locator("#set-region-from").FillAsync("2026-03-01");
        await CheckAsync(page, $"enterprise-edit-{store}");
        await page.GetByRole(AriaRole.Button, new() { Name = "迁移地区" }).ClickAsync();
        await Assertions.Expect(page.GetByText("自 2026-03-01 起：地区由 牡丹区 改为 单县")).ToBeVisibleAsync();
        // A day before the enterprise was there.
        await page.GetByText("变更规模").First.ClickAsync();
        await page.Locator("#set-size-from").FillAsync("2025-01-01");
        await page.Locator("#set-size-value").SelectOptionAsync("large");
        await page.GetByRole(AriaRole.Button, new() { Name = "变更规模" }).ClickAsync();
        await Assertions.Expect(page.GetByText("变更不能早于这一天")).ToBeVisibleAsync();
        Problems.Expect("422");

        await page.GetByRole(AriaRole.Link, new() { Name = "并入其他企业" }).ClickAsync();
        await page.GetByLabel("存续企业的代码").FillAsync(Code(width, 12));
        await page.GetByLabel("合并日").FillAsync("2026-05-01");
        await page.GetByRole(AriaRole.Button, new() { Name = "预览" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "合并后" })).ToBeVisibleAsync();
        await CheckAsync(page, $"merger-{store}");
        await page.GetByRole(AriaRole.Button, new() { Name = "确认合并" }).ClickAsync();
        await Assertions.Expect(page.GetByText("已登记。")).ToBeVisibleAsync();
        await CheckAsync(page, $"enterprise-{store}");
        await page.GetByRole(AriaRole.Link, new() { Name = $"{width}甲钢构工程有限公司" }).ClickAsync();
        await Assertions.Expect(page.GetByText("已并入").First).ToBeVisibleAsync();
        await page.GotoAsync("/enterprises/regions");
        await CheckAsync(page, $"enterprise-regions-{store}");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Reported_figures_go_in_when_every_row_is_right(int width)
    {
        await Register(width, 21, $"{width}丙仪表有限公司");
        var page = await OpenAsync("/enterprises/facts", width);
        await CheckAsync(page, $"facts-import-{store}");
        await Figures(page, "只检查", $"{Code(width, 21)},enterprise_revenue,2026-01,12.5\n{Code(width, 22)},enterprise_revenue,2026-01,8\n");
        await Assertions.Expect(page.GetByText($"没有单位 {Code(width, 22)}，或不在您的权限范围内")).ToBeVisibleAsync();
        await CheckAsync(page, $"facts-refused-{store}");
        Problems.Expect("422");
        await Figures(page, "导入", $"{Code(width, 21)},enterprise_revenue,2026-01,12.5\n");
        await Assertions.Expect(page.GetByText("1 个单位，1 份数据，1 个数值。已导入。")).ToBeVisibleAsync();
        await Figures(page, "导入", $"{Code(width, 21)},enterprise_revenue,2026-01,12.5\n");
        await Assertions.Expect(page.GetByText("此文件以前已导入，没有重复写入。")).ToBeVisibleAsync();
    }

    private static async Task Figures(IPage page, string button, string rows)
    {
        await page.GetByLabel("Excel 或 CSV 文件").SetInputFilesAsync(new FilePayload { Name = "数据.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes($"单位代码,数据项,时期,数值\n{rows}") });
        await page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
    }

    private async Task Register(int width, int number, string name)
    {
        var page = await OpenAsync("/enterprises/new", width);
        await page.GetByLabel("统一社会信用代码").FillAsync(Code(width, number));
        await page.GetByLabel("企业名称").FillAsync(name);
        await page.Locator("#region").SelectOptionAsync(new SelectOptionValue { Label = "牡丹区" });
        await page.GetByLabel("行业代码").First.FillAsync("3311");
        await page.GetByLabel("自哪一天起").FillAsync("2026-01-01");
        await CheckAsync(page, $"enterprise-new-{store}");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByText("已登记。")).ToBeVisibleAsync();
    }

    private static async Task Upload(IPage page, string sheet)
    {
        await page.GetByLabel("Excel 或 CSV 文件").SetInputFilesAsync(new FilePayload { Name = "企业.csv", MimeType = "text/csv", Buffer = Encoding.UTF8.GetBytes(sheet) });
        await page.GetByRole(AriaRole.Button, new() { Name = "预览" }).ClickAsync();
    }

    // Of a region that there is not, so that no enterprise has it.
    private static string Code(int width, int number) => CreditCode.Make('9', '1', "990000", $"{(width > 600 ? 'W' : 'N')}{number:D7}");
}

/// <summary>Enterprises on the embedded store.</summary>
public sealed class RegistersOnSqliteTests(DemoServer demo, Chromium chromium) : RegistersJourneyTests(demo.Server, chromium, "sqlite");

/// <summary>Enterprises on PostgreSQL.</summary>
public sealed class RegistersOnPostgresTests(PostgresDemoServer demo, Chromium chromium) : RegistersJourneyTests(demo.Server, chromium, "postgres");
