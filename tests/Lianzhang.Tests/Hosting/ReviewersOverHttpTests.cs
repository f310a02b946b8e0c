using System.Globalization;
using System.Linq.Expressions;
using System.Net;
using System.Net.Http.Json;
using System.Text;
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
            using var person = await SignedInClient.SignInAsync(server.Address, account);
            var answers = new List<HttpStatusCode>();
            foreach (var address in await AddressesAsync(sample))
                answers.AddRange(await TryAsync(person, account, address, () => PutInReviewAsync(store, sample)));
            Assert.DoesNotContain(HttpStatusCode.TooManyRequests, answers);
            // It lies within reach of each, and who may decide did: it was accepted, and it was sent back.
            Assert.Equal(HttpStatusCode.OK, await person.StatusAsync(account == "county" ? $"/rounds/{sample.Round}/units/{sample.Report}" : $"/reviews/{sample.Report}"));
            Assert.Equal(account == "county" ? (false, false) : (true, true), await DecidedAsync(store, sample));
        }

        Assert.Equal(before, await WrittenAsync(store));

        // The same probe sees what the unit itself changes.
        using var clerk = await SignedInClient.SignInAsync(server.Address, "clerk");
        foreach (var address in await AddressesAsync(await OwnAsync(store, clerk)))
            await TryAsync(clerk, "clerk", address, () => Task.CompletedTask);
        Assert.NotEqual(before, await WrittenAsync(store));
    }

    private sealed record Sample(Guid Report, string Unit, Guid Round, string Form, string Period);

    private static Task<Sample> SampleAsync(ServedStore store, Expression<Func<Report, bool>> which) => store.InDbAsync(async db =>
    {
        var cancel = TestContext.Current.CancellationToken;
        var round = await db.Set<ReportRound>().AsNoTracking().FirstAsync(round => round.Form == ReportingClerks.Form, cancel);
        var report = await db.Set<Report>().IgnoreQueryFilters().AsNoTracking().Where(report => report.RoundId == round.Id).OrderBy(report => report.Id).FirstAsync(which, cancel);
        return new Sample(report.Id, report.Unit, round.Id, round.Form, $"{PeriodNumber.Read(round.Period)}");
    });

    // As it was before anybody decided, so that every decision can be taken.
    private static Task<int> PutInReviewAsync(ServedStore store, Sample sample) => store.InDbAsync(db => db.Set<Report>().IgnoreQueryFilters().Where(report => report.Id == sample.Report)
        .ExecuteUpdateAsync(set => set.SetProperty(report => report.State, ReportState.Submitted).SetProperty(report => report.Level, 0)));

    // Whether it was ever accepted, and ever sent back, since this was asked last.
    private static Task<(bool Accepted, bool Returned)> DecidedAsync(ServedStore store, Sample sample) => store.InDbAsync(async db =>
    {
        var cancel = TestContext.Current.CancellationToken;
        var (reports, versions) = (db.Set<Report>().IgnoreQueryFilters().Where(report => report.Id == sample.Report), db.Set<ReportVersion>().IgnoreQueryFilters().Where(version => version.ReportId == sample.Report));
        var decided = (await reports.AnyAsync(report => report.AcceptedVersion > 0, cancel), await versions.AnyAsync(version => version.ReturnReasons != null, cancel));
        await reports.ExecuteUpdateAsync(set => set.SetProperty(report => report.AcceptedVersion, 0), cancel);
        await versions.ExecuteUpdateAsync(set => set.SetProperty(version => version.ReturnReasons, (string?)null), cancel);
        return decided;
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
        await using var app = BuildWeb.Build(new WebSettings("http://127.0.0.1:0", new StoreAddress(StoreKind.Sqlite, folder.At("store.db")), folder.At("keys"), ServerSettings.Default, IsTrial: true, ApprovedMap.None, LogsAreRead: true, folder.At("files")));
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

    private static async Task<IReadOnlyList<HttpStatusCode>> TryAsync(SignedInClient client, string account, string address, Func<Task> prepare)
    {
        var cancel = TestContext.Current.CancellationToken;
        // One of the forms signs out everywhere.
        if (await client.StatusAsync("/profile") != HttpStatusCode.OK)
            (await client.PostFormAsync("/sign-in", new() { ["name"] = account, ["password"] = PrepareDemo.Password })).Dispose();
        await prepare();
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
        {
            foreach (var content in Overwritten(form.Value))
            {
                await prepare();
                answers.Add(await StatusAsync(client, new HttpRequestMessage(HttpMethod.Post, Target(address, form)) { Content = content }));
            }
        }

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

    // What a page hides stays, what can be written has the planted value, of what can be chosen the last is: once for each button. A form
    // that takes a file is given one.
    private static IEnumerable<HttpContent> Overwritten(string form)
    {
        var fields = new List<(string Name, string Value)>();
        List<(string Name, string Value)> buttons = [];
        foreach (Match field in Field().Matches(form))
        {
            var (name, value, type) = (Attribute(field.Value, "name"), Attribute(field.Value, "value"), Attribute(field.Value, "type"));
            if (field.Value.StartsWith("<button", StringComparison.Ordinal))
                buttons.Add((name, value));
            else if (field.Value.StartsWith("<select", StringComparison.Ordinal))
                fields.Add((name, Options().Matches(field.Value) is { Count: > 0 } options ? Attribute(options[^1].Value, "value") : Planted));
            else if (type != "file")
                fields.Add((name, type is "hidden" or "checkbox" or "radio" ? value : Planted));
        }

        foreach (var button in buttons.DefaultIfEmpty())
            yield return Content(form, [.. fields.Append(button).Where(field => !string.IsNullOrEmpty(field.Name))]);
    }

    private static HttpContent Content(string form, IReadOnlyList<(string Name, string Value)> fields)
    {
        if (File().Match(form) is not { Success: true } file)
            return new FormUrlEncodedContent(fields.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));
        var parts = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
            parts.Add(new StringContent(value), name);
        parts.Add(new ByteArrayContent(Encoding.UTF8.GetBytes($"01.month\n{Planted}\n")), Attribute(file.Value, "name"), "planted.xlsx");
        return parts;
    }

    private static string Attribute(string tag, string name) => WebUtility.HtmlDecode(Regex.Match(tag, $"\\s{name}=\"(?<value>[^\"]*)\"", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1)).Groups["value"].Value);

    [GeneratedRegex(@"\{(?<name>\w+)[^}]*\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();

    [GeneratedRegex("name=\"__RequestVerificationToken\" value=\"(?<value>[^\"]+)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Token();

    [GeneratedRegex("<form[^>]*method=\"post\"(?:[^>]*action=\"(?<action>[^\"]*)\")?.*?</form>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Form();

    [GeneratedRegex("<select\\s.*?</select>|<(input|textarea|button)\\s[^>]*>", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Field();

    [GeneratedRegex("<option[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Options();

    [GeneratedRegex("<input[^>]*type=\"file\"[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex File();

    [GeneratedRegex("href=\"/reports/(?<id>[0-9a-f-]{36})\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ReportLink();
}
