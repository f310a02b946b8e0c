namespace Lianzhang.Core.Tests.Scoring;

public sealed class BallotTests
{
    private static readonly string[] Ranks = [.. Enumerable.Range(1, 13).Select(rank => $"r{rank}")];

    private static readonly string Spec = $$"""
        group: kind
        score: points
        indicators:
        - {code: points}
        steps:
        - {step: counted, method: ballots, into: points, votes: [{{string.Join(", ", Ranks)}}]}
        """;

    // 20 ballots, each of which ranks all 13: unit i stands at rank i on 14 of them and at rank 14 − i on 6.
    private static string Csv()
    {
        var lines = Enumerable.Range(1, 13).Select(unit => $"u{unit},{(unit <= 9 ? "county" : "district")}," + string.Join(',', Enumerable.Range(1, 13).Select(rank => (rank == unit ? 14 : 0) + (rank == 14 - unit ? 6 : 0))));
        return $"unit,kind,{string.Join(',', Ranks)}\n{string.Join('\n', lines)}\n";
    }

    [Fact]
    public void Thirteen_units_score_by_the_mean_of_100_less_3_for_each_rank()
    {
        var scores = Scored.By(Spec, Csv()).Scores();
        // Unit 1: 14 × 100 + 6 × 64 over 20; unit 7 stands in the middle on all; unit 13 the other way round.
        Assert.Equal(((14 * 100) + (6 * 64)) / 20.0, scores[0]!.Value, 1e-12);
        Assert.Equal(82, scores[6]!.Value, 1e-12);
        Assert.Equal(((14 * 64) + (6 * 100)) / 20.0, scores[12]!.Value, 1e-12);
        Assert.Equal(13 * 82, scores.Sum()!.Value, 1e-9);
    }

    [Fact]
    public void Counties_and_districts_are_ranked_apart() =>
        Assert.Equal([1, 2, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3, 4], Scored.By(Spec, Csv()).Ranks().OfType<double>());

    [Fact]
    public void Those_with_the_same_votes_share_a_rank_and_no_votes_is_no_score()
    {
        const string Small = "score: p\nindicators:\n- {code: p}\nsteps:\n- {step: counted, method: ballots, into: p, votes: [r1, r2, r3]}\n";
        var result = Scored.By(Small, "unit,r1,r2,r3\na,5,5,0\nb,5,5,0\nc,0,0,10\nd,,,\n");
        Scored.Same(result.Scores(), 98.5, 98.5, 94, null);
        Scored.Same(result.Ranks(), 1, 1, 3, null);
    }

    [Fact]
    public void A_negative_number_of_votes_is_refused() =>
        Assert.Equal("spec.yaml:5:52: b has a negative number of votes", Scored.Refused("score: p\nindicators:\n- {code: p}\nsteps:\n- {step: counted, method: ballots, into: p, votes: [r1]}\n", "unit,r1\na,1\nb,-1\n"));
}
