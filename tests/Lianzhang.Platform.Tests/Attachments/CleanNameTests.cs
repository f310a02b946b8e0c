using Lianzhang.Platform.Attachments;

namespace Lianzhang.Platform.Tests.Attachments;

public sealed class CleanNameTests
{
    [Theory]
    [InlineData(Samples.Up + Samples.Up + "etc/passwd.txt", "passwd.txt")]
    [InlineData("C" + ":\\Windows\\system32\\报告.pdf", "报告.pdf")]
    [InlineData("/absolute/报告.pdf", "报告.pdf")]
    [InlineData("发票\u202Efdp.exe", "发票fdp.exe")]
    [InlineData("a\u0000b\r\nc\u200B.pdf", "abc.pdf")]
    [InlineData("报告.pdf. . ", "报告.pdf")]
    [InlineData("<b>增长10%?</b>.txt", "b.txt")]
    [InlineData("增长10%\".txt", "增长10%.txt")]
    [InlineData(".pdf", "附件.pdf")]
    [InlineData("..", "附件")]
    [InlineData("", "附件")]
    public void A_name_keeps_what_people_see_and_nothing_else(string given, string kept) => Assert.Equal(kept, CleanName.Of(given));

    [Fact]
    public void A_long_name_is_cut_and_keeps_its_extension()
    {
        var name = CleanName.Of($"{new string('长', 300)}.pdf");
        Assert.Equal(100, name.Length);
        Assert.EndsWith(".pdf", name, StringComparison.Ordinal);
    }
}
