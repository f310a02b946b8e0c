using System.CommandLine;
using Lianzhang.Core.Values;
using Lianzhang.Hosting;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Commands;

/// <summary>lianzhang serve: serves what is in the configured store.</summary>
internal static class ServeCommand
{
    public static Command Create(Terminal terminal, LanguageOption language)
    {
        var urls = new UrlsOption();
        var store = new StoreOption();
        var keys = new KeysOption();
        var map = new MapOptions();
        var command = new Command("serve", "按配置的数据库启动服务 / serve with the configured store") { urls, store, keys };
        map.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var spoken = language.Read(parsed);
            var drawn = map.Read(parsed);
            if (!drawn.Succeeded(out var regions))
                return terminal.Refuse(drawn.Faults, spoken);
            var settings = new WebSettings(parsed.GetValue(urls)!, store.Read(parsed), parsed.GetValue(keys)!, new SignInRules(), IsTrial: false, regions, LogsAreRead: terminal.Width is not null);
            return await RunWeb.Start(settings, services => Prepare(services, terminal, spoken, cancel), terminal, spoken, cancel);
        });
        return command;
    }

    // A new store has no accounts: its three administrators are made, and their passwords said this once.
    private static async Task<Text?> Prepare(IServiceProvider services, Terminal terminal, Language language, CancellationToken cancel)
    {
        var prepared = await services.GetRequiredService<Run>().Do(new PrepareIdentity(), Caller.Product, cancel);
        if (!prepared.Succeeded(out var first))
            return prepared.Problem!.Detail;
        if (first.All.Count == 0)
            return null;
        await terminal.Out.WriteLineAsync(new Text("首次启动，已建立三类管理员。一次性密码只显示这一次，首次登录须修改：", "First start: three administrators were made. Their one-time passwords are shown this once and must be changed at the first sign-in:").In(language));
        foreach (var account in first.All)
            await terminal.Out.WriteLineAsync($"  {account.UserName,-16} {account.OneTimePassword}  {account.Name}");
        return null;
    }
}
