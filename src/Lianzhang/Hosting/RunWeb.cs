using Lianzhang.Core.Values;
using Lianzhang.Files;
using Lianzhang.Platform.Indicators.Live;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;

namespace Lianzhang.Hosting;

/// <summary>Starts a server on a migrated store, says where it listens, and stops it gracefully.</summary>
internal static class RunWeb
{
    /// <param name="settings">What the server is started with.</param>
    /// <param name="prepare">What is done on the migrated store before anybody is let in.</param>
    /// <param name="terminal">Where to say what happens.</param>
    /// <param name="language">In which language.</param>
    /// <param name="cancel">Ends the server.</param>
    public static async Task<int> Start(WebSettings settings, Func<IServiceProvider, Task<Text?>> prepare, Terminal terminal, Language language, CancellationToken cancel)
    {
        // While one core looks at the store, the other puts the web together and makes what answers each route ready.
        await using var store = new ServiceCollection().AddStore(settings.Store).BuildServiceProvider();
        var migrating = Task.Run(() => store.GetRequiredService<MigrateStore>().Migrate(cancel), cancel);
        await using var app = BuildWeb.Build(settings);
        var routes = Task.Run(() => ((IEndpointRouteBuilder)app).DataSources.Sum(source => source.Endpoints.Count), cancel);
        var migrated = await migrating;
        if (migrated.Count > 0)
            Say(("数据库已更新：", "Store migrated: "), string.Join(", ", migrated));
        app.Services.GetRequiredService<WarmBoards>().Begin(cancel);
        if (await prepare(app.Services) is { } failure)
        {
            await terminal.Error.WriteLineAsync(failure.In(language));
            return Terminal.Failure;
        }

        if (await MapFaults(app.Services, settings, cancel) is { Count: > 0 } faults)
            return terminal.Refuse(faults, language);

        await routes;
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException busy)
        {
            Text message = (
                $"{settings.Urls} 无法监听：{busy.Message} 请用 --urls 换一个地址，如 --urls http://localhost:5090",
                $"{settings.Urls} cannot be listened on: {busy.Message} Choose another with --urls, such as --urls http://localhost:5090");
            await terminal.Error.WriteLineAsync(message.In(language));
            return Terminal.Failure;
        }

        Say(("链长已启动：", "Lianzhang is listening on "), string.Join(' ', app.Urls));
        await app.WaitForShutdownAsync(cancel);
        return Terminal.Success;

        void Say(Text text, string what) => terminal.Out.WriteLine(text.In(language) + what);
    }

    // Without a programme there is nothing that a map could fail to fit; pages show one only where it fits.
    private static async Task<IReadOnlyList<Fault>> MapFaults(IServiceProvider services, WebSettings settings, CancellationToken cancel)
    {
        if (settings.Map.Features.Count == 0)
            return [];
        var answer = await services.GetRequiredService<Run>().Do(new GetProgramme(), Caller.Product, cancel);
        return answer.Succeeded(out var programme) ? CheckApprovedMap.Check(settings.Map, programme.Regions, programme.Head.Region) : [];
    }
}
