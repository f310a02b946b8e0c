using System.Globalization;
using System.IO.Compression;
using System.Text.RegularExpressions;
using Lianzhang.Platform.Tests.Reporting;
using Lianzhang.Web.Design;
using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>A report from the clerk's first cell to what counts: on the web, in Excel, sent back and sent again.</summary>
public abstract partial class ReportingJourneyTests(Server server, Chromium chromium, string store) : PageTest(server, chromium)
{
    private const string Monthly = "企业产销经营月报";
    private const string Quarterly = "企业研发创新季报";
    private const string Energy = "企业能源消费月报";

    [Theory]
    [InlineData(1440, Monthly, "02.month", "03.month", "01.month", "销售产值")]
    [InlineData(390, Quarterly, "01.quarter", "03.end", "01.quarter", "研发费用")]
    public async Task A_report_is_filled_in_sent_back_sent_again_and_counts(int width, string form, string slipped, string returned, string counts, string named)
    {
        var clerk = await OpenAsync("/reports", width, "clerk");
        await CheckAsync(clerk, $"reports-{store}");
        await clerk.GetByRole(AriaRole.Link, new() { Name = form }).First.ClickAsync();
        await Assertions.Expect(clerk.GetByText("格未填")).ToBeVisibleAsync();
        await FillLikeBefore(clerk);
        await Assertions.Expect(clerk.GetByText("没有发现问题，可以报送")).ToBeVisibleAsync();
        await CheckAsync(clerk, $"report-filled-{store}");

        // Ten thousand times as much is asked about, and sent once it is explained.
        var (right, counted) = (await Cell(clerk, slipped).InputValueAsync(), await Cell(clerk, counts).InputValueAsync());
        await Cell(clerk, slipped).FillAsync($"{right.Replace(".", string.Empty, StringComparison.Ordinal)}00000");
        await Assertions.Expect(clerk.Locator("[data-list]").GetByText(named).First).ToBeVisibleAsync();
        await CheckAsync(clerk, $"report-findings-{store}");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "报送", Exact = true }).ClickAsync();
        await Assertions.Expect(clerk.GetByText("没有报送：请先处理下列问题")).ToBeVisibleAsync();
        await Explain(clerk);
        await clerk.GetByRole(AriaRole.Button, new() { Name = "报送", Exact = true }).ClickAsync();
        await Assertions.Expect(clerk.GetByText("已报送，等待审核")).ToBeVisibleAsync();
        await CheckAsync(clerk, $"report-sent-{store}");

        var id = Id().Match(clerk.Url).Value;
        var reviewer = await OpenAsync("/reviews", width, "reviewer");
        await CheckAsync(reviewer, $"reviews-{store}");
        await reviewer.GotoAsync($"/reviews/{id}");
        await Assertions.Expect(reviewer.GetByText("说明：情况属实").First).ToBeVisibleAsync();
        await CheckAsync(reviewer, $"review-{store}");
        await reviewer.Locator($"input[type=checkbox][value='{returned}']").CheckAsync();
        await reviewer.Locator($"input[name$='{returned}']").Last.FillAsync("与上月相差较大，请核实");
        await reviewer.GetByRole(AriaRole.Button, new() { Name = "退回", Exact = true }).ClickAsync();
        await Assertions.Expect(reviewer.GetByText("已退回 1 份")).ToBeVisibleAsync();

        await clerk.GotoAsync($"/reports/{id}");
        await Assertions.Expect(clerk.GetByText("退回：与上月相差较大，请核实")).ToBeVisibleAsync();
        await Cell(clerk, slipped).FillAsync(right);
        await Assertions.Expect(clerk.GetByText("没有发现问题，可以报送")).ToBeVisibleAsync();
        await CheckAsync(clerk, $"report-returned-{store}");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "报送", Exact = true }).ClickAsync();
        await Assertions.Expect(clerk.GetByText("已报送，等待审核")).ToBeVisibleAsync();

        await reviewer.GotoAsync($"/reviews/{id}");
        await Assertions.Expect(reviewer.GetByText("第 2 版").First).ToBeVisibleAsync();
        await reviewer.GetByRole(AriaRole.Button, new() { Name = "通过", Exact = true }).ClickAsync();
        await Assertions.Expect(reviewer.GetByText("1 份已通过")).ToBeVisibleAsync();
        await clerk.ReloadAsync();
        await Assertions.Expect(clerk.GetByText("已通过").First).ToBeVisibleAsync();

        // What was accepted is a fact of the enterprise from then on.
        var (unit, period) = (await clerk.Locator("dl.who dd").Nth(1).InnerTextAsync(), await clerk.Locator("dl.who dd").Nth(2).InnerTextAsync());
        var officer = await OpenAsync($"/enterprises/{unit}", width);
        await Assertions.Expect(officer.GetByRole(AriaRole.Row, new() { Name = period }).First).ToContainTextAsync(AmountText.Of(decimal.Parse(counted, CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task A_report_goes_through_Excel_and_its_faults_are_marked()
    {
        var clerk = await OpenAsync("/reports", 1440, "clerk");
        await clerk.GetByRole(AriaRole.Link, new() { Name = Energy }).First.ClickAsync();
        await clerk.GetByRole(AriaRole.Link, new() { Name = "用 Excel 填报" }).ClickAsync();
        await CheckAsync(clerk, $"report-workbook-{store}");
        var template = await Download(clerk, "下载 Excel 模板");
        var faulty = new EditedTemplate(template).Number("01.year", "0").Number("01.stock", "0").Text("02.used", "约三十").Number("03.used", "900").Number("04.used", "420").Number("05.used", "700").Build();
        await Upload(clerk, faulty);
        await Assertions.Expect(clerk.GetByText("不是数字").First).ToBeVisibleAsync();
        await CheckAsync(clerk, $"report-uploaded-{store}");
        Assert.NotEmpty(await Download(clerk, "下载标注了问题的 Excel"));

        await Upload(clerk, new EditedTemplate(await Download(clerk, "下载 Excel 模板")).Number("02.used", "37").Number("03.used", "5").Build());
        await clerk.GetByRole(AriaRole.Link, new() { Name = "去核对并报送" }).ClickAsync();
        await Assertions.Expect(Cell(clerk, "02.used")).ToHaveValueAsync("37");
        await Explain(clerk);
        await clerk.GetByRole(AriaRole.Button, new() { Name = "报送", Exact = true }).ClickAsync();
        await Assertions.Expect(clerk.GetByText("已报送，等待审核")).ToBeVisibleAsync();
        await clerk.GetByRole(AriaRole.Button, new() { Name = "撤回" }).ClickAsync();
        await Assertions.Expect(clerk.GetByText("已撤回，可以修改后再报送")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_report_is_filled_in_and_sent_without_scripts()
    {
        var clerk = await OpenAsync("/reports", 1440, "clerk", scripts: false);
        await clerk.GetByRole(AriaRole.Link, new() { Name = Energy }).First.ClickAsync();
        foreach (var (key, typed) in new[] { ("01.year", "0"), ("01.stock", "0"), ("02.used", "370000"), ("03.used", "5"), ("04.used", "420"), ("05.used", "700") })
            await Cell(clerk, key).FillAsync(typed);
        await clerk.GetByRole(AriaRole.Button, new() { Name = "报送", Exact = true }).ClickAsync();
        await Assertions.Expect(clerk.GetByText("没有报送：请先处理下列问题")).ToBeVisibleAsync();
        await Assertions.Expect(Cell(clerk, "02.used")).ToHaveValueAsync("370000");
        await Cell(clerk, "02.used").FillAsync("37");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).Last.ClickAsync();
        await Assertions.Expect(clerk.Locator("[data-said]")).ToContainTextAsync("已保存");
        await Explain(clerk);

        // The same report in a second window, which stays open while it is sent in the first.
        var second = await OpenAsync(new Uri(clerk.Url).AbsolutePath, 1440, "clerk", scripts: false);
        await Cell(second, "05.used").FillAsync("701");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "报送", Exact = true }).ClickAsync();
        await Assertions.Expect(clerk.GetByText("已报送，等待审核")).ToBeVisibleAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).Last.ClickAsync();
        await Assertions.Expect(second.GetByRole(AriaRole.Heading, new() { Name = "没有保存的内容" })).ToBeVisibleAsync();
        await Assertions.Expect(second.Locator("dl.facts").First).ToContainTextAsync("701");
        Problems.Expect("answer: 409");

        var reviewer = await OpenAsync($"/reviews/{Id().Match(clerk.Url).Value}", 1440, "reviewer", scripts: false);
        await reviewer.Locator("input[type=checkbox][value='05.used']").CheckAsync();
        await reviewer.Locator("input[name$='05.used']").Last.FillAsync("请核实用水量");
        await reviewer.GetByRole(AriaRole.Button, new() { Name = "退回", Exact = true }).ClickAsync();
        await Assertions.Expect(reviewer.GetByText("已退回 1 份")).ToBeVisibleAsync();
        await clerk.ReloadAsync();
        await Assertions.Expect(clerk.GetByText("退回：请核实用水量")).ToBeVisibleAsync();
        await Cell(clerk, "05.used").FillAsync("701");
        await clerk.GetByRole(AriaRole.Button, new() { Name = "保存", Exact = true }).Last.ClickAsync();
        await Explain(clerk);
        await clerk.GetByRole(AriaRole.Button, new() { Name = "报送", Exact = true }).ClickAsync();
        await Assertions.Expect(clerk.GetByText("已报送，等待审核")).ToBeVisibleAsync();
        await clerk.GetByRole(AriaRole.Button, new() { Name = "撤回" }).ClickAsync();
        await Assertions.Expect(clerk.GetByText("已撤回，可以修改后再报送")).ToBeVisibleAsync();
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Rounds_say_what_has_come_and_what_is_missing(int width)
    {
        var officer = await OpenAsync("/rounds", width);
        await CheckAsync(officer, $"rounds-{store}");
        await officer.GetByRole(AriaRole.Link, new() { Name = Monthly }).First.ClickAsync();
        await CheckAsync(officer, $"round-{store}");
        await officer.Locator("a[href*='/units/']").First.ClickAsync();
        await CheckAsync(officer, $"round-unit-{store}");
        var round = Id().Match(officer.Url).Value;
        var county = await OpenAsync($"/rounds/{round}/upload", width, "county");
        await Assertions.Expect(county.GetByRole(AriaRole.Link, new() { Name = "下载各单位模板（.zip）" })).ToBeVisibleAsync();
        await CheckAsync(county, $"round-upload-{store}");
        using var archive = new ZipArchive(new MemoryStream(await Download(county, "下载各单位模板（.zip）")));
        Assert.NotEmpty(archive.Entries);
        Assert.All(archive.Entries, entry => Assert.EndsWith(".xlsx", entry.Name, StringComparison.Ordinal));
    }

    private static ILocator Cell(IPage page, string key) => page.Locator($"[name='typed.{key}']");

    // What the unit said for the period before, typed as it stands beside the cell.
    private static async Task FillLikeBefore(IPage page)
    {
        foreach (var box in await page.Locator("[data-cell]:has(input.amount):has(.before)").AllAsync())
            await box.Locator("input.amount").FillAsync(Number().Match(await box.Locator(".before span").First.InnerTextAsync()).Value);
        await Assertions.Expect(page.Locator("[data-said]")).ToContainTextAsync("已保存");
    }

    private static async Task Explain(IPage page)
    {
        foreach (var box in await page.Locator("[data-list] textarea").AllAsync())
            await box.FillAsync("情况属实");
    }

    private static async Task<byte[]> Download(IPage page, string link)
    {
        var download = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync());
        return await File.ReadAllBytesAsync(await download.PathAsync());
    }

    private static async Task Upload(IPage page, byte[] workbook)
    {
        await page.GetByLabel("填好的模板").SetInputFilesAsync(new FilePayload { Name = "report.xlsx", MimeType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", Buffer = workbook });
        await page.GetByRole(AriaRole.Button, new() { Name = "上传", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "上传结果" })).ToBeVisibleAsync();
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}", RegexOptions.None, 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"-?[0-9]+(\.[0-9]+)?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Number();
}

/// <summary>Reporting on the embedded store.</summary>
public sealed class ReportingOnSqliteTests(DemoServer demo, Chromium chromium) : ReportingJourneyTests(demo.Server, chromium, "sqlite");

/// <summary>Reporting on PostgreSQL.</summary>
public sealed class ReportingOnPostgresTests(PostgresDemoServer demo, Chromium chromium) : ReportingJourneyTests(demo.Server, chromium, "postgres");
