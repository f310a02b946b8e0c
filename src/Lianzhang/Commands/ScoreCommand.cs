using System.CommandLine;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Scoring;
using Lianzhang.Core.Scoring.Robust;
using Lianzhang.Core.Values;
using Lianzhang.Files;

namespace Lianzhang.Commands;

/// <summary>lianzhang score: scores and ranks of any table by a specification, from files alone.</summary>
internal static class ScoreCommand
{
    private const int MostBytesOfSpec = 2_000_000;
    private const int MostBytesOfData = 50_000_000;

    public static Command Create(Terminal terminal, LanguageOption language)
    {
        var spec = new Option<string>("--spec") { Description = "计分规则 YAML / how units are scored", Required = true };
        var data = new Option<string>("--data") { Description = "数据 CSV：首行为列名，每行一个单位 / the figures: a header, then a row for each unit", Required = true };
        var trace = new Option<bool>("--trace") { Description = "输出每一步的中间表 / print the table that each step leaves" };
        var robust = new Option<bool>("--robust") { Description = "检验名次是否稳健 / test how robust the ranks are" };
        var json = new Option<bool>("--json") { Description = "以 JSON 输出 / print as JSON" };
        var command = new Command("score", "按规则文件对数据表计分排名 / score and rank a table by a file of rules") { spec, data, trace, robust, json };
        command.SetAction(parsed =>
        {
            var read = Score(parsed.GetValue(spec)!, parsed.GetValue(data)!, parsed.GetValue(robust));
            if (!read.Succeeded(out var scored))
                return terminal.Refuse(read.Faults, language.Read(parsed));
            if (parsed.GetValue(json))
                terminal.Out.WriteLine(WriteJson.Of(new ScoreOutput(scored.Result, scored.Robustness, parsed.GetValue(trace)), language.Read(parsed)));
            else
                new WriteScores(terminal.Out, language.Read(parsed)).Write(scored.Result, scored.Robustness, parsed.GetValue(trace));
            return Terminal.Success;
        });
        return command;
    }

    private sealed record Scored(ScoreResult Result, Robustness? Robustness);

    private static Outcome<Scored> Score(string specPath, string dataPath, bool isRobust)
    {
        var text = ReadTextFile.Read(specPath, MostBytesOfSpec);
        if (!text.Succeeded(out var specFile))
            return Outcome<Scored>.Failed(text.Faults);
        var read = ReadScoreSpec.Read(specFile);
        if (!read.Succeeded(out var spec))
            return Outcome<Scored>.Failed(read.Faults);
        var figures = ReadTextFile.Table(dataPath, MostBytesOfData);
        if (!figures.Succeeded(out var dataFile))
            return Outcome<Scored>.Failed(figures.Faults);
        var data = ReadScoreTable.Read(dataFile, spec.Spec);
        if (!data.Succeeded(out var table))
            return Outcome<Scored>.Failed(data.Faults);
        var run = Pipeline.Run(spec.Spec, table, spec.PlaceOf);
        if (!run.Succeeded(out var result))
            return Outcome<Scored>.Failed(run.Faults);
        if (!isRobust && spec.Spec.Robustness is null)
            return Outcome<Scored>.Of(new Scored(result, Robustness: null));
        var tested = TestRobustness.Run(spec.Spec, table, placeOf: spec.PlaceOf);
        return tested.Succeeded(out var robustness) ? Outcome<Scored>.Of(new Scored(result, robustness)) : Outcome<Scored>.Failed(tested.Faults);
    }
}
