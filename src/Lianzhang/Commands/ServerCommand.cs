using System.CommandLine;
using Lianzhang.Core.Values;
using Lianzhang.Hosting;

namespace Lianzhang.Commands;

/// <summary>What is done on the migrated store before anybody is let in; null when done, else what stood in the way.</summary>
internal delegate Task<Text?> PrepareServer(IServiceProvider services, Terminal terminal, Language language, CancellationToken cancel);

/// <summary>A command that serves: its options are the same whatever is served.</summary>
internal static class ServerCommand
{
    public static Command Create(string name, string description, bool isTrial, PrepareServer prepare, Terminal terminal, LanguageOption language)
    {
        var urls = new UrlsOption();
        var store = new StoreOption();
        var keys = new KeysOption();
        var files = new FilesOption();
        var map = new MapOptions();
        var settings = new SettingsOption();
        var command = new Command(name, description) { urls, store, keys, files, settings };
        map.AddTo(command);
        command.SetAction(async (parsed, cancel) =>
        {
            var spoken = language.Read(parsed);
            var drawn = map.Read(parsed);
            if (!drawn.Succeeded(out var regions))
                return terminal.Refuse(drawn.Faults, spoken);
            var set = settings.Read(parsed);
            if (!set.Succeeded(out var chosen))
                return terminal.Refuse(set.Faults, spoken);
            // Who tries it out reads the logs as they come; of a server, only who watches it in a terminal does.
            var web = new WebSettings(parsed.GetValue(urls)!, store.Read(parsed), parsed.GetValue(keys)!, chosen, isTrial, regions, LogsAreRead: isTrial || terminal.Width is not null, parsed.GetValue(files)!);
            return await RunWeb.Start(web, services => prepare(services, terminal, spoken, cancel), terminal, spoken, cancel);
        });
        return command;
    }
}
