using System.Collections.Concurrent;
using Lianzhang.Platform.Identity;
using Microsoft.Playwright;

namespace Lianzhang.Browser.Tests;

/// <summary>
/// The machine's own Chromium, one process for all tests; each page has a profile of its own. It is the one without windows: the one
/// with them draws its own bars and buttons for every page even where nobody looks, and takes twice the time.
/// </summary>
public sealed class Chromium : IAsyncLifetime
{
    // Chromium's sandbox does not work as root; the rest keeps it from talking to anyone but the server under test.
    private static readonly string[] Arguments =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
        "--disable-sync",
    ];

    private const int PhoneWidth = 600;

    // A deadline for what never comes. It is long, since a machine that builds beside the tests is slow, and costs nothing else.
    private const int Deadline = 60_000;

    private readonly ConcurrentDictionary<(Uri Address, string Account), Lazy<Task<string>>> signedIn = new();
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        playwright = await Playwright.CreateAsync();
        Assertions.SetDefaultExpectTimeout(Deadline);
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = FindProgram(Environment.GetEnvironmentVariable("PATH")), Args = Arguments, Headless = true, Timeout = Deadline });
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }

    /// <summary>An empty page as a visitor in China has it, who may have scripts off; a narrow one is a phone's. Closing its context frees it.</summary>
    public async Task<IPage> NewPageAsync(int width, Uri? address = null, string? state = null, bool scripts = true)
    {
        var isPhone = width < PhoneWidth;
        var context = await browser!.NewContextAsync(new()
        {
            BaseURL = address?.ToString(),
            ViewportSize = new() { Width = width, Height = isPhone ? 844 : 900 },
            IsMobile = isPhone,
            HasTouch = isPhone,
            Locale = "zh-CN",
            TimezoneId = "Asia/Shanghai",
            ReducedMotion = ReducedMotion.Reduce,
            StorageState = state,
            JavaScriptEnabled = scripts,
        });
        context.SetDefaultTimeout(Deadline);
        return await context.NewPageAsync();
    }

    /// <summary>The cookies of an account to try the product with. It signs in once for all tests on a server: each sign-in costs time by design.</summary>
    public Task<string> SignedInAsync(Uri address, string account) =>
        signedIn.GetOrAdd((address, account), _ => new Lazy<Task<string>>(() => SignInAsync(address, account))).Value;

    private async Task<string> SignInAsync(Uri address, string account)
    {
        var page = await NewPageAsync(1440, address);
        await page.GotoAsync("/sign-in");
        await page.GetByLabel("账号名").FillAsync(account);
        await page.GetByLabel("密码").FillAsync(PrepareDemo.Password);
        await page.GetByRole(AriaRole.Button, new() { Name = "登录", Exact = true }).ClickAsync();
        await page.ArriveAsync("^(?!.*/sign-in)");
        var state = await page.Context.StorageStateAsync();
        await page.Context.CloseAsync();
        return state;
    }

    internal static string FindProgram(string? path) =>
        (path ?? string.Empty).Split(Path.PathSeparator).Select(folder => Path.Combine(folder, "chromium-headless-shell")).FirstOrDefault(File.Exists)
        ?? throw new FileNotFoundException("There is no chromium-headless-shell on the PATH: eng/test installs it, or apt-get install chromium-headless-shell");
}
