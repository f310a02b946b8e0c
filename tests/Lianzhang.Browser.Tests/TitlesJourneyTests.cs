using System.Globalization;
using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>How titles are recorded and end, who is found ready for one, and how support goes from offer to delivery.</summary>
public abstract class TitlesJourneyTests(Server server, Chromium chromium, string store) : PageTest(server, chromium)
{
    private static readonly DateOnly Today = DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().Date);

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task A_title_is_granted_counts_and_expires(int width)
    {
        var page = await OpenAsync("/titles", width, "department");
        await page.GetByRole(AriaRole.Link, new() { Name = "登记称号" }).ClickAsync();
        await page.GetByLabel("统一社会信用代码").FillAsync($"A{width}");
        await page.GetByLabel("称号", new() { Exact = true }).SelectOptionAsync("tech_sme");
        var first = Today.AddMonths(-10);
        await page.GetByLabel("认定日期").FillAsync(Iso(first));
        await CheckAsync(page, $"title-grant-{store}");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记" }).ClickAsync();
        await Assertions.Expect(page.GetByText("称号已登记。")).ToBeVisibleAsync();
        await CheckAsync(page, $"title-{store}");

        // It ends in two months: it is among those of which one is warned, and a year on it has expired.
        await page.GotoAsync($"/titles?title=tech_sme&filter=EndsIn3&search=A{width}");
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = $"甲企业{width}" })).ToBeVisibleAsync();
        await CheckAsync(page, $"titles-{store}");
        await page.GotoAsync($"/titles?title=tech_sme&search=A{width}&asOf={Iso(first.AddDays(-1))}");
        await Assertions.Expect(page.GetByText("没有符合条件的称号。")).ToBeVisibleAsync();
        await page.GotoAsync($"/titles?title=tech_sme&filter=Expired&search=A{width}&asOf={Iso(first.AddMonths(12))}");
        await page.GetByRole(AriaRole.Rowheader, new() { Name = $"甲企业{width}" }).GetByRole(AriaRole.Link).ClickAsync();

        await page.GetByLabel("最后有效日").FillAsync(Iso(Today));
        await page.GetByLabel("终止原因").FillAsync("企业迁出");
        await page.GetByRole(AriaRole.Button, new() { Name = "终止" }).ClickAsync();
        await Assertions.Expect(page.GetByText("称号已终止。")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByText("企业迁出")).ToBeVisibleAsync();
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Who_is_ready_for_a_title_is_found_and_who_falls_short_is_told_by_how_much(int width)
    {
        var page = await OpenAsync("/titles/ladder?title=tech_sme", width, "department");
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = $"乙企业{width}" })).ToBeVisibleAsync();
        await CheckAsync(page, $"ladder-{store}");
        await page.GetByRole(AriaRole.Link, new() { Name = "尚有差距" }).ClickAsync();
        var near = page.GetByRole(AriaRole.Row, new() { Name = $"丙企业{width}" });
        await Assertions.Expect(near).ToContainTextAsync("超出 20 人（520 人，不得超过 500 人）");
        await CheckAsync(page, $"ladder-short-{store}");
        await page.GetByRole(AriaRole.Link, new() { Name = "缺数据" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = $"戊企业{width}" })).ToContainTextAsync("缺企业从业人员");
        await page.GotoAsync("/titles/ladder?title=tech_sme");
        await page.GetByRole(AriaRole.Link, new() { Name = $"乙企业{width}" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("统一社会信用代码")).ToHaveValueAsync($"B{width}");
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Support_is_offered_confirmed_decided_and_paid(int width)
    {
        var name = $"研发奖补{width}";
        var page = await OpenAsync("/policies", width, "department");
        await page.GetByRole(AriaRole.Link, new() { Name = "登记政策" }).First.ClickAsync();
        await page.GetByLabel("编码").FillAsync($"rd-{width}");
        await page.GetByLabel("名称").FillAsync(name);
        await page.GetByLabel("发布单位").FillAsync("市工业和信息化局");
        await page.GetByLabel("开始日期").FillAsync(Iso(Today.AddDays(-1)));
        await page.GetByLabel("截止日期").FillAsync(Iso(Today.AddMonths(6)));
        await page.GetByLabel("每家金额").FillAsync("20");
        await page.GetByLabel("总预算").FillAsync("100");
        await page.GetByLabel("条件（YAML）").FillAsync("rules:\n  - {code: rd, name: 研发费用 500 万元以上, formula: sum(enterprise_rdd), at_least: 500, unit: 万元}\n");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Assertions.Expect(page.GetByText("conditions:2:")).ToBeVisibleAsync();
        Problems.Expect("422");
        await page.GetByLabel("条件（YAML）").FillAsync("rules:\n  - {code: rd, name: 研发费用 500 万元以上, formula: sum(enterprise_rd), at_least: 500, unit: 万元}\n");
        await CheckAsync(page, $"policy-new-{store}");
        await page.GetByRole(AriaRole.Button, new() { Name = "保存" }).ClickAsync();
        await Assertions.Expect(page.GetByText("上年度企业研发费用", new() { Exact = false })).ToBeVisibleAsync();
        await CheckAsync(page, $"policy-{store}");

        await page.GetByRole(AriaRole.Link, new() { Name = "匹配企业" }).ClickAsync();
        await page.GetByLabel($"选择 丁企业{width}").CheckAsync();
        await page.GetByLabel("确认期限").FillAsync(Iso(Today.AddDays(10)));
        await CheckAsync(page, $"policy-matches-{store}");
        await page.GetByRole(AriaRole.Button, new() { Name = "推送所选" }).ClickAsync();
        await Assertions.Expect(page.GetByText("已推送 1 家企业。")).ToBeVisibleAsync();

        var clerk = await OpenAsync("/offers", width, "clerk");
        var card = clerk.Locator("section.card", new() { HasText = name });
        await CheckAsync(clerk, $"offers-{store}");
        await card.GetByRole(AriaRole.Button, new() { Name = "确认符合条件并享受" }).ClickAsync();
        await Assertions.Expect(clerk.GetByText("已确认，等待审定。")).ToBeVisibleAsync();

        var officer = await OpenAsync($"/policies/rd-{width}?view=offers&state=Confirmed", width, "officer");
        await officer.GetByRole(AriaRole.Link, new() { Name = $"丁企业{width}" }).ClickAsync();
        await officer.GetByRole(AriaRole.Button, new() { Name = "通过", Exact = true }).ClickAsync();
        await Assertions.Expect(officer.GetByText("待兑现")).ToBeVisibleAsync();

        await page.GotoAsync($"/policies/rd-{width}?view=offers");
        await CheckAsync(page, $"policy-offers-{store}");
        await page.GetByRole(AriaRole.Link, new() { Name = $"丁企业{width}" }).ClickAsync();
        await page.GetByLabel("兑现日期").FillAsync(Iso(Today));
        await page.GetByRole(AriaRole.Button, new() { Name = "登记兑现" }).ClickAsync();
        await Assertions.Expect(page.GetByText("已兑现")).ToBeVisibleAsync();
        await CheckAsync(page, $"offer-{store}");
        await page.GotoAsync("/policies");
        await Assertions.Expect(page.GetByRole(AriaRole.Row, new() { Name = name })).ToContainTextAsync("20／100");
        await CheckAsync(page, $"policies-{store}");
    }

    private static string Iso(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>Titles and support on the embedded store.</summary>
public sealed class TitlesOnSqliteTests(RegistersServer demo, Chromium chromium) : TitlesJourneyTests(demo.Server, chromium, "sqlite");

/// <summary>Titles and support on PostgreSQL.</summary>
public sealed class TitlesOnPostgresTests(PostgresRegistersServer demo, Chromium chromium) : TitlesJourneyTests(demo.Server, chromium, "postgres");
