using System.CommandLine;
using Lianzhang.Core.Values;
using Lianzhang.Hosting;
using Lianzhang.Platform.Appeals;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Inspections;
using Lianzhang.Platform.Measures;
using Lianzhang.Platform.Shared;
using Lianzhang.Web.Shell;

namespace Lianzhang.Commands;

/// <summary>lianzhang demo: the bundled programme in the browser, on an embedded store, with an account for every role.</summary>
internal static class DemoCommand
{
    public static Command Create(Terminal terminal, LanguageOption language) =>
        ServerCommand.Create("demo", "用随附的方案、公布数据和生成的企业数据启动，浏览器打开即用 / serve the bundled programme, published figures and generated enterprises", isTrial: true, Prepare, terminal, language);

    private static async Task<Text?> Prepare(IServiceProvider services, Terminal terminal, Language language, CancellationToken cancel)
    {
        if (await BundledProgramme.Publish(services, cancel) is { } failure)
            return failure;
        var run = services.GetRequiredService<Run>();
        if ((await run.Do(new PrepareIdentity(WithAdministrators: false), Caller.Product, cancel)).Problem is { } refused)
            return refused.Detail;
        var prepared = await run.Do(new PrepareDemo(Commission: "drc", Department: "miit"), Caller.Product, cancel);
        if (!prepared.Succeeded(out var demo))
            return prepared.Problem!.Detail;
        if (await FillDemo.Fill(services, terminal, language, cancel) is { } unfilled)
            return unfilled;
        if (!BundledProgramme.Read().Succeeded(out var bundled))
            return new Text("随附的方案无法读取", "The bundled programme cannot be read");
        if (await new FillDemoRounds(run, bundled.Reading.Programme!, terminal.Today).Fill(cancel) is { } closed)
            return closed;
        if ((await run.Do(new FillMeasures(Period.LastEnded(PeriodKind.Month, terminal.Today)), Caller.Product, cancel)).Problem is { } unmade)
            return unmade.Detail;
        if ((await run.Do(new FillAppeals("demo-enterprise"), Caller.Product, cancel)).Problem is { } unfiled)
            return unfiled.Detail;
        if ((await run.Do(new FillInspections("demo-county"), Caller.Product, cancel)).Problem is { } unvisited)
            return unvisited.Detail;
        services.GetRequiredService<DemoAccess>().Accounts = demo;
        await terminal.Out.WriteLineAsync(new Text($"试用账号（密码都是 {demo.Password}）：", $"Accounts to try, all with password {demo.Password}:").In(language));
        foreach (var account in demo.All)
            await terminal.Out.WriteLineAsync($"  {account.UserName,-12}{account.Role.In(language)}  {account.Organisation}");
        return null;
    }
}
