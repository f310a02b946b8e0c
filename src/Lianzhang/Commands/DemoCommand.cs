using System.CommandLine;
using Lianzhang.Core.Values;
using Lianzhang.Hosting;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Lianzhang.Web.Shell;

namespace Lianzhang.Commands;

/// <summary>lianzhang demo: the bundled programme in the browser, on an embedded store, with an account for every role.</summary>
internal static class DemoCommand
{
    public static Command Create(Terminal terminal, LanguageOption language)
    {
        var urls = new UrlsOption();
        var store = new StoreOption();
        var keys = new KeysOption();
        var map = new MapOptions();
        var command = new Command("demo", "用随附的方案和公布数据启动，浏览器打开即用 / serve the bundled programme and published figures") { urls, store, keys };
        map.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var spoken = language.Read(parsed);
            var drawn = map.Read(parsed);
            if (!drawn.Succeeded(out var regions))
                return terminal.Refuse(drawn.Faults, spoken);
            var settings = new WebSettings(parsed.GetValue(urls)!, store.Read(parsed), parsed.GetValue(keys)!, new SignInRules(), IsTrial: true, regions, LogsAreRead: true);
            return await RunWeb.Start(settings, services => Prepare(services, terminal, spoken, cancel), terminal, spoken, cancel);
        });
        return command;
    }

    private static async Task<Text?> Prepare(IServiceProvider services, Terminal terminal, Language language, CancellationToken cancel)
    {
        if (await BundledProgramme.Publish(services, cancel) is { } failure)
            return failure;
        var run = services.GetRequiredService<Run>();
        if ((await run.Do(new PrepareIdentity(WithAdministrators: false), Caller.Product, cancel)).Problem is { } refused)
            return refused.Detail;
        var prepared = await run.Do(new PrepareDemo(), Caller.Product, cancel);
        if (!prepared.Succeeded(out var demo))
            return prepared.Problem!.Detail;
        services.GetRequiredService<DemoAccess>().Accounts = demo;
        await terminal.Out.WriteLineAsync(new Text($"试用账号（密码都是 {demo.Password}）：", $"Accounts to try, all with password {demo.Password}:").In(language));
        foreach (var account in demo.All)
            await terminal.Out.WriteLineAsync($"  {account.UserName,-12}{account.Role.In(language)}  {account.Organisation}");
        return null;
    }
}
