using System.CommandLine;
using System.Globalization;
using Lianzhang.Core.Values;
using Lianzhang.Hosting;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;

namespace Lianzhang.Commands;

/// <summary>What boards need of the store: the board of an instant, and lianzhang verify.</summary>
internal static class StoredBoard
{
    public static Command Verify(Terminal terminal, LanguageOption language)
    {
        var id = new Argument<long>("published-id") { Description = "已发布看板的编号 / number of the published board" };
        var (store, keys) = (new StoreOption(), new KeysOption());
        var command = new Command("verify", "重新计算已发布的看板并比对 / compute a published board again and compare") { id, store, keys };
        command.SetAction((parsed, cancel) => Ask(new GetPublishedBoard(parsed.GetValue(id)), new Place(store.Read(parsed), parsed.GetValue(keys)!), terminal, language.Read(parsed), board => Say(board, terminal, language.Read(parsed)), cancel));
        return command;
    }

    public static Task<int> Show(GetProgrammeBoard request, Place place, bool json, Terminal terminal, Language language, CancellationToken cancel) => Ask(request, place, terminal, language, board =>
    {
        if (json)
            terminal.Out.WriteLine(WriteJson.Of(board, language));
        else
            new WriteBoard(terminal, language).Write(board);
        return Terminal.Success;
    }, cancel);

    /// <summary>The instant that an option says, with its zone: 2026-06-30T17:00:00+08:00. Without a zone it is taken as UTC.</summary>
    public static bool TryInstant(string text, out DateTimeOffset instant) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out instant);

    private static int Say(RecomputedBoard board, Terminal terminal, Language language)
    {
        Text words = board switch
        {
            { IsSame: true } => ($"看板 {board.Line.Id} 重算一致。", $"published board {board.Line.Id}: inputs and result are the same."),
            { SameInputs: false } => ($"看板 {board.Line.Id} 重算不一致：计算所用的数据已被改动。", $"published board {board.Line.Id}: the inputs differ."),
            _ => ($"看板 {board.Line.Id} 重算不一致：结果不同。", $"published board {board.Line.Id}: the result differs."),
        };
        (board.IsSame ? terminal.Out : terminal.Error).WriteLine(words.In(language));
        return board.IsSame ? Terminal.Success : Terminal.Failure;
    }

    private static async Task<int> Ask<T>(IRequest<T> request, Place place, Terminal terminal, Language language, Func<T, int> say, CancellationToken cancel)
        where T : class
    {
        await using var services = OpenStore.At(place.Store, place.Keys);
        if (!await services.GetRequiredService<MigrateStore>().IsPresent(cancel))
            return terminal.Refuse([new Fault(new Location(place.Store.ToString()), ("没有数据库，或须先运行 migrate", "there is no store, or it must be migrated first"))], language);
        var answer = await services.GetRequiredService<Run>().Do(request, Caller.Product, cancel);
        if (answer.Succeeded(out var value))
            return say(value);
        await terminal.Error.WriteLineAsync(answer.Problem!.Detail.In(language));
        return Terminal.Failure;
    }

    /// <summary>Where the store and its keys lie.</summary>
    internal sealed record Place(StoreAddress Store, string Keys);
}
