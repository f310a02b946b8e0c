using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Values;

public sealed class NearestTests
{
    private static readonly string[] Words = ["at_least", "at_most", "exact", "range", "gdp", "biomedicine_output"];

    [Theory]
    [InlineData("at_lest", "at_least")]
    [InlineData("atleast", "at_least")]
    [InlineData("rnage", "range")]
    [InlineData("gpd", "gdp")]
    [InlineData("biomedecine_output", "biomedicine_output")]
    public void A_slip_of_the_hand_finds_its_word(string written, string meant) => Assert.Equal(meant, Nearest.To(written, Words));

    [Theory]
    [InlineData("population")]
    [InlineData("x")]
    public void A_different_word_finds_none(string written) => Assert.Null(Nearest.To(written, Words));
}
