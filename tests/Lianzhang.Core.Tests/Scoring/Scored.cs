using Lianzhang.Core.Programmes;
using Lianzhang.Core.Scoring;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Scoring;

/// <summary>Scores by files as people write them.</summary>
internal static class Scored
{
    public static ScoreResult By(string yaml, string csv)
    {
        var run = Outcome(yaml, csv);
        Assert.True(run.Succeeded(out var result), string.Join('\n', run.Faults));
        return result;
    }

    public static Outcome<ScoreResult> Outcome(string yaml, string csv)
    {
        var spec = ReadScoreSpec.Read(new SourceFile("spec.yaml", yaml));
        if (!spec.Succeeded(out var file))
            return Outcome<ScoreResult>.Failed(spec.Faults);
        var table = ReadScoreTable.Read(new SourceFile("data.csv", csv), file.Spec);
        return table.Succeeded(out var figures) ? Pipeline.Run(file.Spec, figures, file.PlaceOf) : Outcome<ScoreResult>.Failed(table.Faults);
    }

    /// <summary>The one fault that refuses.</summary>
    public static string Refused(string yaml, string csv) => Assert.Single(Outcome(yaml, csv).Faults).ToString();

    /// <summary>A column after the last step, by unit in the order of the data.</summary>
    public static double?[] Column(this ScoreResult result, string code) => [.. result.Units.Select(unit => unit.Nodes.FirstOrDefault(node => node.Code == code)?.Value)];

    public static double?[] Scores(this ScoreResult result) => [.. result.Units.Select(unit => unit.Score)];

    public static double?[] Ranks(this ScoreResult result) => [.. result.Units.Select(unit => unit.Rank)];

    public static string Classes(this ScoreResult result) => string.Concat(result.Units.Select(unit => unit.Class ?? "-"));

    /// <summary>One indicator x and its steps, over figures that are written as a list; NA is missing.</summary>
    public static double?[] One(string step, string figures, string indicator = "")
    {
        var result = By($"score: x\nindicators:\n- {{code: x{(indicator.Length > 0 ? ", " : "")}{indicator}}}\nsteps:\n- {{step: s, {step}}}\n", Csv(figures));
        return result.Column("x");
    }

    /// <summary>The fault of the same.</summary>
    public static string OneRefused(string step, string figures, string indicator = "") =>
        Refused($"score: x\nindicators:\n- {{code: x{(indicator.Length > 0 ? ", " : "")}{indicator}}}\nsteps:\n- {{step: s, {step}}}\n", Csv(figures));

    public static void Same(double?[] actual, params double?[] expected)
    {
        Assert.Equal(expected.Length, actual.Length);
        foreach (var (found, should) in actual.Zip(expected))
        {
            Assert.Equal(should is null, found is null);
            if (should is { } number)
                Assert.Equal(number, found!.Value, 1e-9);
        }
    }

    private static string Csv(string figures) => "unit,x\n" + string.Join('\n', figures.Split(' ').Select((figure, at) => $"u{at + 1},{figure}"));
}
