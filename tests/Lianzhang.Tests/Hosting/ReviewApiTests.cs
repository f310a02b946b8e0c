using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Lianzhang.Benchmarks;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Reporting;
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

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task A_key_that_ends_while_its_request_is_on_the_way_decides_nothing(StoreKind kind)
    {
        await using var store = await ServedStore.EmptyAsync(kind, cluster);
        await using var made = new ReportingClerks(store.Address, store.Keys);
        var clerk = (await made.Make(1, [Month]))[0];
        var officer = await made.Officer("officer");
        await using var server = await store.StartAsync("serve", "--keys", store.Keys);
        using var handler = new SocketsHttpHandler { Expect100ContinueTimeout = TimeSpan.FromMinutes(1) };
        using var client = new HttpClient(handler) { BaseAddress = server.Address };
        var report = (await JsonAsync(await client.SendAsync(ReportingClerks.Send(clerk, Month, 1000), TestContext.Current.CancellationToken))).GetProperty("report").GetGuid();

        // The server asks for the body when it has recognised the key.
        using var request = ReportingClerks.Accept(report);
        request.Content = new LateContent(RevokeAsync, await request.Content!.ReadAsStringAsync(TestContext.Current.CancellationToken));
        (request.Headers.Authorization, request.Headers.ExpectContinue) = (new AuthenticationHeaderValue("Bearer", officer.Key), true);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(ReportState.Submitted, (await made.Do(new GetReport(report), officer.Caller)).Standing.State);

        async Task RevokeAsync() => await made.Do(new RevokeOwnApiKey((await made.Do(new ListOwnApiKeys(), officer.Caller)).Keys.Single().Id), officer.Caller);
    }

    /// <summary>A body that is sent after something else has happened.</summary>
    private sealed class LateContent : HttpContent
    {
        private readonly Func<Task> before;
        private readonly byte[] bytes;

        public LateContent(Func<Task> before, string body)
        {
            (this.before, bytes) = (before, Encoding.UTF8.GetBytes(body));
            Headers.ContentType = new MediaTypeHeaderValue("application/json");
        }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await before();
            await stream.WriteAsync(bytes, TestContext.Current.CancellationToken);
        }

        protected override bool TryComputeLength(out long length) => (length = bytes.Length) >= 0;
    }

    private static async Task<JsonElement> JsonAsync(HttpResponseMessage answer)
    {
        using (answer)
            return await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>(TestContext.Current.CancellationToken);
    }
}
