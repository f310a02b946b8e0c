using System.Globalization;
using System.Linq.Expressions;
using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Lianzhang.Benchmarks;
using Lianzhang.Browser.Tests;
using Lianzhang.Core.Reporting;
using Lianzhang.Hosting;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Tests;
using Lianzhang.Storage;
using Lianzhang.Web.Design;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Tests.Hosting;

/// <summary>
/// Who reviews sends to every address of the product what would change a figure: as JSON, as the form of a report, and by every form
/// that the pages show with every field written over. Whatever the answers, all that units wrote stays as it was.
/// </summary>
public sealed partial class ReviewersOverHttpTests(PostgresCluster cluster)
{
    private const string Planted = "987654";

    // A whole report as a program or a page's script would send it.
    private static readonly object Whole = new { cells = ReportingClerks.Cells(decimal.Parse(Planted, CultureInfo.InvariantCulture)).ToDictionary(cell => cell.Key, cell => new { typed = cell.Value.ToString(CultureInfo.InvariantCulture) }), explanations = new { } };

    // They end the session by which the rest is tried.
    private static readonly string[] Ends = ["/sign-out", "/sign-in", "/password"];

    [Fact]
    public async Task No_address_lets_a_reviewer_change_what_a_unit_wrote()
    {
        await using var store = await ServedStore.EmptyAsync(StoreKind.Sqlite, cluster);
        await using var server = await store.StartAsync("demo", "--keys", store.Keys);
        var before = await WrittenAsync(store);
        Assert.NotEmpty(before);
        var sample = await SampleAsync(store, report => report.State == ReportState.Submitted);
        foreach (var account in new[] { "county", "reviewer", "officer" })
        {
            // In review each time, so that every decision can be taken.
            await store.InDbAsync(db => db.Set<Report>().IgnoreQueryFilters().Where(report => report.Id == sample.Report).ExecuteUpdateAsync(set => set.SetProperty(report => report.State, ReportState.Submitted).SetProperty(report => report.Level, 0)));
            using var person = await SignedInClient.SignInAsync(server.Address, account);
            var answers = new List<HttpStatusCode>();
            foreach (var address in await AddressesAsync(sample))
                answers.AddRange(await TryAsync(person, account, address));
            Assert.DoesNotContain(HttpStatusCode.TooManyRequests, answers);
            // The probe reached the report of who may decide: it was, and yet says what its unit wrote.
            if (account != "county")
                Assert.NotEqual(ReportState.Submitted, (await SampleAsync(store, report => report.Id == sample.Report)).State);
        }

        Assert.Equal(before, await WrittenAsync(store));

        // The same probe sees what the unit itself changes.
        using var clerk = await SignedInClient.SignInAsync(server.Address, "clerk");
        foreach (var address in await AddressesAsync(await OwnAsync(store, clerk)))
            await TryAsync(clerk, "clerk", address);
        Assert.NotEqual(before, await WrittenAsync(store));
    }

    private sealed record Sample(Guid Report, string Unit, Guid Round, string Form, string Period, ReportState State);

    private static Task<Sample> SampleAsync(ServedStore store, Expression<Func<Report, bool>> which) => store.InDbAsync(async db =>
    {
        var cancel = TestContext.Current.CancellationToken;
        var round = await db.Set<ReportRound>().AsNoTracking().FirstAsync(round => round.Form == ReportingClerks.Form, cancel);
        var report = await db.Set<Report>().IgnoreQueryFilters().AsNoTracking().Where(report => report.RoundId == round.Id).OrderBy(report => report.Id).FirstAsync(which, cancel);
        return new Sample(report.Id, report.Unit, round.Id, round.Form, $"{PeriodNumber.Read(round.Period)}", report.State);
    });

    // The clerk's report of the same form.
    private static async Task<Sample> OwnAsync(ServedStore store, SignedInClient clerk)
    {
        var page = await clerk.Http.GetStringAsync("/reports", TestContext.Current.CancellationToken);
        var own = ReportLink().Matches(page).Select(link => Guid.Parse(link.Groups["id"].Value)).ToList();
        return await SampleAsync(store, report => own.Contains(report.Id));
    }

    // All that units wrote, sent or not.
    private static Task<Dictionary<Guid, string>> WrittenAsync(ServedStore store) => store.InDbAsync(async db =>
    {
        var cancel = TestContext.Current.CancellationToken;
        var drafts = await db.Set<Report>().IgnoreQueryFilters().Select(report => new { report.Id, Text = report.Draft }).ToListAsync(cancel);
        var versions = await db.Set<ReportVersion>().IgnoreQueryFilters().Select(version => new { version.Id, Text = version.Content }).ToListAsync(cancel);
        return drafts.Concat(versions).ToDictionary(one => one.Id, one => one.Text);
    });

    // Every address as the product maps it, about the sample: an id is once the report's and once the round's.
    private static async Task<IReadOnlyList<string>> AddressesAsync(Sample sample)
    {
        using var folder = new TemporaryFolder();
        await using var app = BuildWeb.Build(new WebSettings("http://127.0.0.1:0", new StoreAddress(StoreKind.Sqlite, folder.At("store.db")), folder.At("keys"), ServerSettings.Default, IsTrial: true, ApprovedMap.None, LogsAreRead: true));
        var patterns = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().Select(endpoint => $"/{endpoint.RoutePattern.RawText!.TrimStart('/')}")
            .Where(pattern => !pattern.StartsWith("/_", StringComparison.Ordinal) && !pattern.Contains("**", StringComparison.Ordinal) && !Ends.Any(end => pattern.StartsWith(end, StringComparison.Ordinal)));
        return [.. patterns.SelectMany(pattern => new[] { Filled(pattern, sample, sample.Report), Filled(pattern, sample, sample.Round) }).Distinct().Order(StringComparer.Ordinal)];
    }

    private static string Filled(string pattern, Sample sample, Guid id) => Parameter().Replace(pattern, match => match.Groups["name"].Value.ToUpperInvariant() switch
    {
        "ID" => $"{id}",
        "REPORT" => $"{sample.Report}",
        "FORM" => sample.Form,
        "PERIOD" => sample.Period,
        "CODE" or "UNIT" => sample.Unit,
        _ => $"{sample.Report}",
    });

    private static async Task<IReadOnlyList<HttpStatusCode>> TryAsync(SignedInClient client, string account, string address)
    {
        var cancel = TestContext.Current.CancellationToken;
        // One of the forms signs out everywhere.
        if (await client.StatusAsync("/profile") != HttpStatusCode.OK)
            (await client.PostFormAsync("/sign-in", new() { ["name"] = account, ["password"] = PrepareDemo.Password })).Dispose();
        using var shown = await client.Http.GetAsync(address, cancel);
        var page = shown.Content.Headers.ContentType?.MediaType == "text/html" ? await shown.Content.ReadAsStringAsync(cancel) : string.Empty;
        var token = Token().Match(page) is { Success: true } own ? own : Token().Match(await client.Http.GetStringAsync("/profile", cancel));
        var answers = new List<HttpStatusCode>();
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Patch, HttpMethod.Delete })
        {
            using var request = new HttpRequestMessage(method, address) { Content = JsonContent.Create(Whole) };
            request.Headers.Add("RequestVerificationToken", token.Groups["value"].Value);
            request.Headers.Add("Idempotency-Key", "planted");
            answers.Add(await StatusAsync(client, request));
        }

        foreach (var form in Form().Matches(page).Where(form => !Ends.Any(end => Target(address, form).StartsWith(end, StringComparison.Ordinal))))
            answers.Add(await StatusAsync(client, new HttpRequestMessage(HttpMethod.Post, Target(address, form)) { Content = Overwritten(form.Value) }));
        var report = new Dictionary<string, string> { ["_handler"] = "report", ["__RequestVerificationToken"] = token.Groups["value"].Value, ["typed.01.month"] = Planted, ["was"] = "{}", ["do"] = "save" };
        answers.Add(await StatusAsync(client, new HttpRequestMessage(HttpMethod.Post, address) { Content = new FormUrlEncodedContent(report) }));
        return answers;
    }

    private static async Task<HttpStatusCode> StatusAsync(SignedInClient client, HttpRequestMessage request)
    {
        using (request)
        {
            using var answer = await client.Http.SendAsync(request, TestContext.Current.CancellationToken);
            return answer.StatusCode;
        }
    }

    private static string Target(string address, Match form) => WebUtility.HtmlDecode(form.Groups["action"].Value) is { Length: > 0 } action ? action : address;

    // What a page hides stays, what can be written has the planted value, and what stands to choose from is chosen first.
    private static FormUrlEncodedContent Overwritten(string form)
    {
        var fields = new List<KeyValuePair<string, string>>();
        foreach (Match field in Field().Matches(form))
        {
            var (name, tag) = (WebUtility.HtmlDecode(Attribute(field.Value, "name")), field.Value);
            var value = WebUtility.HtmlDecode(Attribute(tag, "value"));
            if (name.Length > 0)
                fields.Add(new(name, Attribute(tag, "type") is "hidden" or "checkbox" or "radio" || tag.StartsWith("<button", StringComparison.Ordinal) ? value : Planted));
        }

        return new FormUrlEncodedContent(fields);
    }

    private static string Attribute(string tag, string name) => Regex.Match(tag, $"\\s{name}=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["value"].Value;

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("<form[^>]*method=\"post\"(?:[^>]*action=\"(?<action>[^\"]*)\")?.*?</form>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();

    [GeneratedRegex("<(input|textarea|select|button)\\s[^>]*>", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();

    [GeneratedRegex("href=\"/reports/(?<id>[0-9a-f-]{36})\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReportLink();
}
