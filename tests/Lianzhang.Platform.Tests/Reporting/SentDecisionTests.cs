using System.Text;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Tests.Reporting;

/// <summary>Bodies by which programs decide about reports.</summary>
public sealed class SentDecisionTests
{
    private static readonly Guid One = Guid.Parse("0195c0de-0000-7000-8000-000000000001");
    private static readonly Guid Two = Guid.Parse("0195c0de-0000-7000-8000-000000000002");

    [Fact]
    public async Task Reports_are_accepted_as_they_were_looked_at()
    {
        var asked = (await Accepting($$"""{"reports": {"{{One}}": 1, "{{Two}}": 3}, "more": true}""")).Value!;
        Assert.Equal([One, Two], asked.Ids);
        Assert.Equal([1, 3], asked.Ids.Select(id => asked.Seen![id]));
    }

    [Fact]
    public async Task A_report_is_sent_back_with_a_reason_for_each_cell()
    {
        var asked = (await Returning("""{"version": 2, "reasons": {"01.month": "核实", "": "请全面复核"}}""")).Value!;
        Assert.Equal((One, 2, "核实", "请全面复核"), (asked.Id, asked.Seen, asked.Reasons["01.month"], asked.Reasons[string.Empty]));
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"reports": ["0195c0de-0000-7000-8000-000000000001"]}""")]
    [InlineData("""{"reports": {"none": 1}}""")]
    [InlineData("""{"reports": {"0195c0de-0000-7000-8000-000000000001": "1"}}""")]
    [InlineData("""{"reports": {"0195c0de-0000-7000-8000-000000000001": 1.5}}""")]
    [InlineData("""{"reports": {"0195c0de-0000-7000-8000-000000000001": 1, "0195C0DE-0000-7000-8000-000000000001": 2}}""")]
    public async Task What_does_not_say_which_version_of_which_report_is_refused(string body) =>
        Assert.Contains("nothing was decided", Assert.IsType<Problem>((await Accepting(body)).Problem).Detail.En, StringComparison.Ordinal);

    [Theory]
    [InlineData("no json")]
    [InlineData("""{"version": 1}""")]
    [InlineData("""{"reasons": {"": "核实"}}""")]
    [InlineData("""{"version": "1", "reasons": {"": "核实"}}""")]
    [InlineData("""{"version": 1, "reasons": "核实"}""")]
    [InlineData("""{"version": 1, "reasons": {"01.month": 5}}""")]
    [InlineData("""{"version": 1, "reasons": {"01.month": "a", "01.month": "b"}}""")]
    public async Task What_does_not_say_why_and_of_which_version_is_refused(string body) =>
        Assert.Contains("not sent back", Assert.IsType<Problem>((await Returning(body)).Problem).Detail.En, StringComparison.Ordinal);

    [Fact]
    public async Task More_than_a_decision_can_have_is_not_read() =>
        Assert.Equal(ProblemKind.TooLarge, (await Accepting(new string(' ', 100_001))).Problem!.Kind);

    private static Task<Answer<AcceptReports>> Accepting(string body) => SentDecision.ReadAccepting(Stream(body), TestContext.Current.CancellationToken);

    private static Task<Answer<ReturnReport>> Returning(string body) => SentDecision.ReadReturning(One, Stream(body), TestContext.Current.CancellationToken);

    private static MemoryStream Stream(string body) => new(Encoding.UTF8.GetBytes(body));
}
