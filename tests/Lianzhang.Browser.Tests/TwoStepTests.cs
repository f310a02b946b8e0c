using System.Text.RegularExpressions;
using Lianzhang.Platform.Tests.Identity;
using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>A person sets up an authenticator, signs in with it, loses the phone.</summary>
public abstract partial class TwoStepTests(Server server, Chromium chromium, string store) : PageTest(server, chromium)
{
    [Theory]
    [MemberData(nameof(Widths))]
    public async Task An_authenticator_is_set_up_used_and_taken_away_by_the_administrator(int width)
    {
        var (user, password) = await NewPersonAsync($"two-step.{store}.{width}", width);
        var page = await OpenAsync("/sign-in", width, account: null);
        await SignInAsync(page, user, password);
        await ChangePasswordAsync(page, password);
        await page.GetByRole(AriaRole.Link, new() { Name = "两步验证" }).ClickAsync();
        await CheckAsync(page, $"two-step-off-{store}");
        await page.GetByRole(AriaRole.Button, new() { Name = "开始设置" }).ClickAsync();
        var key = (await page.Locator("code").InnerTextAsync()).Replace(" ", string.Empty, StringComparison.Ordinal);
        Assert.Matches(KeyPattern(), key);
        await Assertions.Expect(page.GetByRole(AriaRole.Img, new() { Name = "二维码" })).ToBeVisibleAsync();
        await CheckAsync(page, $"two-step-key-{store}");

        await page.GetByLabel("验证码").FillAsync("abcdef");
        await page.GetByRole(AriaRole.Button, new() { Name = "确认并开启" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("验证码不正确");
        Problems.Expect("422");
        // The same key as before: the phone has it already.
        Assert.Equal(key, (await page.Locator("code").InnerTextAsync()).Replace(" ", string.Empty, StringComparison.Ordinal));
        await page.GetByLabel("验证码").FillAsync(Code(key));
        await page.GetByRole(AriaRole.Button, new() { Name = "确认并开启" }).ClickAsync();
        var codes = await page.Locator("li code").AllInnerTextsAsync();
        Assert.Equal(10, codes.Count);
        await CheckAsync(page, $"two-step-codes-{store}");
        await page.GetByRole(AriaRole.Link, new() { Name = "已保存" }).ClickAsync();
        await Assertions.Expect(page.GetByText("还有 10 个恢复码未使用")).ToBeVisibleAsync();
        await CheckAsync(page, $"two-step-on-{store}");

        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await SignInAsync(page, user, OwnPassword);
        await page.GetByLabel("密码").FillAsync(OwnPassword);
        await page.GetByLabel("动态验证码").FillAsync(codes[0]);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await page.ArriveAsync("/workbench$");

        var administrator = await OpenAsync($"/people?search={user}", width, "sysadmin");
        await administrator.GetByRole(AriaRole.Link, new() { Name = "试设者" }).ClickAsync();
        await CheckAsync(administrator, $"two-step-person-{store}");
        await administrator.GetByRole(AriaRole.Button, new() { Name = "设备丢失" }).ClickAsync();
        var handedOver = await administrator.Locator("dl code").InnerTextAsync();
        await Assertions.Expect(administrator.GetByText("未开启")).ToBeVisibleAsync();
        await page.GotoAsync("/profile");
        await SignInAsync(page, user, handedOver);
        await page.ArriveAsync("/password$");
    }

    [Fact]
    public async Task It_is_renewed_and_turned_off_with_the_password()
    {
        var (user, password) = await NewPersonAsync($"two-step.off.{store}", 1440);
        var page = await OpenAsync("/sign-in", 1440, account: null);
        await SignInAsync(page, user, password);
        await ChangePasswordAsync(page, password);
        await page.GotoAsync("/profile/two-step");
        await page.GetByRole(AriaRole.Button, new() { Name = "开始设置" }).ClickAsync();
        var key = (await page.Locator("code").InnerTextAsync()).Replace(" ", string.Empty, StringComparison.Ordinal);
        await page.GetByLabel("验证码").FillAsync(Code(key));
        await page.GetByRole(AriaRole.Button, new() { Name = "确认并开启" }).ClickAsync();
        var codes = await page.Locator("li code").AllInnerTextsAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "已保存" }).ClickAsync();

        await page.GetByLabel("当前密码").First.FillAsync("wrong");
        await page.GetByRole(AriaRole.Button, new() { Name = "换一组恢复码" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("当前密码不正确");
        Problems.Expect("422");
        await page.GetByLabel("当前密码").First.FillAsync(OwnPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "换一组恢复码" }).ClickAsync();
        var renewed = await page.Locator("li code").AllInnerTextsAsync();
        Assert.Empty(renewed.Intersect(codes, StringComparer.Ordinal));
        await page.GetByRole(AriaRole.Link, new() { Name = "已保存" }).ClickAsync();

        await page.GetByLabel("当前密码").Last.FillAsync(OwnPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "关闭两步验证" }).ClickAsync();
        await Assertions.Expect(page.GetByText("两步验证未开启")).ToBeVisibleAsync();
    }

    private const string OwnPassword = "My-own-word-1";

    // The server's clock is the machine's.
    private static string Code(string key) => Authenticator.Code(key, TimeProvider.System.GetUtcNow());

    private async Task<(string User, string Password)> NewPersonAsync(string user, int width)
    {
        var page = await OpenAsync("/people/new", width, "sysadmin");
        await page.GetByLabel("账号名").FillAsync(user);
        await page.GetByLabel("姓名").FillAsync("试设者");
        await page.GetByRole(AriaRole.Button, new() { Name = "建立账号" }).ClickAsync();
        return (user, await page.Locator("dl code").InnerTextAsync());
    }

    private static async Task SignInAsync(IPage page, string user, string password)
    {
        await page.GetByLabel("账号名").FillAsync(user);
        await page.GetByLabel("密码").FillAsync(password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
    }

    private static async Task ChangePasswordAsync(IPage page, string present)
    {
        await page.GetByLabel("当前密码").FillAsync(present);
        await page.GetByLabel("新密码", new() { Exact = true }).FillAsync(OwnPassword);
        await page.GetByLabel("再输一次新密码").FillAsync(OwnPassword);
        await page.GetByRole(AriaRole.Button, new() { Name = "修改密码" }).ClickAsync();
        await page.ArriveAsync(@"/profile\?");
    }

    [GeneratedRegex("^[A-Z2-7]{32}$", RegexOptions.None, 1000)]
    private static partial Regex KeyPattern();
}

/// <summary>Two-step sign-in on the embedded store.</summary>
public sealed class TwoStepOnSqliteTests(DemoServer demo, Chromium chromium) : TwoStepTests(demo.Server, chromium, "sqlite");

/// <summary>Two-step sign-in on PostgreSQL.</summary>
public sealed class TwoStepOnPostgresTests(PostgresDemoServer demo, Chromium chromium) : TwoStepTests(demo.Server, chromium, "postgres");
