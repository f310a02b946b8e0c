using Lianzhang.Core.Assessment;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Assessment;

/// <summary>A sealed result that was altered in any byte does not pass, and it is told where.</summary>
public sealed class VerifyAssessmentTests
{
    private static readonly string Text = Assessed.Sealed.Write();

    [Fact]
    public void A_sealed_result_comes_out_again_from_its_text_alone()
    {
        Assert.Empty(VerifyAssessment.Check(Text, Assessed.Sealed.Seals.All));
        Assert.DoesNotContain("某月营收滞后", Text, StringComparison.Ordinal);
        Assert.Contains(Assessed.Sealed.Scores, score => score is { Member: "d", Node: "total", Score: "90.123457" });
    }

    [Theory]
    [InlineData("\"value\": 94", "\"value\": 96", "the figures of b were altered")]
    [InlineData("first: 1", "first: 2", "the rules were altered")]
    [InlineData("\"score\": \"80\"", "\"score\": \"99\"", "of c was altered")]
    [InlineData("依据不足", "依据充分", "objection 1 was altered")]
    [InlineData("\"period\": \"2026-Q3\"", "\"period\": \"2026-Q2\"", "the seal of all does not hold")]
    [InlineData("\"version\": 3", "\"version\": 4", "the seal of all does not hold")]
    [InlineData("\n  \"plan\"", "\n   \"plan\"", "line 4 is not written as it was sealed")]
    [InlineData("\"methods\": 1", "\"methods\": 2", "version 2 of the methods")]
    [InlineData("{\n", "[\n", "this is no sealed assessment")]
    public void What_was_altered_is_told(string sound, string altered, string message)
    {
        Assert.Contains(sound, Text, StringComparison.Ordinal);
        var at = Text.IndexOf(sound, StringComparison.Ordinal);
        var faults = VerifyAssessment.Check(Text[..at] + altered + Text[(at + sound.Length)..]);
        Assert.Contains(faults, fault => fault.In(Language.English).Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void No_single_letter_can_be_another_one()
    {
        for (var at = 0; at < Text.Length; at += 7)
        {
            var altered = Text[..at] + (Text[at] == 'x' ? 'y' : 'x') + Text[(at + 1)..];
            Assert.NotEmpty(VerifyAssessment.Check(altered));
        }
    }

    [Fact]
    public void A_result_that_was_made_anew_as_a_whole_is_known_by_its_seal()
    {
        var sheet = Assessed.Sheet.With("c", "ballot", 99, "改");
        var forged = SealedAssessment.Of(sheet, Assessed.Result(sheet), []).Write();
        Assert.Empty(VerifyAssessment.Check(forged));
        Assert.StartsWith("the seal is not the published one", Assert.Single(VerifyAssessment.Check(forged, Assessed.Sealed.Seals.All)).In(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void Scores_that_do_not_follow_from_the_figures_are_told()
    {
        var open = Assessed.Sealed with { Scores = [.. Assessed.Sealed.Scores.Select(score => score is { Member: "c", Node: "total" } ? score with { Score = "99" } : score)] };
        var made = open with { Seals = open.Computed() };
        Assert.Equal("total of c comes to 80 (3), sealed is 99 (3)", Assert.Single(VerifyAssessment.Check(made.Write())).In(Language.English));
    }
}
