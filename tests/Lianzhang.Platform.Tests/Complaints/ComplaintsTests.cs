using Lianzhang.Platform.Complaints;
using Lianzhang.Platform.Notices;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Tests.Complaints;

public sealed class ComplaintsTests(PostgresCluster cluster)
{
    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Anybody_complains_and_finds_the_answer_by_the_code(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var stranger = Caller.Nobody("192.0.2.1");
        var receipt = await store.Do(new MakeComplaint(ComplaintKind.Burden, "同一数据报了三次。", "13800000000"), stranger);
        // Five working days after a Tuesday.
        Assert.Equal(new DateOnly(2026, 7, 7), receipt.Due);

        var officer = await store.As("officer");
        Assert.Contains("投诉建议", Assert.Single((await store.Do(new ListNotices(), officer)).Notices).Title.Zh, StringComparison.Ordinal);
        var listed = Assert.Single((await store.Do(new ListComplaints(), officer)).Complaints);
        Assert.Equal(("同一数据报了三次。", "13800000000", false), (listed.Content, listed.Contact, listed.IsLate));
        await store.Do(new AnswerComplaint(listed.Id, "已合并报表。"), officer);
        Assert.Equal(ProblemKind.Conflict, (await store.Ask(new AnswerComplaint(listed.Id, "再次答复。"), officer)).Problem!.Kind);

        var code = string.Join('-', receipt.Code.ToLowerInvariant().Chunk(4).Select(group => new string(group)));
        Assert.Equal("已合并报表。", (await store.Do(new GetComplaint(code), stranger)).Answer);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetComplaint("AAAA"), stranger)).Problem!.Kind);
        Assert.NotNull((await store.Ask(new ListComplaints(), await store.As("clerk"))).Problem);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Who_is_signed_in_is_told_of_the_answer_and_sees_only_ones_own(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var (clerk, officer) = (await store.As("clerk"), await store.As("officer"));
        var receipt = await store.Do(new MakeComplaint(ComplaintKind.Suggestion, "请增加批量导入。"), clerk);
        Assert.Equal(WorkColumn.Waiting, Assert.Single((await store.Do(new FeedOwnComplaints(), clerk)).Items).Column);
        Assert.Equal(receipt.Due, Assert.Single((await store.Do(new FeedComplaints(), officer)).Items).Due);
        await store.Do(new AnswerComplaint((await store.Do(new ListComplaints(), officer)).Complaints[0].Id, "已采纳。"), officer);
        Assert.Equal($"/complaint/{receipt.Code}", Assert.Single((await store.Do(new ListNotices(), clerk)).Notices).Href);
        Assert.Equal(receipt.Code, Assert.Single((await store.Do(new ListOwnComplaints(), clerk)).All).Code);
        Assert.Empty((await store.Do(new ListOwnComplaints(), officer)).All);
        Assert.Equal(WorkColumn.Recent, Assert.Single((await store.Do(new FeedOwnComplaints(), clerk)).Items).Column);
        Assert.Empty((await store.Do(new FeedComplaints(), officer)).Items);
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task One_that_waits_too_long_is_late_and_stands_first(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await store.Do(new MakeComplaint(ComplaintKind.Data, "较早"), Caller.Nobody(null));
        store.Time.Advance(TimeSpan.FromDays(8));
        await store.Do(new MakeComplaint(ComplaintKind.Data, "较晚"), Caller.Nobody(null));
        var page = await store.Do(new ListComplaints(), await store.As("officer"));
        Assert.Equal([("较早", true), ("较晚", false)], page.Complaints.Select(complaint => (complaint.Content, complaint.IsLate)));
        Assert.Equal((2, 2), (page.Open, page.Total));
    }

    [Fact]
    public async Task Bad_input_is_refused_and_no_personal_detail_goes_on_record()
    {
        await using var store = await Store.OpenWithQinghe(StoreKind.Sqlite, cluster);
        var officer = await store.As("officer");
        foreach (var bad in new[] { new MakeComplaint(ComplaintKind.Data, " "), new((ComplaintKind)9, "x"), new(ComplaintKind.Data, new string('长', 2_001)), new(ComplaintKind.Data, "x", new string('9', 129)) })
            Assert.Equal(ProblemKind.Invalid, (await store.Ask(bad, Caller.Nobody(null))).Problem!.Kind);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new AnswerComplaint(Guid.Empty, "x"), officer)).Problem!.Kind);
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new AnswerComplaint(Guid.Empty, " "), officer)).Problem!.Kind);

        var receipt = await store.Do(new MakeComplaint(ComplaintKind.Conduct, "某某态度生硬", "13800000001"), officer);
        var own = (await store.Do(new ListComplaints(), officer)).Complaints[0];
        Assert.Equal(ProblemKind.Invalid, (await store.Ask(new AnswerComplaint(own.Id, "无"), officer)).Problem!.Kind);
        var record = string.Join('\n', await store.InDb(db => db.Set<AuditEntry>().Where(entry => entry.Permission == "complaints.make").Select(entry => entry.Request + entry.Changes).ToListAsync()));
        Assert.Contains("complaints_complaint", record, StringComparison.Ordinal);
        foreach (var secret in new[] { receipt.Code, "13800000001", "态度" })
            Assert.DoesNotContain(secret, record, StringComparison.Ordinal);
        Assert.NotEmpty((await store.Do(new ExportComplaints(Core.Values.Language.Chinese), officer)).Content);
    }
}
