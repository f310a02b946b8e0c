using System.Globalization;
using System.Net;
using System.Text.Json;
using Lianzhang.Core.Registers;
using Lianzhang.Platform.Identity;

namespace Lianzhang.Browser.Tests;

/// <summary>The one gate as the running server keeps it: every endpoint of the API against every role, and what is tried against forms and cookies.</summary>
public abstract class GateTests(Server server)
{
    private static readonly string[] Everybody =
        ["officer", "department", "county", "reviewer", "chain", "sponsor", "park", "clerk", "unit", "verifier", "assessor", "leader", "auditor", "sysadmin", "secadmin", "audadmin"];

    private static readonly string[] OfARegion = ["county", "reviewer", "sponsor", "park"];

    private static readonly string OwnEnterprise = CreditCode.Make('9', '1', "371702", "MA0GATE1");
    private static readonly string ForeignEnterprise = CreditCode.Make('9', '1', "371724", "MA0GATE2");

    // Each endpoint with its right, a request about what is one's own and, where rights are limited by it, one about what is another's.
    private static readonly Dictionary<string, (string Permission, string Own, string? Foreign, string[] Limited)> Endpoints = new()
    {
        ["/api/v1/profile"] = ("", "/api/v1/profile", null, []),
        ["/api/v1/people"] = ("people.read", "/api/v1/people", null, []),
        ["/api/v1/people/{id}"] = ("people.read", "/api/v1/people/OWN", "/api/v1/people/FOREIGN", OfARegion),
        ["/api/v1/organisations"] = ("people.read", "/api/v1/organisations", null, []),
        ["/api/v1/roles"] = ("roles.read", "/api/v1/roles", null, []),
        ["/api/v1/audit"] = ("audit.read", "/api/v1/audit", null, []),
        ["/api/v1/programme"] = ("programmes.read", "/api/v1/programme", null, []),
        ["/api/v1/programme/versions"] = ("programmes.read", "/api/v1/programme/versions", null, []),
        ["/api/v1/programme/comparison"] = ("programmes.read", "/api/v1/programme/comparison?before=1&after=1", null, []),
        ["/api/v1/figures"] = ("figures.read", "/api/v1/figures", null, []),
        ["/api/v1/board"] = ("board.read", "/api/v1/board?region=371702", "/api/v1/board?region=371724", OfARegion),
        ["/api/v1/board/version"] = ("board.read", "/api/v1/board/version", null, []),
        ["/api/v1/explore"] = ("board.read", "/api/v1/explore?m=indicator.tech_smes&region=371702", "/api/v1/explore?m=indicator.tech_smes&region=371724", OfARegion),
        ["/explore.xlsx"] = ("board.read", "/explore.xlsx?m=indicator.tech_smes&region=371702", "/explore.xlsx?m=indicator.tech_smes&region=371724", OfARegion),
        ["/api/v1/targets/{indicator}"] = ("board.read", "/api/v1/targets/tech_smes?year=2025", "/api/v1/targets/tech_smes?year=2025&region=371700", OfARegion),
        ["/api/v1/targets/{indicator}/history"] = ("board.read", "/api/v1/targets/tech_smes/history?year=2025", "/api/v1/targets/tech_smes/history?year=2025&region=371700", OfARegion),
        ["/api/v1/figures/versions"] = ("figures.read", "/api/v1/figures/versions?item=innovation_platforms", null, []),
        ["/api/v1/industries/{code}"] = ("board.read", "/api/v1/industries/new_energy", "/api/v1/industries/biomedicine", ["chain"]),
        ["/api/v1/workbench"] = ("", "/api/v1/workbench", null, []),
        ["/api/v1/notices"] = ("", "/api/v1/notices", null, []),
        ["/api/v1/orders"] = ("orders.read", "/api/v1/orders", null, []),
        ["/api/v1/orders/{id}"] = ("orders.read", "/api/v1/orders/OURORDER", "/api/v1/orders/THEIRORDER", OfARegion),
        ["/supervision.xlsx"] = ("orders.read", "/supervision.xlsx", null, []),
        ["/api/v1/evaluation"] = ("evaluation.read", "/api/v1/evaluation?region=371702", "/api/v1/evaluation?region=371724", ["county"]),
        ["/evaluation.xlsx"] = ("evaluation.read", "/evaluation.xlsx?region=371702", "/evaluation.xlsx?region=371724", ["county"]),
        ["/api/v1/complaints"] = ("complaints.handle", "/api/v1/complaints", null, []),
        ["/api/v1/complaints/own"] = ("", "/api/v1/complaints/own", null, []),
        ["/api/v1/assessments"] = ("assessments.read", "/api/v1/assessments", null, []),
        ["/api/v1/assessments/{id}"] = ("assessments.read", "/api/v1/assessments/ASSESSMENT", null, []),
        ["/api/v1/assessments/{id}/compare/{other}"] = ("assessments.read", "/api/v1/assessments/ASSESSMENT/compare/ASSESSMENT", null, []),
        ["/assessment/{id}/compare/{other}.xlsx"] = ("assessments.read", "/assessment/ASSESSMENT/compare/ASSESSMENT.xlsx", null, []),
        ["/api/v1/assessments/{id}/members/{member}"] = ("assessments.read", "/api/v1/assessments/ASSESSMENT/members/drc", null, []),
        // It is not sealed before the days of objections are over, so that nobody gets it.
        ["/api/v1/assessments/{id}/sealed"] = ("nobody yet", "/api/v1/assessments/ASSESSMENT/sealed", null, []),
        ["/assessment/{id}.xlsx"] = ("assessments.read", "/assessment/ASSESSMENT.xlsx", null, []),
        ["/api/v1/appeals"] = ("appeals.file", "/api/v1/appeals", null, []),
        ["/api/v1/appeals/desk"] = ("appeals.answer", "/api/v1/appeals/desk", null, []),
        // No role holds the right: whose an appeal is, its timeline tells, and there is none with this number.
        ["/api/v1/appeals/{id}"] = ("appeals.follow", $"/api/v1/appeals/{Guid.Empty}", null, []),
        ["/appeals.xlsx"] = ("appeals.file", "/appeals.xlsx", null, []),
        ["/appeals/desk.xlsx"] = ("appeals.answer", "/appeals/desk.xlsx", null, []),
        ["/api/v1/inspections"] = ("inspections.visit", "/api/v1/inspections", null, []),
        ["/inspections.xlsx"] = ("inspections.visit", "/inspections.xlsx", null, []),
        ["/api/v1/clusters"] = ("clusters.read", "/api/v1/clusters", null, []),
        ["/api/v1/clusters/{code}"] = ("clusters.read", "/api/v1/clusters/new_energy_cluster", "/api/v1/clusters/biomedicine_cluster", ["chain"]),
        ["/clusters.xlsx"] = ("clusters.read", "/clusters.xlsx", null, []),
        ["/clusters/{code}/members.xlsx"] = ("clusters.read", "/clusters/new_energy_cluster/members.xlsx", "/clusters/biomedicine_cluster/members.xlsx", ["chain"]),
        ["/api/v1/reports"] = ("reports.fill", "/api/v1/reports", null, []),
        ["/api/v1/reports/{form}/{period}"] = ("reports.fill", "/api/v1/reports/county_monthly/2026-05", null, []),
        ["/api/v1/reviews"] = ("reports.review", "/api/v1/reviews", null, []),
        ["/api/v1/reviews/{id}"] = ("reports.review", "/api/v1/reviews/REVIEW", null, []),
        ["/reports.xlsx"] = ("reports.fill", "/reports.xlsx", null, []),
        ["/reviews.xlsx"] = ("reports.review", "/reviews.xlsx", null, []),
        ["/api/v1/rounds"] = ("rounds.read", "/api/v1/rounds", null, []),
        ["/api/v1/rounds/{id}"] = ("rounds.read", "/api/v1/rounds/ROUND", "/api/v1/rounds/ROUND?region=371724", OfARegion),
        ["/rounds/{id}.xlsx"] = ("rounds.read", "/rounds/ROUND.xlsx", "/rounds/ROUND.xlsx?region=371724", OfARegion),
        ["/api/v1/measures"] = ("measures.read", "/api/v1/measures", null, []),
        ["/api/v1/measures/{code}"] = ("measures.read", "/api/v1/measures/chain_lead_system", null, []),
        ["/measures.xlsx"] = ("measures.read", "/measures.xlsx", null, []),
        ["/api/v1/items"] = ("items.read", "/api/v1/items", null, []),
        ["/api/v1/items/{code}"] = ("items.read", "/api/v1/items/enterprise_output", null, []),
        ["/items.xlsx"] = ("items.read", "/items.xlsx", null, []),
        ["/api/v1/burden"] = ("rounds.read", "/api/v1/burden", null, []),
        ["/burden.xlsx"] = ("rounds.read", "/burden.xlsx", null, []),
        ["/api/v1/titles"] = ("titles.read", "/api/v1/titles?region=371702", "/api/v1/titles?region=371724", OfARegion),
        ["/api/v1/titles/counts"] = ("titles.read", "/api/v1/titles/counts?region=371702", "/api/v1/titles/counts?region=371724", OfARegion),
        ["/api/v1/policies"] = ("policies.read", "/api/v1/policies", null, []),
        ["/api/v1/policies/{code}/offers"] = ("policies.read", "/api/v1/policies/none/offers", null, []),
        ["/api/v1/offers"] = ("offers.answer", "/api/v1/offers", null, []),
        ["/titles.xlsx"] = ("titles.read", "/titles.xlsx?region=371702", "/titles.xlsx?region=371724", OfARegion),
        ["/titles/ladder.xlsx"] = ("titles.read", "/titles/ladder.xlsx?title=high_tech&region=371702", "/titles/ladder.xlsx?title=high_tech&region=371724", OfARegion),
        ["/policies.xlsx"] = ("policies.read", "/policies.xlsx", null, []),
        ["/policies/{code}/offers.xlsx"] = ("policies.read", "/policies/none/offers.xlsx", null, []),
        ["/complaints.xlsx"] = ("complaints.handle", "/complaints.xlsx", null, []),
        ["/people.xlsx"] = ("people.read", "/people.xlsx", null, []),
        ["/organisations.xlsx"] = ("people.read", "/organisations.xlsx", null, []),
        ["/roles.xlsx"] = ("roles.read", "/roles.xlsx", null, []),
        ["/audit.xlsx"] = ("audit.read", "/audit.xlsx", null, []),
        ["/people/template.xlsx"] = ("people.read", "/people/template.xlsx", null, []),
        ["/board.xlsx"] = ("board.read", "/board.xlsx", "/board.xlsx?region=371724", OfARegion),
        ["/published.xlsx"] = ("board.read", "/published.xlsx", null, []),
        ["/conflicts.xlsx"] = ("board.read", "/conflicts.xlsx", null, []),
        ["/regions/{code}/figures.xlsx"] = ("board.read", "/regions/371702/figures.xlsx", "/regions/371724/figures.xlsx", OfARegion),
        ["/targets/{indicator}/figures.xlsx"] = ("board.read", "/targets/tech_smes/figures.xlsx?year=2025", "/targets/tech_smes/figures.xlsx?year=2025&region=371700", OfARegion),
        ["/figures.xlsx"] = ("figures.read", "/figures.xlsx", null, []),
        ["/figures/versions.xlsx"] = ("figures.read", "/figures/versions.xlsx?item=innovation_platforms", null, []),
        ["/programme/versions.xlsx"] = ("programmes.read", "/programme/versions.xlsx", null, []),
        ["/programme/industries.xlsx"] = ("programmes.read", "/programme/industries.xlsx", null, []),
        ["/programme/indicators.xlsx"] = ("programmes.read", "/programme/indicators.xlsx", null, []),
        ["/programme/measures.xlsx"] = ("programmes.read", "/programme/measures.xlsx", null, []),
        ["/programme/regions.xlsx"] = ("programmes.read", "/programme/regions.xlsx", null, []),
        ["/programme/targets.xlsx"] = ("programmes.read", "/programme/targets.xlsx", null, []),
        ["/programme/files.zip"] = ("programmes.read", "/programme/files.zip", null, []),
        ["/api/v1/engine"] = ("engine.read", "/api/v1/engine", null, []),
        ["/programme/warnings.xlsx"] = ("programmes.read", "/programme/warnings.xlsx", null, []),
        ["/api/v1/enterprises"] = ("registers.read", "/api/v1/enterprises", null, []),
        ["/api/v1/enterprises/{code}"] = ("registers.read", $"/api/v1/enterprises/{OwnEnterprise}", $"/api/v1/enterprises/{ForeignEnterprise}", [.. OfARegion, "clerk"]),
        ["/enterprises.xlsx"] = ("registers.read", "/enterprises.xlsx?search=nothing", null, []),
        ["/enterprises/template.xlsx"] = ("registers.import", "/enterprises/template.xlsx", null, []),
        ["/api/v1/explain/{indicator}"] = ("board.read", "/api/v1/explain/tech_smes?region=371702", "/api/v1/explain/tech_smes?region=371724", OfARegion),
        ["/api/v1/explain/{indicator}/units"] = ("registers.read", "/api/v1/explain/tech_smes/units?region=371702", "/api/v1/explain/tech_smes/units?region=371724", [.. OfARegion, "clerk"]),
        ["/api/v1/explain/{indicator}/changes"] = ("board.read", "/api/v1/explain/tech_smes/changes?region=371702&since=SINCE", "/api/v1/explain/tech_smes/changes?region=371724&since=SINCE", OfARegion),
        ["/explain/{indicator}/figures.xlsx"] = ("board.read", "/explain/tech_smes/figures.xlsx?region=371702", "/explain/tech_smes/figures.xlsx?region=371724", OfARegion),
        ["/explain/{indicator}/units.xlsx"] = ("registers.read", "/explain/tech_smes/units.xlsx?region=371702", "/explain/tech_smes/units.xlsx?region=371724", [.. OfARegion, "clerk"]),
        ["/explain/{indicator}/changes.xlsx"] = ("board.read", "/explain/tech_smes/changes.xlsx?region=371702&since=SINCE", "/explain/tech_smes/changes.xlsx?region=371724&since=SINCE", OfARegion),
        ["/explain/{indicator}/changed.xlsx"] = ("registers.read", "/explain/tech_smes/changed.xlsx?region=371702&since=SINCE", "/explain/tech_smes/changed.xlsx?region=371724&since=SINCE", [.. OfARegion, "clerk"]),
        ["/api/v1/regions/{code}"] = ("board.read", "/api/v1/regions/371702", "/api/v1/regions/371724", OfARegion),
    };

    [Fact]
    public async Task Every_endpoint_answers_each_role_by_the_matrix()
    {
        var cancel = TestContext.Current.CancellationToken;
        using var nobody = new SignedInClient(server.Address);
        using var api = JsonDocument.Parse(await nobody.Http.GetStringAsync("/openapi/v1.json", cancel));
        Assert.Equal(Endpoints.Keys.Where(path => path.StartsWith("/api/", StringComparison.Ordinal)).Order(StringComparer.Ordinal), api.RootElement.GetProperty("paths").EnumerateObject().Where(path => path.Value.TryGetProperty("get", out _)).Select(path => path.Name).Order(StringComparer.Ordinal));

        using var administrator = await SignedInClient.SignInAsync(server.Address, "sysadmin");
        using var people = JsonDocument.Parse(await administrator.Http.GetStringAsync("/api/v1/people?pageSize=200", cancel));
        var ids = people.RootElement.GetProperty("people").EnumerateArray().ToDictionary(person => person.GetProperty("userName").GetString()!, person => person.GetProperty("id").GetString()!);
        using var officer = await SignedInClient.SignInAsync(server.Address, "officer");
        foreach (var (code, region, name) in new[] { (OwnEnterprise, "371702", "东门机械制造有限公司"), (ForeignEnterprise, "371724", "西门包装材料有限公司") })
            await officer.PostFormAsync("/enterprises/new", new() { ["code"] = code, ["name"] = name, ["region"] = region, ["from"] = "2026-01-01" });
        // The counties report for themselves, so that each county sees its own report of this round.
        var opened = await officer.PostFormAsync("/rounds", new() { ["form"] = "county_monthly", ["period"] = "2026-05" });
        var round = opened.Headers.Location!.ToString().Split('/', '?')[^2];
        var orders = new List<string>();
        foreach (var region in new[] { "371702", "371724" })
            orders.Add((await officer.PostFormAsync("/supervision/new", new() { ["source"] = "note", ["title"] = $"核实{region}", ["content"] = "核实情况", ["region"] = region })).Headers.Location!.ToString().Split('/')[^1]);
        // An assessment that those who are assessed see.
        var assessment = (await officer.PostFormAsync("/assessment", new() { ["what"] = $"departments_year/{TimeProvider.System.GetUtcNow().Year - 1}" })).Headers.Location!.ToString().Split('/')[^1];
        using var assessor = await SignedInClient.SignInAsync(server.Address, "assessor");
        await assessor.PostFormAsync($"/assessment/{assessment}", new() { ["step"] = "Check" });
        await officer.PostFormAsync($"/assessment/{assessment}", new() { ["step"] = "Publicise" });
        using var reviews = JsonDocument.Parse(await officer.Http.GetStringAsync("/api/v1/reviews?region=371702", cancel));
        // By then the programme was published.
        var since = TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        (string Word, string Value)[] samples =
        [
            ("OWN", ids["county"]), ("FOREIGN", ids["officer"]), ("ROUND", round), ("SINCE", since), ("ASSESSMENT", assessment), ("OURORDER", orders[0]), ("THEIRORDER", orders[1]),
            ("REVIEW", reviews.RootElement.GetProperty("reports")[0].GetProperty("id").GetString()!),
        ];
        var wrong = new List<string>();
        foreach (var account in Everybody)
        {
            using var client = await SignedInClient.SignInAsync(server.Address, account);
            using var profile = JsonDocument.Parse(await client.Http.GetStringAsync("/api/v1/profile", cancel));
            var rights = profile.RootElement.GetProperty("permissions").EnumerateArray().Select(right => right.GetString()).ToHashSet();
            foreach (var (path, (permission, own, foreign, limited)) in Endpoints)
            {
                var isHeld = permission.Length == 0 || rights.Contains(permission);
                // The clerk's right is to what is its own enterprise's, which neither of the two is, nor is the county.
                await Expect(client, account, own, isHeld && !(account == "clerk" && (own.Contains(OwnEnterprise, StringComparison.Ordinal) || own.Contains("county_monthly", StringComparison.Ordinal) || own.Contains("/explain/", StringComparison.Ordinal))));
                if (foreign is not null)
                    await Expect(client, account, foreign, isHeld && !limited.Contains(account));
            }
        }

        // A program is told; a browser is led to where one signs in.
        foreach (var (path, (_, own, _, _)) in Endpoints)
        {
            if (await nobody.StatusAsync(own) != (path.StartsWith("/api/", StringComparison.Ordinal) ? HttpStatusCode.Unauthorized : HttpStatusCode.Redirect))
                wrong.Add($"nobody {path}");
        }

        Assert.True(wrong.Count == 0, $"{string.Join('\n', wrong)}\nThe server wrote:\n{server.Log}");

        async Task Expect(SignedInClient client, string account, string path, bool isOpen)
        {
            var status = await client.StatusAsync(samples.Aggregate(path, (text, sample) => text.Replace(sample.Word, sample.Value, StringComparison.Ordinal)));
            if (status != (isOpen ? HttpStatusCode.OK : HttpStatusCode.NotFound))
                wrong.Add($"{account} {path}: {status}");
        }
    }

    [Fact]
    public async Task An_address_that_the_api_does_not_have_is_told_as_a_problem()
    {
        using var client = await SignedInClient.SignInAsync(server.Address, "leader");
        using var answer = await client.Http.GetAsync("/api/v1/nothing", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused()
    {
        using var client = await SignedInClient.SignInAsync(server.Address, "department");
        foreach (var path in new[] { "/sign-out", "/figures/import/confirm", "/people/withdraw", "/people/deputies/end", "/profile/deputies/end", "/profile/api-keys/revoke", "/api-keys/revoke", "/password", "/sign-in", "/sign-in/passkey", "/sign-in/passkey/options", "/profile/passkeys/options", "/profile/passkeys/add", "/profile/passkeys/remove", "/notices/read", "/enterprises/import/confirm", "/enterprises/import/cancel", "/offers/confirm", "/offers/decline", "/programme/drafts/publish", "/programme/drafts/drop", $"/reports/{Guid.Empty}/draft" })
        {
            using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["draft"] = Guid.Empty.ToString(), ["membership"] = Guid.Empty.ToString(), ["key"] = Guid.Empty.ToString(), ["deputyship"] = Guid.Empty.ToString(), ["person"] = Guid.Empty.ToString(), ["import"] = Guid.Empty.ToString(), ["offer"] = "1", ["_handler"] = "password" });
            using var answer = await client.Http.PostAsync(path, content, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        }

        Assert.Equal(HttpStatusCode.OK, await client.StatusAsync("/api/v1/profile"));
    }

    [Fact]
    public async Task Signing_in_gives_a_new_cookie_that_no_script_reads()
    {
        using var client = new SignedInClient(server.Address);
        client.Cookies.Add(server.Address, new Cookie("lianzhang", "planted"));
        using var answer = await client.PostFormAsync("/sign-in?back=//elsewhere.example", new() { ["name"] = "department", ["password"] = PrepareDemo.Password });
        Assert.Equal(new Uri(server.Address, "/workbench"), new Uri(server.Address, answer.Headers.Location!));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"), value => value.StartsWith("lianzhang=", StringComparison.Ordinal));
        Assert.DoesNotContain("planted", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Headers_and_fields_that_nobody_asked_for_change_nothing()
    {
        using var client = await SignedInClient.SignInAsync(server.Address, "clerk");
        client.Http.DefaultRequestHeaders.Add("X-Forwarded-User", "officer");
        client.Http.DefaultRequestHeaders.Add("X-Original-URL", "/api/v1/profile");
        Assert.Equal(HttpStatusCode.NotFound, await client.StatusAsync("/api/v1/board"));

        using var administrator = await SignedInClient.SignInAsync(server.Address, "sysadmin");
        var user = $"mass.{Guid.CreateVersion7(DateTimeOffset.UnixEpoch):N}"[..20];
        using var made = await administrator.PostFormAsync("/people/new", new() { ["user"] = user, ["name"] = "多字段", ["MustChangePassword"] = "false", ["PasswordHash"] = "x", ["role"] = "leader" });
        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        using var people = JsonDocument.Parse(await administrator.Http.GetStringAsync($"/api/v1/people?search={user}", TestContext.Current.CancellationToken));
        Assert.Equal(0, people.RootElement.GetProperty("people")[0].GetProperty("roles").GetArrayLength());
    }
}

/// <summary>The gate on the embedded store.</summary>
public sealed class GateOnSqliteTests(DemoServer demo) : GateTests(demo.Server);

/// <summary>The gate on PostgreSQL.</summary>
public sealed class GateOnPostgresTests(PostgresDemoServer demo) : GateTests(demo.Server);
