using System.CommandLine;
using Lianzhang.Core.Values;
using Lianzhang.Files;

namespace Lianzhang.Commands;

/// <summary>lianzhang check: validates a programme and lists every fault.</summary>
internal static class CheckCommand
{
    public static Command Create(Terminal terminal, LanguageOption language)
    {
        var folder = new Argument<string>("programme-dir") { Description = "方案文件夹 / folder of the programme" };
        var json = new Option<bool>("--json") { Description = "以 JSON 输出 / print as JSON" };
        var command = new Command("check", "检查方案,列出全部错误及其所在行 / validate a programme; every fault with file and line") { folder, json };
        command.SetAction(parsed => Check(parsed.GetValue(folder)!, parsed.GetValue(json), language.Read(parsed), terminal));
        return command;
    }

    private static int Check(string folder, bool json, Language language, Terminal terminal)
    {
        var read = ReadProgrammeFolder.Read(folder);
        // Without a programme there are no names to map to, and every row would be told.
        var unmapped = read.Reading.Programme is null ? [] : read.Figures.Unmapped;
        var warnings = read.Reading.Warnings.Concat(unmapped.Select(row => new Fault(row.At, ($"“{row.Name}”未对应到方案：{row.Reason.Zh}", $"'{row.Name}' maps to nothing: {row.Reason.In(Language.English)}")))).ToList();
        if (json)
        {
            terminal.Out.WriteLine(WriteJson.Of(new CheckResult(read.Faults, warnings), language));
            return read.Faults.Count == 0 ? Terminal.Success : Terminal.Failure;
        }

        foreach (var fault in read.Faults)
            terminal.Error.WriteLine(fault.In(language));
        foreach (var warning in warnings)
            terminal.Out.WriteLine(language == Language.Chinese ? $"提示 {warning.In(language)}" : $"warning {warning.In(language)}");
        Text summary = ($"{folder}：{read.Faults.Count} 处错误，{warnings.Count} 条提示", $"{folder}: {read.Faults.Count} faults, {warnings.Count} warnings");
        terminal.Out.WriteLine(summary.In(language));
        return read.Faults.Count == 0 ? Terminal.Success : Terminal.Failure;
    }
}
