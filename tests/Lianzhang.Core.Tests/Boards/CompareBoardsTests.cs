using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianzhang.Core.Boards;
using Lianzhang.Core.Figures;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Programmes;

namespace Lianzhang.Core.Tests.Boards;

public sealed class CompareBoardsTests
{
    private static readonly DateOnly June = new(2026, 6, 30);

    private static readonly IReadOnlyList<SourceFile> Files = Repository.Files("tests/programmes/qinghe");
    private static readonly FigureSet Figures = Repository.Figures("tests/programmes/qinghe", Repository.Qinghe.Programme!);

    // What people change of a programme, each by itself sound.
    private static readonly (string File, string Sound, string Changed)[] Edits =
    [
        ("indicators.yaml", "formula: value(visitors)", "formula: value(visitors) * 2"),
        ("indicators.yaml", "formula: value(textile_firms), basis: date, frequency: quarter, grace_months: 2", "formula: value(textile_firms), basis: date, frequency: quarter, grace_months: 30"),
        ("indicators.yaml", "share(value(organic_output), value(food_output))", "share(value(organic_output), value(food_output) * 3)"),
        ("targets.yaml", "value: 0.5, path: compound", "value: 0.4, path: compound"),
        ("targets.yaml", "value: 240000, unit: 万元", "value: 23, unit: 亿元"),
        ("targets.yaml", "  - {indicator: model_parks, year: 2026, qualifier: range, value: 3, upper: 5, cite: {document: plan, section: 园区建设}}\n", ""),
        ("targets.yaml", "baseline: {period: 2023, value: 26, source", "baseline: {period: 2023, value: 30, source"),
        ("lights.yaml", "above: 30", "above: 5"),
        ("lights.yaml", "at_least: 10", "at_least: 1"),
        ("lights.yaml", "word: 按期推进, word_en: as planned", "word: 正常, word_en: fine"),
    ];

    private static readonly Gen<int> Some = Gen.Choose(0, (1 << Edits.Length) - 1);

    [Property(MaxTest = 40)]
    public Property A_board_compared_with_itself_gives_nothing() => Prop.ForAll(Some.ToArbitrary(), edits =>
    {
        var (one, other) = (Read(edits), Read(edits));
        return Regions(one, other).All(region => Compare(one, other, region).Count == 0);
    });

    [Property(MaxTest = 40)]
    public Property Compared_the_other_way_round_every_sign_is_the_other() => Prop.ForAll(Some.ToArbitrary(), Some.ToArbitrary(), (before, after) =>
    {
        var (one, other) = (Read(before), Read(after));
        foreach (var region in Regions(one, other))
        {
            var there = Compare(one, other, region).ToDictionary(Key);
            var back = Compare(other, one, region).ToDictionary(Key);
            if (!there.Keys.ToHashSet().SetEquals(back.Keys) || there.Any(move => !IsMirrored(move.Value, back[move.Key])))
                return false;
        }

        return true;
    });

    [Property(MaxTest = 40)]
    public Property Every_row_that_moves_says_why_and_every_other_is_the_same() => Prop.ForAll(Some.ToArbitrary(), Some.ToArbitrary(), (before, after) =>
    {
        var (one, other) = (Read(before), Read(after));
        foreach (var region in Regions(one, other))
        {
            var moves = Compare(one, other, region);
            if (moves.Any(move => move.Reasons.Count == 0))
                return false;
            var moved = moves.Select(Key).ToHashSet();
            var (old, current) = (Told(one, region, moved), Told(other, region, moved));
            if (!old.SequenceEqual(current))
                return false;
        }

        return true;
    });

    [Fact]
    public void A_changed_formula_moves_its_rows_by_the_exact_difference()
    {
        var moves = Compare(Read(0), Read(1), "990101");
        Assert.Equal([2025, 2026], moves.Select(move => move.Row.Year));
        Assert.All(moves, move =>
        {
            Assert.Equal([MoveReason.Formula], move.Reasons);
            Assert.Equal((move.Before!.Actual!.Value, "万人"), (move.Actual!.Value, move.Unit!.Symbol));
        });
        Assert.Equal(1, moves[0].Weight);
    }

    [Fact]
    public void A_target_stated_in_another_unit_is_compared_in_that_unit()
    {
        var move = Assert.Single(Compare(Read(0), Read(1 << 4), "990101002"));
        Assert.Equal((-1m, "亿元"), (move.Goal, move.Unit!.Symbol));
        Assert.Equal([MoveReason.Target], move.Reasons);
        Assert.NotEqual(0, move.Actual ?? 1);
    }

    [Fact]
    public void What_appears_or_vanishes_has_no_other_light()
    {
        var vanished = Assert.Single(Compare(Read(0), Read(1 << 5), "990101"));
        Assert.True(vanished is { Vanishes: true, Appears: false, ChangesLight: false, Actual: null, Weight: decimal.MaxValue });
        Assert.Equal([MoveReason.Target], vanished.Reasons);
        Assert.True(Assert.Single(Compare(Read(1 << 5), Read(0), "990101")) is { Appears: true, ChangesLight: false });
    }

    [Fact]
    public void Stricter_lights_change_lights_and_nothing_else()
    {
        var moves = Compare(Read(0), Read(1 << 8), "990101");
        Assert.NotEmpty(moves);
        Assert.All(moves, move => Assert.True(move is { ChangesLight: true, Actual: 0 or null, Goal: 0 } && move.After!.Status == Status.Behind && move.Reasons.SequenceEqual([MoveReason.Lights])));
    }

    [Fact]
    public void Every_reason_has_words_of_its_own() =>
        Assert.Equal(Enum.GetValues<MoveReason>().Length, Enum.GetValues<MoveReason>().Select(reason => MoveReasonWords.Of(reason).Zh).Distinct().Count());

    private static bool IsMirrored(BoardMove there, BoardMove back) =>
        there.Appears == back.Vanishes && there.Reasons.SequenceEqual(back.Reasons) && there.ChangesLight == back.ChangesLight
        && (there.Unit == back.Unit ? (there.Actual, there.Expected, there.Goal) == (-back.Actual, -back.Expected, -back.Goal) : Signs(there).SequenceEqual(Signs(back).Select(sign => -sign)));

    private static IEnumerable<int?> Signs(BoardMove move) => new[] { move.Actual, move.Expected, move.Goal }.Select(amount => amount is { } some ? Math.Sign(some) : (int?)null);

    private static IEnumerable<string> Told(ProgrammeReading reading, string region, HashSet<(string Indicator, int? Year)> without) =>
        Build(reading, region).Targets.Where(row => !without.Contains((row.Indicator, row.Year))).Select(row => $"{row.Indicator} {row.Year} {row.Target} {row.Actual?.Value} {row.Expected} {row.Gap} {row.Status} {row.Word}");

    private static (string Indicator, int? Year) Key(BoardMove move) => (move.Row.Indicator, move.Row.Year);

    private static IReadOnlyList<BoardMove> Compare(ProgrammeReading before, ProgrammeReading after, string region) =>
        CompareBoards.Compare(before.Programme!, Build(before, region), after.Programme!, Build(after, region));

    private static Board Build(ProgrammeReading reading, string region) => BuildBoard.Build(reading, Figures, June, region);

    private static HashSet<string> Regions(ProgrammeReading one, ProgrammeReading other) =>
        [.. new[] { one, other }.SelectMany(reading => reading.Programme!.Targets.Select(reading.Programme.RegionOf))];

    // The programme with those of the edits whose bit is set.
    private static ProgrammeReading Read(int edits)
    {
        var chosen = Edits.Where((_, at) => (edits & (1 << at)) != 0).ToList();
        var files = Files.Select(file => chosen.Where(edit => edit.File == file.Name).Aggregate(file, (text, edit) => text with { Text = Replaced(text.Text, edit.Sound, edit.Changed) }));
        var reading = ReadProgramme.Read("tests/programmes/qinghe", [.. files]);
        return reading.Programme is null ? throw new InvalidOperationException(string.Join('\n', reading.Faults)) : reading;
    }

    private static string Replaced(string text, string sound, string changed) =>
        text.Contains(sound, StringComparison.Ordinal) ? text.Replace(sound, changed, StringComparison.Ordinal) : throw new InvalidOperationException(sound);
}
