using Lianzhang.Platform.Identity;
using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>A person adds a passkey of the browser's own device, signs in with it and removes it.</summary>
public abstract class PasskeyTests(Server server, Chromium chromium, string store) : PageTest(server, chromium)
{
    [Theory]
    [InlineData(1440, "park")]
    [InlineData(390, "sponsor")]
    public async Task A_passkey_is_added_signs_in_and_is_removed(int width, string account)
    {
        var page = await OpenByNameAsync("/sign-in?back=/profile/passkeys", width);
        await AddDeviceAsync(page);
        await CheckAsync(page, $"sign-in-passkey-{store}");
        // The device has none for this site.
        await page.GetByRole(AriaRole.Button, new() { Name = "用通行密钥登录" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("没有登录");
        await page.GetByLabel("账号名").FillAsync(account);
        await page.GetByLabel("密码").FillAsync(PrepareDemo.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();

        await Assertions.Expect(page.GetByText("还没有通行密钥。")).ToBeVisibleAsync();
        await page.GetByLabel("名称").FillAsync("办公电脑");
        await page.GetByLabel("当前密码").FillAsync("wrong");
        await page.GetByRole(AriaRole.Button, new() { Name = "登记通行密钥" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("当前密码不正确");
        Problems.Expect("422");
        await CheckAsync(page, $"passkeys-wrong-{store}");
        await page.GetByLabel("当前密码").FillAsync(PrepareDemo.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登记通行密钥" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已登记");
        await Assertions.Expect(page.GetByRole(AriaRole.Rowheader, new() { Name = "办公电脑" })).ToBeVisibleAsync();
        await CheckAsync(page, $"passkeys-{store}");

        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await page.ArriveAsync("/sign-in$");
        await page.GotoAsync("/profile/passkeys");
        await page.GetByRole(AriaRole.Button, new() { Name = "用通行密钥登录" }).ClickAsync();
        await page.ArriveAsync("/profile/passkeys$");
        await page.GetByRole(AriaRole.Button, new() { Name = "删除 办公电脑" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Status)).ToContainTextAsync("已删除");

        // The device still has it and shows it; the server no longer takes it.
        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "用通行密钥登录" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert).First).ToContainTextAsync("此通行密钥不能登录");
        await CheckAsync(page, $"sign-in-passkey-refused-{store}");
    }

    [Fact]
    public async Task Where_no_passkey_is_possible_none_is_offered()
    {
        var page = await OpenAsync("/sign-in", 390, account: null);
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true })).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "用通行密钥登录" })).ToBeHiddenAsync();
        var profile = await OpenAsync("/profile/passkeys", 390, "reviewer");
        await Assertions.Expect(profile.GetByText("此浏览器不支持通行密钥")).ToBeVisibleAsync();
        await CheckAsync(profile, $"passkeys-none-{store}");
    }

    // A device as the browser's own tests use it: it is there, verifies its owner and agrees to everything.
    private static async Task AddDeviceAsync(IPage page)
    {
        var devices = await page.Context.NewCDPSessionAsync(page);
        await devices.SendAsync("WebAuthn.enable");
        await devices.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2",
                ["transport"] = "internal",
                ["hasResidentKey"] = true,
                ["hasUserVerification"] = true,
                ["isUserVerified"] = true,
                ["automaticPresenceSimulation"] = true,
            },
        });
    }
}

/// <summary>Passkeys on the embedded store.</summary>
public sealed class PasskeysOnSqliteTests(DemoServer demo, Chromium chromium) : PasskeyTests(demo.Server, chromium, "sqlite");

/// <summary>Passkeys on PostgreSQL.</summary>
public sealed class PasskeysOnPostgresTests(PostgresDemoServer demo, Chromium chromium) : PasskeyTests(demo.Server, chromium, "postgres");
