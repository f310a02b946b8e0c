using Lianzhang.Platform.Identity;
using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>How people sign in and out, and what those who manage accounts, roles and the record do.</summary>
public abstract class SignInJourneyTests(Server server, Chromium chromium, string store) : PageTest(server, chromium)
{
    [Theory]
    [MemberData(nameof(Widths))]
    public async Task One_signs_in_by_keyboard_alone_and_comes_to_what_one_asked_for(int width)
    {
        var page = await OpenAsync("/industries/biomedicine", width, account: null);
        Assert.Contains("/sign-in?back=", page.Url, StringComparison.Ordinal);
        await CheckAsync(page, $"sign-in-{store}");
        await page.GetByLabel("账号名").FocusAsync();
        await page.Keyboard.TypeAsync("assessor");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.TypeAsync(PrepareDemo.Password);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("生物医药产业");
        await page.GetByRole(AriaRole.Button, new() { Name = "退出" }).ClickAsync();
        await page.ArriveAsync("/sign-in$");
        await page.GotoAsync("/programme");
        Assert.Contains("/sign-in", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_is_told_and_what_was_typed_stays()
    {
        var page = await OpenAsync("/sign-in?back=https://elsewhere.example/", 390, account: null);
        await page.GetByLabel("账号名").FillAsync("verifier");
        await page.GetByLabel("密码").FillAsync("wrong");
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("不正确");
        await Assertions.Expect(page.GetByLabel("账号名")).ToHaveValueAsync("verifier");
        await CheckAsync(page, $"sign-in-wrong-{store}");
        await page.GetByLabel("密码").FillAsync(PrepareDemo.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        // Not where the address said: it is of another site.
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("工作台");
    }

    [Fact]
    public async Task A_new_account_gets_its_password_its_role_and_a_copy_of_its_cookie_ends_with_it()
    {
        var user = $"person.{store}";
        var page = await OpenAsync("/people/new", 1440, "sysadmin");
        await page.GetByLabel("账号名").FillAsync(user);
        await page.GetByLabel("姓名").FillAsync("新同事");
        await page.GetByRole(AriaRole.Button, new() { Name = "建立账号" }).ClickAsync();
        await CheckAsync(page, $"hand-over-{store}");
        var password = await page.Locator("dl code").InnerTextAsync();

        var person = await OpenAsync("/sign-in", 390, account: null);
        await person.GetByLabel("账号名").FillAsync(user);
        await person.GetByLabel("密码").FillAsync(password);
        await person.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await person.ArriveAsync("/password$");
        await person.GotoAsync("/people");
        Assert.EndsWith("/password", person.Url, StringComparison.Ordinal);
        await CheckAsync(person, $"password-{store}");
        await person.GetByLabel("当前密码").FillAsync(password);
        await person.GetByLabel("新密码", new() { Exact = true }).FillAsync("My-own-word-1");
        await person.GetByLabel("再输一次新密码").FillAsync("My-own-word-1");
        await person.GetByRole(AriaRole.Button, new() { Name = "修改密码" }).ClickAsync();
        await Assertions.Expect(person.GetByText("还没有角色。")).ToBeVisibleAsync();

        var security = await OpenAsync($"/people?search={user}", 1440, "secadmin");
        await security.GetByRole(AriaRole.Link, new() { Name = "新同事" }).ClickAsync();
        await security.GetByLabel("角色").SelectOptionAsync("verifier");
        await security.GetByRole(AriaRole.Button, new() { Name = "授予" }).ClickAsync();
        await Assertions.Expect(security.GetByRole(AriaRole.Rowheader, new() { Name = "核查员" })).ToBeVisibleAsync();
        await CheckAsync(security, $"person-{store}");
        await person.GotoAsync("/");
        await Assertions.Expect(person.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("目标看板");

        var address = new Uri(person.Url);
        using var thief = new SignedInClient(address);
        foreach (var cookie in await person.Context.CookiesAsync())
            thief.Cookies.Add(address, new System.Net.Cookie(cookie.Name, cookie.Value));
        Assert.Equal(System.Net.HttpStatusCode.OK, await thief.StatusAsync("/api/v1/profile"));
        await person.GotoAsync("/profile");
        await CheckAsync(person, $"profile-{store}");
        await person.GetByRole(AriaRole.Button, new() { Name = "退出所有设备" }).ClickAsync();
        await person.ArriveAsync("/sign-in$");
        Assert.Equal(System.Net.HttpStatusCode.Unauthorized, await thief.StatusAsync("/api/v1/profile"));
    }

    [Theory]
    [MemberData(nameof(Widths))]
    public async Task Pages_of_the_administrators_can_be_read_and_used_by_everybody(int width)
    {
        foreach (var (path, account) in new[] { ("/people", "sysadmin"), ("/organisations", "sysadmin"), ("/roles", "secadmin"), ("/api-keys", "secadmin"), ("/audit", "audadmin") })
        {
            var page = await OpenAsync(path, width, account);
            await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToBeVisibleAsync();
            await CheckAsync(page, $"{path[1..]}-{store}");
        }
    }

    [Fact]
    public async Task An_enterprise_is_shown_nothing_of_targets()
    {
        var page = await OpenAsync("/workbench", 1440, "clerk");
        await Assertions.Expect(page.GetByText("目标看板")).ToHaveCountAsync(0);
        await page.GotoAsync("/");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("未找到此页");
        Problems.Expect("404");
    }
}

/// <summary>Signing in on the embedded store.</summary>
public sealed class SignInOnSqliteTests(DemoServer demo, Chromium chromium) : SignInJourneyTests(demo.Server, chromium, "sqlite");

/// <summary>Signing in on PostgreSQL.</summary>
public sealed class SignInOnPostgresTests(PostgresDemoServer demo, Chromium chromium) : SignInJourneyTests(demo.Server, chromium, "postgres");
