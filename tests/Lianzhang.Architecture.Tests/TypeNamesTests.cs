using Lianzhang.Architecture.Tests.Rules;

namespace Lianzhang.Architecture.Tests;

public sealed class TypeNamesTests : RuleTests<TypeNames>
{
    [Theory]
    [InlineData("class OrderManager;")]
    [InlineData("static class TextHelpers;")]
    [InlineData("static class DateUtil;")]
    [InlineData("interface IMailService;")]
    [InlineData("record OrderDto(int Id);")]
    [InlineData("record struct OrderVm(int Id);")]
    [InlineData("enum ClockImpl { A }")]
    [InlineData("delegate void SendService();")]
    [InlineData("class Outer { class InnerManager<T>; }")]
    public void A_name_that_says_nothing_is_caught(string type)
    {
        Catches("src/Lianzhang/Planted.cs", $"namespace Lianzhang;\n{type}", 2, "says nothing");
        Catches("tests/Lianzhang.Tests/Planted.cs", $"namespace Lianzhang.Tests;\n{type}", 2, "says nothing");
    }

    [Fact]
    public void A_name_that_has_such_a_word_elsewhere_is_allowed() =>
        Allows("src/Lianzhang/Planted.cs", "namespace Lianzhang; class ServiceArea; class ManagerialPost;");
}
