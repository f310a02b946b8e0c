using System.CommandLine;
using System.Globalization;
using Lianzhang.Core.Boards;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Files;

namespace Lianzhang.Commands;

/// <summary>lianzhang board: the target board from files alone.</summary>
internal static class BoardCommand
{
    public static Command Create(Terminal terminal, LanguageOption language)
    {
        var folder = new Argument<string>("programme-dir") { Description = "方案文件夹 / folder of the programme" };
        var data = new Option<string[]>("--data") { Description = "另加的公布数据 CSV,可多次给出 / further CSV of published figures; may be repeated", DefaultValueFactory = _ => [] };
        var asOf = new Option<DateOnly?>("--as-of")
        {
            Description = "截至日期 yyyy-MM-dd,默认今天 / date of the board, today by default",
            CustomParser = result =>
            {
                if (DateOnly.TryParseExact(result.Tokens[0].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
                    return date;
                result.AddError($"--as-of {result.Tokens[0].Value}: 应为日期,如 2024-12-31 / must be a date such as 2024-12-31");
                return null;
            },
        };
        var region = new Option<string?>("--region") { Description = "地区代码 / code of the region" };
        var json = new Option<bool>("--json") { Description = "以 JSON 输出 / print as JSON" };
        var command = new Command("board", "由文件直接生成目标看板 / the target board from files alone") { folder, data, asOf, region, json };
        command.SetAction(parsed => Show(
            new Request(parsed.GetValue(folder)!, parsed.GetValue(data)!, parsed.GetValue(asOf) ?? terminal.Today, parsed.GetValue(region), parsed.GetValue(json)),
            language.Read(parsed),
            terminal));
        return command;
    }

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
