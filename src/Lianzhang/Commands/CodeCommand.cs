using System.CommandLine;
using Lianzhang.Core.Registers;
using Lianzhang.Core.Values;

namespace Lianzhang.Commands;

/// <summary>lianzhang code: whether unified social credit codes are valid, and what is wrong with those that are not.</summary>
internal static class CodeCommand
{
    public static Command Create(Terminal terminal, LanguageOption language)
    {
        var codes = new Argument<string[]>("code") { Description = "统一社会信用代码，一个或多个 / unified social credit codes, one or more", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "以 JSON 输出 / print as JSON" };
        var command = new Command("code", "校验统一社会信用代码 / check unified social credit codes") { codes, json };
        command.SetAction(parsed => Check(parsed.GetValue(codes)!, parsed.GetValue(json), language.Read(parsed), terminal));
        return command;
    }

    private static int Check(string[] codes, bool json, Language language, Terminal terminal)
    {
        var verdicts = codes.Select(code => new CodeVerdict(code, CreditCode.Fault(code))).ToList();
        if (json)
            terminal.Out.WriteLine(WriteJson.Of<IReadOnlyList<CodeVerdict>>(verdicts, language));
        else
            verdicts.ForEach(verdict => terminal.Out.WriteLine(Line(verdict).In(language)));
        return verdicts.TrueForAll(verdict => verdict.Valid) ? Terminal.Success : Terminal.Failure;
    }

    private static Text Line(CodeVerdict verdict)
    {
        // A code from elsewhere may hold a line break, and every code has one line.
        var code = string.Concat(verdict.Code.Select(character => char.IsControl(character) ? ' ' : character));
        return verdict.Reason is { } reason ? ($"{code}：{reason.Zh}", $"{code}: {reason.In(Language.English)}") : ($"{code}：有效", $"{code}: valid");
    }
}
