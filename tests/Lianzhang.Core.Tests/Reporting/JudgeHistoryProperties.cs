using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Reporting;

public sealed class JudgeHistoryProperties
{
    private static readonly Text Period = ("本期", "this period");
    private static readonly Unit Wan = Unit.Parse("万元");

    private static readonly Gen<decimal> Amount = Gen.OneOf(Gen.Choose(-100_000, 1_000_000), Gen.Choose(-10, 10), Gen.Choose(0, 900_000_000)).Select(n => n / 100m);

    private static readonly Gen<decimal[]> History = Gen.Choose(0, 16).SelectMany(count => Amount.ArrayOf(count));

    /// <summary>Values between 80 % and 120 % of one another's middle.</summary>
    private static readonly Gen<decimal[]> Steady =
        from middle in Gen.Choose(10_000, 1_000_000)
        from count in Gen.Choose(1, 16)
        from parts in Gen.Choose(80, 120).ArrayOf(count)
        select parts.Select(part => middle * part / 100m).ToArray();

    [Property(MaxTest = 1000)]
    public Property What_stands_out_is_told_in_both_languages_with_a_score_within_bounds() => Prop.ForAll(
        (from value in Amount from history in History from before in Amount from known in Gen.Elements(true, false) select (value, history, before, known)).ToArbitrary(),
        sample => Judge(sample.value, sample.history, sample.known ? sample.before : null) is not { } finding
            || (finding.Score is >= 0 and <= JudgeHistory.HighestScore
                && finding.Text.Zh.Contains(Quantity.Number(sample.value)) && finding.Text.En!.Contains(Quantity.Number(sample.value))
                && (finding.Kind == HistoryFindingKind.UnitSlip) == finding.Factor is not null
                && (finding.Kind == HistoryFindingKind.UnitSlip || (finding.Score >= JudgeHistory.UsualDeviations && sample.history.Length >= 4))));

    [Property(MaxTest = 500)]
    public Property The_order_of_the_history_does_not_matter() => Prop.ForAll(
        (from value in Amount from history in History from shuffled in Gen.Shuffle(history) select (value, history, shuffled)).ToArbitrary(),
        sample => Judge(sample.value, sample.history) == Judge(sample.value, sample.shuffled));

    [Property(MaxTest = 500)]
    public Property The_size_of_the_unit_does_not_matter() => Prop.ForAll(
        (from value in Amount from history in History from scale in Gen.Choose(1, 10_000) select (value, history, scale)).ToArbitrary(),
        sample =>
        {
            var (plain, scaled) = (Judge(sample.value, sample.history), Judge(sample.value * sample.scale, [.. sample.history.Select(one => one * sample.scale)]));
            return plain?.Kind == scaled?.Kind && plain?.Factor == scaled?.Factor && plain?.Score == scaled?.Score;
        });

    [Property(MaxTest = 500)]
    public Property The_median_itself_does_not_stand_out() => Prop.ForAll(
        (from history in Steady from chosen in Gen.Elements(history) select (history, chosen)).ToArbitrary(),
        sample => Judge(sample.chosen, [.. sample.history, sample.chosen, .. Enumerable.Repeat(sample.chosen, sample.history.Length)]) is null);

    [Property(MaxTest = 500)]
    public Property A_mistaken_unit_is_seen_beside_any_steady_history() => Prop.ForAll(
        (from history in Steady from factor in Gen.Elements(1_000m, 10_000m, 100_000_000m, 0.001m, 0.0001m, 0.00000001m) from off in Gen.Choose(50, 200) select (history, factor, off)).ToArbitrary(),
        sample => Judge(sample.history[0] * sample.factor * sample.off / 100, sample.history) is { Kind: HistoryFindingKind.UnitSlip } finding && finding.Factor == sample.factor);

    [Property(MaxTest = 500)]
    public Property The_further_a_value_lies_the_higher_it_scores() => Prop.ForAll(
        (from history in Steady from near in Gen.Choose(2, 50) from further in Gen.Choose(1, 50) select (history: history.Concat(history).Concat(history).Concat(history).ToArray(), near, further)).ToArbitrary(),
        sample =>
        {
            var (near, far) = (Judge(sample.history.Max() * sample.near, sample.history), Judge(sample.history.Max() * (sample.near + sample.further), sample.history));
            return near is null || far?.Score >= near.Score;
        });

    private static HistoryFinding? Judge(decimal value, decimal[] history, decimal? before = null) =>
        JudgeHistory.Of(new Quantity(value, Wan), Period, new EarlierReports(history, before));
}
