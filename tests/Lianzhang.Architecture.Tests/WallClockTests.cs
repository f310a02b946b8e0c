using Lianzhang.Architecture.Tests.Rules;

namespace Lianzhang.Architecture.Tests;

public sealed class WallClockTests : RuleTests<WallClock>
{
    [Theory]
    [InlineData("System.DateTime.Now")]
    [InlineData("DateTime.UtcNow")]
    [InlineData("DateTime.Today.AddDays(1)")]
    [InlineData("DateTimeOffset.Now.Year")]
    [InlineData("DateTimeOffset.UtcNow")]
    public void A_reading_of_the_clock_is_caught(string expression)
    {
        var text = $"class A {{ object M() =>\n{expression}; }}";
        Catches("src/Lianzhang/Planted.cs", text, 2, "reads the wall clock");
        Catches("src/Lianzhang.Core/Values/Planted.cs", text, 2, "reads the wall clock");
        Catches("tests/Lianzhang.Core.Tests/Planted.cs", text, 2, "reads the wall clock");
    }

    [Fact]
    public void A_reading_under_another_name_is_caught() =>
        Catches("src/Lianzhang/Planted.cs", "using static System.DateTime;\nclass A { object M() =>\nNow; }", 3, "System.DateTime.Now");

    [Theory]
    [InlineData("System.Diagnostics.Stopwatch.GetTimestamp()")]
    [InlineData("time.GetUtcNow()")]
    public void A_stopwatch_and_a_time_provider_are_allowed(string expression) =>
        Allows("src/Lianzhang/Planted.cs", $"class A {{ object M(TimeProvider time) => {expression}; }}");
}
