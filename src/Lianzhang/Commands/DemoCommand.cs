using System.CommandLine;
using Lianzhang.Hosting;

namespace Lianzhang.Commands;

/// <summary>lianzhang demo: the bundled programme in the browser, on an embedded store.</summary>
internal static class DemoCommand
{
    public static Command Create()
    {
        var urls = new Option<string>("--urls") { Description = "监听地址 / address to listen on", DefaultValueFactory = _ => "http://localhost:5080" };
        var command = new Command("demo", "用随附的方案和公布数据启动，浏览器打开即用 / serve the bundled programme and published figures") { urls };
        command.SetAction(async (parsed, cancel) =>
        {
            await using var app = BuildWeb.Build(parsed.GetValue(urls)!);
            await app.RunAsync(cancel);
            return Terminal.Success;
        });
        return command;
    }
}
