using System.CommandLine;
using Lianzhang.Core.Values;
using Lianzhang.Hosting;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Commands;

/// <summary>lianzhang serve: serves what is in the configured store.</summary>
internal static class ServeCommand
{
    public static Command Create(Terminal terminal, LanguageOption language)
    {
        var urls = new UrlsOption();
        var store = new StoreOption();
        var map = new MapOptions();
        var open = new Option<bool>("--open-to-changes") { Description = "允许任何访问者导入数据，仅限内部试用 / let every visitor import figures; for trials only" };
        var command = new Command("serve", "按配置的数据库启动服务 / serve with the configured store") { urls, store, open };
        map.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var spoken = language.Read(parsed);
            var drawn = map.Read(parsed);
            if (!drawn.Succeeded(out var regions))
                return terminal.Refuse(drawn.Faults, spoken);
            var settings = new WebSettings(parsed.GetValue(urls)!, store.Read(parsed), new AccessRule(parsed.GetValue(open)), regions, LogsAreRead: terminal.Width is not null);
            return await RunWeb.Start(settings, _ => Task.FromResult<Text?>(null), terminal, spoken, cancel);
        });
        return command;
    }
}
