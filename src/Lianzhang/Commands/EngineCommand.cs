using System.CommandLine;
using Lianzhang.Core.Values;
using Lianzhang.Hosting;
using Lianzhang.Platform.Indicators.Live;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;

namespace Lianzhang.Commands;

/// <summary>lianzhang engine status: what the store holds and what waits; 1 where something is stuck.</summary>
internal static class EngineCommand
{
    private const decimal Megabyte = 1_000_000m;

    public static Command Create(Terminal terminal, LanguageOption language)
    {
        var (store, keys) = (new StoreOption(), new KeysOption());
        var json = new Option<bool>("--json") { Description = "以 JSON 输出 / print as JSON" };
        var status = new Command("status", "数据库中的数据量和待办积压 / what the store holds and what waits") { store, keys, json };
        status.SetAction(async (parsed, cancel) =>
        {
            var spoken = language.Read(parsed);
            await using var services = OpenStore.At(store.Read(parsed), parsed.GetValue(keys)!);
            if (!await services.GetRequiredService<MigrateStore>().IsPresent(cancel))
                return terminal.Refuse([new Fault(new Location(store.Read(parsed).ToString()), ("没有数据库，或须先运行 migrate", "there is no store, or it must be migrated first"))], spoken);
            var found = (await services.GetRequiredService<Run>().Do(new GetEngineStatus(), Caller.Product, cancel)).Value!;
            foreach (var line in parsed.GetValue(json) ? [WriteJson.Of(found, spoken)] : Lines(found).Select(line => line.In(spoken)))
                await terminal.Out.WriteLineAsync(line);
            return found.IsStuck ? Terminal.Failure : Terminal.Success;
        });
        return new Command("engine", "运行状态 / how the product runs") { status };
    }

    private static IEnumerable<Text> Lines(EngineStatus status)
    {
        yield return ($"已入库数值 {status.Facts} 个，最新批次 {status.Sequence}，已采用报表 {status.Accepted} 份，数据库 {Quantity.Number(Math.Round(status.StoreBytes / Megabyte, 1))} MB。", $"{status.Facts} values stored, last batch {status.Sequence}, {status.Accepted} reports accepted, store {Quantity.Number(Math.Round(status.StoreBytes / Megabyte, 1))} MB.");
        foreach (var queue in status.Queues)
        {
            var what = EngineQueueWords.Of(queue.Kind);
            var minutes = queue.OldestAt is { } oldest ? (int)(status.At - oldest).TotalMinutes : 0;
            yield return queue.Waiting == 0 ? ($"{what.Zh}：无。", $"{what.En}: none.")
                : ($"{what.Zh}：{queue.Waiting} 项，最早一项已等待 {minutes} 分钟{(queue.IsStuck ? "，积压" : string.Empty)}。", $"{what.En}: {queue.Waiting}, the oldest for {minutes} minutes{(queue.IsStuck ? ", stuck" : string.Empty)}.");
        }
    }
}
