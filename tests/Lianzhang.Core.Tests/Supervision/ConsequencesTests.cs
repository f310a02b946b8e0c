using Lianzhang.Core.Programmes;
using Lianzhang.Core.Supervision;

namespace Lianzhang.Core.Tests.Supervision;

/// <summary>Two yellows on one matter are a letter and a point, red is two points and a talk, three reds in a row a talk: as the bundled programme writes it.</summary>
public sealed class ConsequencesTests
{
    private static readonly IReadOnlyList<OrderConsequence> Rules = Repository.Heze.Programme!.Supervision.Consequences!;
    private static readonly Guid County = People.Next();

    [Fact]
    public void The_second_yellow_on_a_matter_is_a_letter_and_a_point()
    {
        Assert.Empty(Follow([], "a", "yellow"));
        Assert.Equal(["发督办函 -1"], Follow([("a", "yellow")], "a", "yellow"));
        Assert.Empty(Follow([("b", "yellow")], "a", "yellow"));
        Assert.Empty(Follow([("a", "yellow"), ("a", "yellow")], "a", "yellow"));
    }

    [Fact]
    public void Red_is_two_points_and_a_talk() => Assert.Equal(["约谈 -2"], Follow([("a", "blue"), ("a", "yellow")], "a", "red"));

    [Fact]
    public void Three_reds_in_a_row_are_a_talk_with_the_head()
    {
        Assert.Contains("约谈主要负责人 0", Follow([("a", "red"), ("b", "red")], "c", "red"));
        Assert.DoesNotContain("约谈主要负责人 0", Follow([("a", "red"), ("b", "blue")], "c", "red"));
        Assert.DoesNotContain("约谈主要负责人 0", Follow([("a", "red")], "c", "red"));
    }

    [Fact]
    public void Those_of_another_body_do_not_count_in_a_row()
    {
        LevelReached[] earlier = [new("a", People.Next(), "red"), new("b", People.Next(), "red")];
        Assert.DoesNotContain(Consequences.Of(Rules, earlier, new("c", County, "red")), rule => rule.InARow);
        Assert.DoesNotContain(Consequences.Of(Rules, [new("a", null, "red"), new("b", null, "red")], new("c", null, "red")), rule => rule.InARow);
    }

    private static List<string> Follow((string Matter, string Level)[] earlier, string matter, string level) =>
        [.. Consequences.Of(Rules, [.. earlier.Select(one => new LevelReached(one.Matter, County, one.Level))], new(matter, County, level)).Select(rule => $"{rule.Name.Zh} {rule.Points}")];
}
