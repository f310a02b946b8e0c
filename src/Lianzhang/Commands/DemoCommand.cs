using System.CommandLine;
using Lianzhang.Hosting;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Commands;

/// <summary>lianzhang demo: the bundled programme in the browser, on an embedded store.</summary>
internal static class DemoCommand
{
    public static Command Create(Terminal terminal, LanguageOption language)
    {
        var urls = new UrlsOption();
        var store = new StoreOption();
        var map = new MapOptions();
        var command = new Command("demo", "用随附的方案和公布数据启动，浏览器打开即用 / serve the bundled programme and published figures") { urls, store };
        map.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var spoken = language.Read(parsed);
            var drawn = map.Read(parsed);
            if (!drawn.Succeeded(out var regions))
                return terminal.Refuse(drawn.Faults, spoken);
            // Everybody at this machine may try an import; a server for others is started by serve.
            var settings = new WebSettings(parsed.GetValue(urls)!, store.Read(parsed), new AccessRule(AnonymousMayChange: true), regions, LogsAreRead: true);
            return await RunWeb.Start(settings, services => BundledProgramme.Publish(services, cancel), terminal, spoken, cancel);
        });
        return command;
    }
}
