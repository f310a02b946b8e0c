using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>Who looks after the system sees what waits and how the sums run; others do not find the page.</summary>
public abstract class SystemPageTests(Server server, Chromium chromium, string store) : PageTest(server, chromium)
{
    [Theory]
    [MemberData(nameof(Widths))]
    public async Task The_administrator_sees_what_waits(int width)
    {
        var page = await OpenAsync("/system", width, "sysadmin");
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "待办" }).Locator("tbody tr")).ToHaveCountAsync(3);
        await Assertions.Expect(page.GetByText("占用内存")).ToBeVisibleAsync();
        await CheckAsync(page, $"system-{store}");
    }

    [Fact]
    public async Task Others_do_not_find_it()
    {
        var page = await OpenAsync("/system", 1440, "officer");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("未找到此页");
        Problems.Expect("404");
    }
}

/// <summary>The page on the embedded store.</summary>
public sealed class SystemOnSqliteTests(DemoServer demo, Chromium chromium) : SystemPageTests(demo.Server, chromium, "sqlite");

/// <summary>The page on PostgreSQL.</summary>
public sealed class SystemOnPostgresTests(PostgresDemoServer demo, Chromium chromium) : SystemPageTests(demo.Server, chromium, "postgres");
