using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>An appeal from who asks to who answers: routed, answered, not satisfying, dealt with once more by another, rated.</summary>
public abstract class AppealJourneyTests(Server server, Chromium chromium, string store) : PageTest(server, chromium)
{
    [Theory]
    [MemberData(nameof(Widths))]
    public async Task An_appeal_is_routed_answered_reopened_once_and_rated_for_good(int width)
    {
        var title = $"扩建用地指标{width}";
        var clerk = await OpenAsync("/appeals", width, "clerk");
        await CheckAsync(clerk, $"appeals-{store}");
        await clerk.GetByRole(AriaRole.Link, new() { Name = "提出诉求" }).ClickAsync();
        await clerk.GetByLabel("类别").SelectOptionAsync("factor");
        await clerk.GetByLabel("标题").FillAsync(title);
        await clerk.GetByLabel("内容").FillAsync("二期厂房用地 30 亩尚未落实，请协调。");
        await CheckAsync(clerk, $"appeal-new-{store}");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "提交" }).ClickAsync();
        await Assertions.Expect(clerk.GetByText("已提交，等待分办。")).ToBeVisibleAsync();
        await Assertions.Expect(clerk.GetByText("诉求〔")).ToBeVisibleAsync();

        var officer = await OpenAsync("/appeals/desk", width);
        await CheckAsync(officer, $"appeals-desk-{store}");
        await officer.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await officer.GetByLabel("承办单位").SelectOptionAsync(new SelectOptionValue { Label = "菏泽市工业和信息化局" });
        await officer.GetByLabel("紧急程度").SelectOptionAsync("three_days");
        await CheckAsync(officer, $"appeal-route-{store}");
        await officer.GetByRole(AriaRole.Button, new() { Name = "分办" }).ClickAsync();
        await Assertions.Expect(officer.GetByText("已分办。")).ToBeVisibleAsync();

        var department = await OpenAsync("/appeals/desk", width, "department");
        await department.GetByRole(AriaRole.Link, new() { Name = title }).ClickAsync();
        await CheckAsync(department, $"appeal-answer-{store}");
        await Answer(department, "已列入下一批次用地计划。");

        await clerk.ReloadAsync();
        await clerk.GetByLabel("评价", new() { Exact = true }).SelectOptionAsync("Not");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "评价" }).ClickAsync();
        await Assertions.Expect(clerk.GetByText("已评价。")).ToBeVisibleAsync();
        await clerk.GetByLabel("理由").FillAsync("没有明确时间");
        await CheckAsync(clerk, $"appeal-reopen-{store}");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "申请重新办理" }).ClickAsync();
        await Assertions.Expect(clerk.GetByText("已申请重新办理。")).ToBeVisibleAsync();

        await department.ReloadAsync();
        var pass = department.Locator("form", new() { Has = department.GetByRole(AriaRole.Button, new() { Name = "转办" }) });
        await pass.GetByLabel("承办单位").SelectOptionAsync(new SelectOptionValue { Label = "牡丹区人民政府" });
        await pass.GetByLabel("理由").FillAsync("由属地落实地块");
        await department.GetByRole(AriaRole.Button, new() { Name = "转办" }).ClickAsync();
        await Assertions.Expect(department.GetByText("已转办。")).ToBeVisibleAsync();

        var county = await OpenAsync("/workbench", width, "county");
        await county.GetByRole(AriaRole.Link, new() { Name = title }).First.ClickAsync();
        await Answer(county, "地块已落实，11 月底前供地。");
        await Assertions.Expect(county.GetByText("由属地落实地块")).ToBeVisibleAsync();

        await clerk.ReloadAsync();
        await clerk.GetByLabel("评价", new() { Exact = true }).SelectOptionAsync("Satisfied");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "评价" }).ClickAsync();
        await Assertions.Expect(clerk.GetByText("已评价。")).ToBeVisibleAsync();
        await Assertions.Expect(clerk.GetByText("地块已落实，11 月底前供地。")).ToBeVisibleAsync();
        await Assertions.Expect(clerk.GetByRole(AriaRole.Button, new() { Name = "申请重新办理" })).ToHaveCountAsync(0);
        await CheckAsync(clerk, $"appeal-closed-{store}");
        await officer.GotoAsync("/appeals/desk?filter=Closed");
        await Assertions.Expect(officer.GetByRole(AriaRole.Row, new() { Name = title })).ToContainTextAsync("满意");
        await CheckAsync(officer, $"appeals-closed-{store}");
    }

    [Fact]
    public async Task Of_anothers_appeal_one_sees_as_much_as_of_none()
    {
        var clerk = await OpenAsync("/appeals", 1440, "clerk");
        await clerk.Locator("tbody th a").First.ClickAsync();
        var address = new Uri(clerk.Url).AbsolutePath;
        var unit = await OpenAsync(address, 1440, "unit");
        Problems.Expect("404");
        await Assertions.Expect(unit.GetByRole(AriaRole.Heading, new() { Name = "未找到此页" })).ToBeVisibleAsync();
    }

    private static async Task Answer(IPage page, string words)
    {
        await page.GetByLabel("办理结果").FillAsync(words);
        await page.GetByRole(AriaRole.Button, new() { Name = "答复" }).ClickAsync();
        await Assertions.Expect(page.GetByText("已答复，等待评价。")).ToBeVisibleAsync();
    }
}

/// <summary>Appeals on the embedded store.</summary>
public sealed class AppealsOnSqliteTests(DemoServer demo, Chromium chromium) : AppealJourneyTests(demo.Server, chromium, "sqlite");

/// <summary>Appeals on PostgreSQL.</summary>
public sealed class AppealsOnPostgresTests(PostgresDemoServer demo, Chromium chromium) : AppealJourneyTests(demo.Server, chromium, "postgres");
