using Lianzhang.Core.Inspections;
using Lianzhang.Core.Programmes;

namespace Lianzhang.Core.Tests.Inspections;

public sealed class ReadAnswersTests
{
    private static readonly InspectionTheme Theme = new("safety", ("安全", "Safety"), InspectionOf.Units, 6,
    [
        new InspectionItem("exits", ("通道畅通", "Exits are free"), InspectionItemKind.YesNo),
        new InspectionItem("workers", ("在岗人数", "Workers"), InspectionItemKind.Number),
        new InspectionItem("remarks", ("现场情况", "Seen"), InspectionItemKind.Words),
    ]);

    [Theory]
    [InlineData("yes", "12", "整洁")]
    [InlineData("no", "1,200.5", "杂乱")]
    public void What_is_answered_as_it_is_to_be_lacks_nothing(string exits, string workers, string remarks) => Assert.Empty(Lacking(exits, workers, remarks));

    [Theory]
    [InlineData("maybe", "12", "整洁", "“通道畅通”应选是或否")]
    [InlineData("yes", "一打", "整洁", "“在岗人数”应填数字")]
    [InlineData("yes", "12", " ", "“现场情况”未填")]
    public void What_is_lacking_is_named(string exits, string workers, string remarks, string lack) => Assert.Equal([lack], Lacking(exits, workers, remarks));

    [Fact]
    public void Nothing_answered_lacks_everything_and_is_said_so()
    {
        Assert.Equal(3, ReadAnswers.Lacking(Theme, new Dictionary<string, string>()).Count);
        Assert.Equal(("是", "否", "未填", "12"), (ReadAnswers.In(Theme.Items[0], "yes").Zh, ReadAnswers.In(Theme.Items[0], "no").Zh, ReadAnswers.In(Theme.Items[1], null).Zh, ReadAnswers.In(Theme.Items[1], "12").Zh));
    }

    private static IEnumerable<string> Lacking(string exits, string workers, string remarks) =>
        ReadAnswers.Lacking(Theme, new Dictionary<string, string> { ["exits"] = exits, ["workers"] = workers, ["remarks"] = remarks }).Select(lack => lack.Zh);
}
