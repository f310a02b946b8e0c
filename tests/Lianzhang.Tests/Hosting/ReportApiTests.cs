using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Lianzhang.Benchmarks;
using Lianzhang.Browser.Tests;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Tests;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Tests.Hosting;

/// <summary>Reports are sent to a server process as an enterprise's system sends them: by a key, over HTTP, and by the commands of the guide as they are written.</summary>
public sealed partial class ReportApiTests(PostgresCluster cluster)
{
    private static readonly IReadOnlyList<Period> Months = ReportingClerks.Months(2);

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task The_commands_of_the_guide_do_what_it_says(StoreKind kind)
    {
        await using var api = await Api.StartAsync(kind, cluster);
        var commands = Commands().Matches(await GuideAsync()).Select(match => match.Groups["command"].Value).ToList();
        Assert.Equal(3, commands.Count);
        var (list, ask, send) = (commands[0], commands[1], commands[2]);

        var listed = await CurlAsync(api, list);
        Assert.Equal(Months.Count, listed.GetProperty("total").GetInt32());
        var asked = await CurlAsync(api, ask);
        Assert.Equal(("open", "万元"), (asked.GetProperty("state").GetString(), asked.GetProperty("cells")[0].GetProperty("unit").GetString()));

        var sent = await CurlAsync(api, send);
        Assert.Equal((1, 0), (sent.GetProperty("version").GetInt32(), sent.GetProperty("findings").GetArrayLength()));
        // Sent again it is answered the same; another content under the same key is refused.
        Assert.Equal(sent.GetRawText(), (await CurlAsync(api, send)).GetRawText());
        Assert.Equal(409, (await CurlAsync(api, send.Replace("1385.17", "1385.18", StringComparison.Ordinal))).GetProperty("status").GetInt32());

        var there = await CurlAsync(api, ask);
        var cells = there.GetProperty("cells").EnumerateArray().ToDictionary(cell => cell.GetProperty("key").GetString()!);
        Assert.Equal(("submitted", "1385.17", "海关数据未出", "含劳务派遣 6 人"), (
            there.GetProperty("state").GetString(), cells["01.month"].GetProperty("typed").GetString(), cells["03.month"].GetProperty("reason").GetString(), cells["14.end"].GetProperty("note").GetString()));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task What_cannot_be_sent_is_refused_with_its_reason_and_nothing_is_kept(StoreKind kind)
    {
        await using var api = await Api.StartAsync(kind, cluster);
        var clerk = api.Clerks[0];
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.SendAsync(clerk with { Key = "lz_none" }, "{}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await api.SendAsync(clerk, $$"""{"cells": {}, "unit": "{{api.Clerks[1].Unit}}"}""")).Status);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await api.SendAsync(clerk, new string(' ', 1_000_001))).Status);

        var unreadable = await api.SendAsync(clerk, "{\n\"cells\": {\n\"01.month\": 1,,\n}}");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, "JSON:3: 从这一行起无法解读"), (unreadable.Status, unreadable.Faults.Single()));
        Assert.Contains("没有单元格 99.month", (await api.SendAsync(clerk, """{"cells": {"99.month": 1}}""")).Detail, StringComparison.Ordinal);

        // What the page would find is what a program is told, each by the key that explains it.
        var refused = await api.SendAsync(clerk, """{"cells": {"01.month": 100, "02.month": 100, "03.month": 200}}""");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.Status);
        Assert.Contains(refused.Faults, fault => fault.StartsWith("exports_in_sales", StringComparison.Ordinal) && fault.Contains("出口额不超过销售产值", StringComparison.Ordinal));
        Assert.Contains(refused.Faults, fault => fault.StartsWith("unanswered@05.month", StringComparison.Ordinal));

        // A soft finding is answered by its key as the guide does, and then does not stand in the way.
        var whole = ReportingClerks.Cells(1200).ToDictionary();
        whole["04.month"] = 1300;
        var asked = await api.SendAsync(clerk, JsonSerializer.Serialize(new { cells = whole }));
        using var guide = JsonDocument.Parse(Answered().Match(await GuideAsync()).Groups["json"].Value);
        var explanations = guide.RootElement.GetProperty("explanations");
        Assert.StartsWith($"{explanations.EnumerateObject().Single().Name}:", Assert.Single(asked.Faults), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.Unauthorized, (await api.SendAsync(clerk with { Key = string.Empty }, "{}")).Status);
        Assert.Equal(0, await api.VersionsAsync());
        Assert.Equal(HttpStatusCode.OK, (await api.SendAsync(clerk, JsonSerializer.Serialize(new { cells = whole, explanations }))).Status);

        await api.RevokeAsync(clerk);
        Assert.Equal(HttpStatusCode.Unauthorized, (await api.SendAsync(clerk, "{}")).Status);
        Assert.Equal(1, await api.VersionsAsync());
    }

    private static Task<string> GuideAsync() => File.ReadAllTextAsync(Path.Combine(RunCommand.Root, "docs/reporting-api.md"), TestContext.Current.CancellationToken);

    // Runs a command of the guide as it is written, with what it says stands in the environment.
    private static async Task<JsonElement> CurlAsync(Api api, string command)
    {
        var start = new ProcessStartInfo("bash", ["-c", command]) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in new[] { ("LIANZHANG_URL", api.Address.OriginalString.TrimEnd('/')), ("LIANZHANG_KEY", api.Clerks[0].Key), ("FORM", ReportingClerks.Form), ("PERIOD", $"{Months[0]}") })
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken), process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{command}\n{await error}");
        return JsonDocument.Parse(await output).RootElement;
    }

    [GeneratedRegex("```bash\n(?<command>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Commands();

    [GeneratedRegex("```json\n(?<json>.*?)```", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Answered();

    private sealed record Refusal(HttpStatusCode Status, string Detail, IReadOnlyList<string> Faults);

    /// <summary>A server process with two enterprises that have keys.</summary>
    private sealed class Api(ServedStore store, Server server, IReadOnlyList<ReportingClerk> clerks) : IAsyncDisposable
    {
        private readonly HttpClient client = new() { BaseAddress = server.Address };

        public Uri Address => server.Address;

        public IReadOnlyList<ReportingClerk> Clerks => clerks;

        public static async Task<Api> StartAsync(StoreKind kind, PostgresCluster cluster)
        {
            var store = await ServedStore.EmptyAsync(kind, cluster);
            await using var made = new ReportingClerks(store.Address, store.Keys);
            var clerks = await made.Make(2, Months);
            return new Api(store, await store.StartAsync("serve", "--keys", store.Keys), clerks);
        }

        public async Task<Refusal> SendAsync(ReportingClerk clerk, string body)
        {
            using var request = ReportingClerks.Send(clerk, Months[0], output: 1);
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            var faults = problem.RootElement.TryGetProperty("faults", out var list) ? list.EnumerateArray().Select(fault => fault.GetString()!).ToList() : [];
            return new Refusal(answer.StatusCode, problem.RootElement.TryGetProperty("detail", out var detail) ? detail.GetString()! : string.Empty, faults);
        }

        public Task<int> RevokeAsync(ReportingClerk clerk) => store.InDbAsync(db => db.Database.ExecuteSqlAsync($"""UPDATE identity_key SET "RevokedAt" = "CreatedAt" WHERE "Prefix" = {clerk.Key[..11]}"""));

        public Task<long> VersionsAsync() => store.AskAsync($"""SELECT COUNT(*) AS "Value" FROM reporting_version""");

        public async ValueTask DisposeAsync()
        {
            client.Dispose();
            await server.DisposeAsync();
            await store.DisposeAsync();
        }
    }
}
