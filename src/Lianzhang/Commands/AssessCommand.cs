using System.CommandLine;
using Lianzhang.Core.Assessment;
using Lianzhang.Core.Values;
using Lianzhang.Files;

namespace Lianzhang.Commands;

/// <summary>lianzhang assess verify: whether a sealed result is what was sealed and follows from its figures and rules, from its file alone.</summary>
internal static class AssessCommand
{
    private const int MostBytes = 20_000_000;

    public static Command Create(Terminal terminal, LanguageOption language)
    {
        var file = new Argument<string>("file") { Description = "封存的考核结果 / the sealed result" };
        var seal = new Option<string?>("--seal") { Description = "公布的封存码 / the seal that was made known" };
        var verify = new Command("verify", "核验封存的考核结果：是否被改动，能否重算 / verify a sealed assessment: whether it was altered, and whether it comes out again") { file, seal };
        verify.SetAction(parsed =>
        {
            var spoken = language.Read(parsed);
            var read = ReadTextFile.Read(parsed.GetValue(file)!, MostBytes);
            if (!read.Succeeded(out var source))
                return terminal.Refuse(read.Faults, spoken);
            var faults = VerifyAssessment.Check(source.Text, parsed.GetValue(seal));
            if (faults.Count > 0)
                return terminal.Refuse([.. faults.Select(fault => new Fault(new Location(source.Path), fault))], spoken);
            terminal.Out.WriteLine(new Text($"{source.Path}：未被改动，重算结果一致。", $"{source.Path}: not altered, and it comes out the same.").In(spoken));
            return Terminal.Success;
        });
        return new Command("assess", "考核结果 / assessments") { verify };
    }
}
