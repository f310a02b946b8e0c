using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Lianzhang.Core.Boards;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Files;
using Lianzhang.Platform.Indicators;

namespace Lianzhang.Commands;

/// <summary>lianzhang board: the target board from files alone, or of an instant from the store.</summary>
internal static class BoardCommand
{
    public static Command Create(Terminal terminal, LanguageOption language)
    {
        var folder = new Argument<string?>("programme-dir") { Description = "方案文件夹 / folder of the programme", Arity = ArgumentArity.ZeroOrOne };
        var programme = new Option<string?>("--programme") { Description = "由数据库生成：方案代码 / from the store: code of the programme" };
        var data = new Option<string[]>("--data") { Description = "另加的公布数据 CSV,可多次给出 / further CSV of published figures; may be repeated", DefaultValueFactory = _ => [] };
        var asOf = new Option<string?>("--as-of") { Description = "截至日期 yyyy-MM-dd,默认今天；由数据库生成时为时刻，如 2026-06-30T17:00:00+08:00,默认现在 / date of the board, today by default; from the store an instant, now by default" };
        var date = new Option<string?>("--date") { Description = "由数据库生成时的截至日期 yyyy-MM-dd,默认时刻当日 / from the store: date of the board, the day of the instant by default" };
        var region = new Option<string?>("--region") { Description = "地区代码 / code of the region" };
        var json = new Option<bool>("--json") { Description = "以 JSON 输出 / print as JSON" };
        var (store, keys) = (new StoreOption(), new KeysOption());
        asOf.Validators.Add(result => Check(result, text => result.GetValue(programme) is null ? Day(text) is not null : StoredBoard.TryInstant(text, out _)));
        date.Validators.Add(result => Check(result, text => Day(text) is not null));
        var command = new Command("board", "由文件直接生成目标看板，或由数据库生成某一时刻的看板 / the target board from files alone, or of an instant from the store") { folder, programme, data, asOf, date, region, json, store, keys };
        command.Validators.Add(result =>
        {
            if (result.GetValue(folder) is null == result.GetValue(programme) is null)
                result.AddError("board: 请给出方案文件夹，或用 --programme 给出方案代码 / name either a programme-dir or a --programme");
        });
        command.SetAction((parsed, cancel) => parsed.GetValue(programme) is { } code
            ? StoredBoard.Show(
                new GetProgrammeBoard(code, StoredBoard.TryInstant(parsed.GetValue(asOf) ?? string.Empty, out var at) ? at : terminal.Time.GetUtcNow(), Day(parsed.GetValue(date)), parsed.GetValue(region)),
                new StoredBoard.Place(store.Read(parsed), parsed.GetValue(keys)!), parsed.GetValue(json), terminal, language.Read(parsed), cancel)
            : Task.FromResult(Show(
                new Request(parsed.GetValue(folder)!, parsed.GetValue(data)!, Day(parsed.GetValue(asOf)) ?? terminal.Today, parsed.GetValue(region), parsed.GetValue(json)),
                language.Read(parsed),
                terminal)));
        return command;
    }

    private static void Check(OptionResult result, Func<string, bool> isSound)
    {
        if (result.Tokens is [var token] && !isSound(token.Value))
            result.AddError($"{result.Option.Name} {token.Value}: 应为日期,如 2024-12-31 / must be a date such as 2024-12-31");
    }

    private static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    private sealed record Request(string Folder, IReadOnlyList<string> Data, DateOnly AsOf, string? Region, bool Json);

    private static int Show(Request request, Language language, Terminal terminal)
    {
        var read = ReadProgrammeFolder.Read(request.Folder);
        var faults = read.Faults.ToList();
        // With a broken programme the further files could not be mapped, and their rows would only repeat the fault.
        var more = read.Reading.Programme is { } programme
            ? request.Data.Select(path => ReadProgrammeFolder.ReadFigureFile(path, programme, faults)).ToList()
            : [];
        if (read.Reading.Programme is { } known && request.Region is { } region && !known.IsRegion(region))
            faults.Add(UnknownRegion(region, known));
        if (faults.Count > 0)
            return terminal.Refuse(faults, language);

        var board = BuildBoard.Build(read.Reading, more.Aggregate(read.Figures, (all, next) => all.With(next)), request.AsOf, request.Region);
        if (request.Json)
            terminal.Out.WriteLine(WriteJson.Of(board, language));
        else
            new WriteBoard(terminal, language).Write(board);
        return Terminal.Success;
    }

    private static Fault UnknownRegion(string region, Programme programme)
    {
        var hint = Nearest.Hint(region, programme.Regions.Select(known => known.Code));
        return new Fault(new Location("--region"), ($"方案中没有地区 {region}{hint.Zh}", $"the programme has no region {region}{hint.En}"));
    }
}
