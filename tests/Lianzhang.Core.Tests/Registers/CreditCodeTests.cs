using Lianzhang.Core.Registers;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Registers;

public sealed class CreditCodeTests
{
    // Codes that companies publish of themselves: Huawei, Alibaba (China), Tencent Computer Systems.
    private const string Huawei = "914403001922038216";
    private const string Alibaba = "91330100799655058B";
    private const string Tencent = "9144030071526726XG";

    [Theory]
    [InlineData(Huawei)]
    [InlineData(Alibaba)]
    [InlineData(Tencent)]
    public void A_code_of_a_known_company_is_valid(string code) => Assert.Null(CreditCode.Fault(code));

    [Theory]
    [InlineData("9144030071526726xg")]
    [InlineData(" \t9144030071526726XG\r\n")]
    [InlineData("９１４４０３００７１５２６７２６ＸＧ")]
    [InlineData("\u3000９１４４０３００７１５２６７２６ｘｇ\u3000")]
    public void Small_letters_full_width_and_blanks_around_it_do_not_matter(string code)
    {
        Assert.Null(CreditCode.Fault(code));
        Assert.Equal(Tencent, CreditCode.Plain(code));
    }

    [Theory]
    [InlineData("", "the code is empty; it has 18 characters")]
    [InlineData(" \u3000\t", "the code is empty; it has 18 characters")]
    [InlineData("9", "the code has 1 characters; it must have 18")]
    [InlineData("91440300192203821", "the code has 17 characters; it must have 18")]
    [InlineData("9144030019220382166", "the code has 19 characters; it must have 18")]
    [InlineData("9144 0300 1922 0382 16", "the code has 22 characters; it must have 18")]
    [InlineData("91440300192203821𠀀", "'𠀀' is not allowed at position 18: a digit or a letter other than I, O, S, V, Z is expected")]
    [InlineData("91440300i922038216", "'I' is not allowed at position 9: a digit or a letter other than I, O, S, V, Z is expected")]
    [InlineData("914403O01922038216", "'O' is not allowed at position 7: a digit is expected")]
    [InlineData("9144030019220382A6", "'A' is not allowed at position 17: a digit or X is expected")]
    [InlineData("9144030019220382\u200B6", "'U+200B' is not allowed at position 17: a digit or X is expected")]
    [InlineData("链I4403001922038216", "'链' is not allowed at position 1: a digit or a letter other than I, O, S, V, Z is expected; 'I' is not allowed at position 2: a digit or a letter other than I, O, S, V, Z is expected")]
    [InlineData("914403001922038215", "the check character (position 18) should be 6; look at positions 1 to 8 and 18")]
    [InlineData("914403001922038226", "the organisation check digit (position 17) should be 1 and the check character (position 18) should be 9; look at positions 9 to 17")]
    public void What_is_wrong_is_told_with_its_position(string code, string reason) => Assert.Equal(reason, CreditCode.Fault(code)!.Value.In(Language.English));

    [Theory]
    [InlineData("", "代码为空，应为 18 位")]
    [InlineData("914403", "代码有 6 位，应为 18 位")]
    [InlineData("91440300I922038216", "第 9 位不能是“I”，应为数字或除 I、O、S、V、Z 外的大写字母")]
    [InlineData("914403001922038215", "第 18 位校验码应为 6，请核对第 1 至 8 位和第 18 位")]
    public void It_is_told_in_Chinese(string code, string reason) => Assert.Equal(reason, CreditCode.Fault(code)!.Value.Zh);

    [Fact]
    public void An_organisation_check_digit_that_is_wrong_by_itself_is_told_alone()
    {
        // The check character agrees with what was written, so that this check alone finds the mistake.
        var code = "914403001922038229";
        Assert.Equal("the organisation check digit (position 17) should be 1", CreditCode.Fault(code)!.Value.In(Language.English));
    }

    [Fact]
    public void Both_check_characters_are_made()
    {
        Assert.Equal(Huawei, CreditCode.Make('9', '1', "440300", "19220382"));
        Assert.Equal(Alibaba, CreditCode.Make('9', '1', "330100", "79965505"));
        Assert.Equal(Tencent, CreditCode.Make('9', '1', "440300", "71526726"));
    }

    [Theory]
    [InlineData('I', '1', "440300", "19220382")]
    [InlineData('9', 'z', "440300", "19220382")]
    [InlineData('9', '1', "44030", "19220382")]
    [InlineData('9', '1', "44030A", "19220382")]
    [InlineData('9', '1', "440300", "192203821")]
    [InlineData('9', '1', "440300", "1922038S")]
    public void No_code_is_made_of_parts_that_cannot_be(char department, char category, string region, string body) =>
        Assert.Throws<ArgumentException>(() => CreditCode.Make(department, category, region, body));
}
