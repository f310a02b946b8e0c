using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Lianzhang.Benchmarks;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Tests;
using Lianzhang.Storage;

namespace Lianzhang.Tests.Hosting;

/// <summary>Reports are decided at a server process as a department's system decides them: by a key, over HTTP, as they were looked at.</summary>
public sealed class ReviewApiTests(PostgresCluster cluster)
{
    private static readonly Period Month = ReportingClerks.Months(1)[0];

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_is_accepted_shows_at_once_and_what_is_sent_back_says_why(StoreKind kind)
    {
        await using var store = await ServedStore.EmptyAsync(kind, cluster);
        await using var made = new ReportingClerks(store.Address, store.Keys);
        var clerks = await made.Make(3, [Month]);
        var key = (await made.Officer("officer")).Key;
        await made.AddOutput([Month.Year]);
        await using var server = await store.StartAsync("serve", "--keys", store.Keys);
        using var clerk = new HttpClient { BaseAddress = server.Address };
        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        var reports = new List<Guid>();
        foreach (var (number, one) in clerks.Index())
            reports.Add((await JsonAsync(await clerk.SendAsync(ReportingClerks.Send(one, Month, 1000 + number), TestContext.Current.CancellationToken))).GetProperty("report").GetGuid());

        Assert.Equal(3, (await JsonAsync(await GetAsync("/api/v1/reviews"))).GetProperty("total").GetInt32());
        Assert.Equal("submitted", (await JsonAsync(await GetAsync($"/api/v1/reviews/{reports[0]}"))).GetProperty("standing").GetProperty("state").GetString());

        // Whoever has no right to it finds nothing there, and what was sent anew since is not decided unseen.
        using (var foreign = new HttpRequestMessage(HttpMethod.Post, "/api/v1/reviews/accept") { Content = ReportingClerks.Accept(reports[0]).Content })
        {
            foreign.Headers.Authorization = new AuthenticationHeaderValue("Bearer", clerks[0].Key);
            Assert.Equal(HttpStatusCode.NotFound, (await clerk.SendAsync(foreign, TestContext.Current.CancellationToken)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await clerk.SendAsync(ReportingClerks.Accept(reports[0]), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync("/api/v1/reviews/accept", $$"""{"reports": {"{{reports[0]}}": 2} }""")).StatusCode);
        // One that is not there holds back the others.
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync("/api/v1/reviews/accept", $$"""{"reports": {"{{reports[0]}}": 1, "{{Guid.Empty}}": 1} }""")).StatusCode);

        var accepted = await JsonAsync(await PostAsync("/api/v1/reviews/accept", $$"""{"reports": {"{{reports[0]}}": 1, "{{reports[1]}}": 1} }"""));
        Assert.Equal((2, 0, 2 * ReportingClerks.Asked), (accepted.GetProperty("accepted").GetInt32(), accepted.GetProperty("passed").GetInt32(), accepted.GetProperty("values").GetInt32()));
        var target = await (await GetAsync($"/api/v1/targets/{ReportingClerks.Output}?year={Month.Year}&region={ReportingClerks.City}&asOf={Month.End:yyyy-MM-dd}")).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2001, ReportingClerks.OutputOf(target));

        var back = $"/api/v1/reviews/{reports[2]}/return";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(back, """{"version": 1, "reasons": {"99.month": "核实"}}""")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(back, """{"version": 3, "reasons": {"": "核实"}}""")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(back, """{"version": 1, "reasons": {"01.month": "与税务数据不符，请核实"}}""")).StatusCode);
        Assert.Equal(0, (await JsonAsync(await GetAsync("/api/v1/reviews"))).GetProperty("total").GetInt32());
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(back, """{"version": 1, "reasons": {"": "核实"}}""")).StatusCode);

        Task<HttpResponseMessage> GetAsync(string path) => client.GetAsync(path, TestContext.Current.CancellationToken);

        Task<HttpResponseMessage> PostAsync(string path, string body) => client.PostAsync(path, new StringContent(body, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        using (answer)
            return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }
}
