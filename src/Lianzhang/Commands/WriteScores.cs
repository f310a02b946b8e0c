using System.Globalization;
using Lianzhang.Core.Scoring;
using Lianzhang.Core.Scoring.Robust;
using Lianzhang.Core.Values;

namespace Lianzhang.Commands;

/// <summary>Prints scores for people, as tables whose cells stand in line and are parted by commas.</summary>
internal sealed class WriteScores(TextWriter output, Language language)
{
    public void Write(ScoreResult result, Robustness? robustness, bool withTrace)
    {
        foreach (var table in withTrace ? result.Trace : [])
        {
            var rows = table.Rows.Select(row => (string[])[row.Name, .. row.Values.Select(Full)]);
            Print($"{table.Step}: {table.Method}", [(string[])[Say(("单位", "unit")), .. table.Columns], .. rows]);
        }

        if (result.LeftOut.Count > 0)
            Print(Say(("没有数据、未计入的指标", "left out, without any value")), [[Say(("指标", "indicator"))], .. result.LeftOut.Select(code => (string[])[code])]);
        Print(Say(("名次", "ranks")), Ranks(result));
        if (robustness is not null)
            Write(robustness);
    }

    private List<string[]> Ranks(ScoreResult result)
    {
        var (hasGroups, hasClasses) = (result.Units.Any(unit => unit.Group.Length > 0), result.Units.Any(unit => unit.Class is not null));
        string[] shown = [.. result.Nodes.Where(node => node.Level > 1 && node.Code != result.Score).Select(node => node.Code)];
        string[] Row(string group, string @class, IEnumerable<string> start, IEnumerable<string> nodes) =>
            [.. start, .. hasGroups ? [group] : Array.Empty<string>(), .. hasClasses ? [@class] : Array.Empty<string>(), .. nodes];
        var sorted = result.Units.Select((unit, at) => (Unit: unit, At: at))
            .OrderBy(each => result.IsByGroup ? result.Units.TakeWhile(other => other.Group != each.Unit.Group).Count() : 0)
            .ThenBy(each => each.Unit.Rank ?? double.MaxValue).ThenBy(each => each.At).Select(each => each.Unit);
        return
        [
            Row(Say(("分组", "group")), Say(("等次", "class")), [Say(("名次", "rank")), Say(("单位", "unit")), result.Score], shown),
            .. sorted.Select(unit => Row(unit.Group, unit.Class ?? string.Empty,
                [unit.IsRated ? Full(unit.Rank) : Say(("不评价", "not rated")), unit.Unit, Rounded(unit.Score)],
                shown.Select(code => Rounded(unit.Nodes.FirstOrDefault(node => node.Code == code)?.Value)))),
        ];
    }

    private void Write(Robustness robustness)
    {
        Print(Say(($"名次稳健性：{robustness.Runs} 次随机试算，种子 {robustness.Seed}", $"robustness of ranks: {robustness.Runs} runs of chance, seed {robustness.Seed}")),
        [
            [Say(("单位", "unit")), Say(("名次", "rank")), "5 %", Say(("中位", "median")), "95 %", Say(("最好", "best")), Say(("最差", "worst")), Say(("结论", "verdict"))],
            .. robustness.Units.Select(unit => (string[])[unit.Unit, Full(unit.Rank), Full(unit.Low), Full(unit.Median), Full(unit.High), Full(unit.Best), Full(unit.Worst), Verdict(unit.Steadiness)]),
        ]);
        if (robustness.Sobol is { } sobol)
        {
            Print(Say(("名次变动的来源（Sobol 指数）", "where the shift of ranks comes from (Sobol indices)")),
            [
                [Say(("因素", "input")), Say(("单独", "first")), Say(("合计", "total"))],
                .. sobol.RankShift.Select(index => (string[])[index.Input, Rounded(index.First), Rounded(index.Total)]),
            ]);
        }

        Print(Say(("逐项去掉指标", "without each indicator")),
        [
            [Say(("指标", "indicator")), Say(("平均变动", "mean shift")), Say(("名次变化", "changed ranks"))],
            .. robustness.Removals.Select(removal => (string[])[removal.Code, Rounded(removal.MeanShift), string.Join("; ", removal.Changes.Select(change => $"{change.Unit} {Full(change.From)}→{Full(change.To)}"))]),
        ]);
    }

    private string Verdict(Steadiness? steadiness) => steadiness is { } there ? Say(SteadinessWords.Of(there)) : string.Empty;

    private void Print(string title, IReadOnlyList<string[]> rows)
    {
        output.WriteLine($"# {title}");
        string[][] cells = [.. rows.Select(row => row.Select(Quoted).ToArray())];
        int[] widths = [.. cells[0].Select((_, column) => cells.Max(row => WidthOf(row[column])))];
        foreach (var row in cells)
            output.WriteLine(string.Join(", ", row.Select((cell, column) => column == row.Length - 1 ? cell : cell + new string(' ', widths[column] - WidthOf(cell)))).TrimEnd());
        output.WriteLine();
    }

    // As CSV has it, so that the tables can be read by a program that trims.
    private static string Quoted(string cell) => cell.AsSpan().ContainsAny(',', '"', '\n') ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;

    // Chinese characters and full-width signs take two columns of a terminal.
    private static int WidthOf(string text) => text.Sum(letter => letter is (>= '\u1100' and <= '\u115F') or (>= '\u2E80' and <= '\uA4CF') or (>= '\uAC00' and <= '\uD7A3') or (>= '\uF900' and <= '\uFAFF') or (>= '\uFE30' and <= '\uFE6F') or (>= '\uFF00' and <= '\uFF60') ? 2 : 1);

    private static string Full(double? value) => value?.ToString("R", CultureInfo.InvariantCulture) ?? string.Empty;

    private static string Rounded(double? value) => value is { } there ? Ranking.Round(there).ToString("0.000000", CultureInfo.InvariantCulture) : string.Empty;

    private string Say(Text text) => text.In(language);
}
