using System.Globalization;

namespace Lianzhang.Core.Tests.Scoring;

/// <summary>The evaluation of results per mu: value over base times weight, then classes at 20, 60 and 95 %.</summary>
public sealed class PerMuTests
{
    private const string Spec = """
        not_rated: utility
        aggregates:
        - {code: results}
        indicators:
        - {code: tax, parent: results, weight: 45, base: 20}
        - {code: sales, parent: results, weight: 35, base: 400}
        - {code: tax_per_energy, parent: results, weight: 20}
        steps:
        - {step: ratios, method: ratio_to_base}
        - {step: filled, method: impute, with: mean, columns: [tax_per_energy]}
        - {step: results, method: weighted_sum}
        - {step: classes, method: classes}
        """;

    [Fact]
    public void Value_over_base_times_weight_and_missing_energy_counts_as_the_mean_score()
    {
        // Base of tax per energy: twice the mean of 2 and 4, which is 6; ratios 1/3 and 2/3, so that c gets 1/2.
        var result = Scored.By(Spec, "firm,tax,sales,tax_per_energy,utility\na,20,200,2,\nb,10,400,4,0\nc,30,800,NA,\nd,90,90,9,1\n");
        Scored.Same(result.Scores(), 45 + 17.5 + (20 / 3.0), 22.5 + 35 + (40 / 3.0), 67.5 + 70 + 10, null);
        Assert.False(result.Units[3].IsRated);
        Assert.Null(result.Units[3].Class);
        Scored.Same(result.Ranks(), 3, 2, 1, null);
    }

    [Fact]
    public void A_score_opens_down_to_what_each_part_added()
    {
        var unit = Scored.By(Spec, "firm,tax,sales,tax_per_energy,utility\na,20,200,2,\nb,10,400,4,0\n").Units[0];
        Assert.Equal(unit.Score!.Value, unit.Contributions.Sum(each => each.Points)!.Value, 1e-12);
        Assert.Equal(["tax", "sales", "tax_per_energy"], unit.Contributions.Select(each => each.Child));
    }

    private static string ClassesOf(params IEnumerable<double> scores) => Scored.By(
        "score: x\nindicators:\n- {code: x}\nsteps:\n- {step: classes, method: classes}\n",
        "unit,x\n" + string.Join('\n', scores.Select((score, at) => string.Create(CultureInfo.InvariantCulture, $"u{at},{score}")))).Classes();

    [Fact]
    public void Twenty_firms_are_4_A_8_B_7_C_and_1_D() =>
        Assert.Equal("AAAABBBBBBBBCCCCCCCD", ClassesOf(Enumerable.Range(0, 20).Select(at => 100.0 - at)));

    [Fact]
    public void A_tie_at_20_per_cent_is_B_for_all_of_it() =>
        Assert.Equal("AAABBBBBBBBBCCCCCCCD", ClassesOf(Enumerable.Range(0, 20).Select(at => at == 4 ? 97.0 : 100.0 - at)));

    [Fact]
    public void A_tie_at_60_per_cent_is_C_for_all_of_it() =>
        Assert.Equal("AAAABBBBBBBCCCCCCCCD", ClassesOf(Enumerable.Range(0, 20).Select(at => at == 12 ? 89.0 : 100.0 - at)));

    [Fact]
    public void A_tie_at_95_per_cent_is_D_for_all_of_it() =>
        Assert.Equal("AAAABBBBBBBBCCCCCCDD", ClassesOf(Enumerable.Range(0, 20).Select(at => at == 19 ? 82.0 : 100.0 - at)));

    [Fact]
    public void A_tie_within_a_class_moves_nobody() =>
        Assert.Equal("AAAABBBBBBBBCCCCCCCD", ClassesOf(Enumerable.Range(0, 20).Select(at => at == 6 ? 95.0 : 100.0 - at)));

    [Fact]
    public void Of_four_firms_none_is_A_since_one_would_be_25_per_cent() =>
        Assert.Equal("BBCD", ClassesOf(4, 3, 2, 1));
}
