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
        var open = new Option<bool>("--open-to-changes") { Description = "允许任何访问者导入数据，仅限内部试用 / let every visitor import figures; for trials only" };
        var command = new Command("serve", "按配置的数据库启动服务 / serve with the configured store") { urls, store, open };
        command.SetAction((parsed, cancel) => RunWeb.Run(
            new WebSettings(parsed.GetValue(urls)!, store.Read(parsed), new AccessRule(parsed.GetValue(open)), LogsAreRead: terminal.Width is not null),
            _ => Task.FromResult<Text?>(null),
            terminal,
            language.Read(parsed),
            cancel));
        return command;
    }
}
