using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Registers;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Auditing;
using Lianzhang.Platform.Complaints;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Notices;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Benchmarks;

/// <summary>An enterprise that has to report, and the key by which its system does.</summary>
internal sealed record ReportingClerk(string Unit, string Key);

/// <summary>Who reviews what they send, with a key by which reports are accepted and boards read.</summary>
internal sealed record ReviewingOfficer(Caller Caller, string Key);

/// <summary>A store with enterprises, each with an account and a key of its own, and open rounds of a month's form for all of them.</summary>
internal sealed class ReportingClerks(StoreAddress address, string keys) : IAsyncDisposable
{
    public const string Form = "monthly_operation";
    public const string City = "371700";
    public const string Region = "371702";

    // Code of the indicator of what all enterprises put out.
    public const string Output = "output";

    // What those sign in with who do.
    public const string Password = "Lianzhang2027";

    private static readonly IReadOnlyList<SourceFile> Bundled = [.. ProgrammeSchema.Files.Select(name => new SourceFile(name, File.ReadAllText(Path.Combine(Repository.Root, "programmes/heze", name))))];

    private readonly ServiceProvider services = new ServiceCollection().AddLogging()
        .AddShared().AddIdentity(new SignInRules()).AddNotices(new NoticeSettings()).AddAuditing(keys).AddProgrammes().AddComplaints().AddFacts().AddRegisters().AddReporting().AddStore(address).BuildServiceProvider();

    // What no check finds fault with, but for the output, by which reports are told apart.
    private static readonly (string Cell, decimal Amount)[] Figures =
    [
        ("02.month", 1100), ("03.month", 100), ("04.month", 300), ("05.month", 1150), ("06.month", 1100), ("07.month", -50), ("08.month", 30), ("09.month", 20),
        ("10.end", 5000), ("11.end", 500), ("12.end", 400), ("13.end", 2500), ("14.end", 120),
    ];

    /// <summary>A whole month with an output of its own.</summary>
    public static IReadOnlyDictionary<string, decimal> Cells(decimal output) => Figures.Append(("01.month", output)).ToDictionary();

    /// <summary>How many figures a report has.</summary>
    public static int Asked => Figures.Length + 1;

    /// <summary>The months that ended last, the latest first.</summary>
    public static IReadOnlyList<Period> Months(int count)
    {
        var last = Period.LastEnded(PeriodKind.Month, TimeProvider.System.Today());
        return [.. Enumerable.Range(0, count).Select(back => last.Shift(-back))];
    }

    /// <summary>The request by which an enterprise's system sends a month's report with an output of its own.</summary>
    public static HttpRequestMessage Send(ReportingClerk clerk, Period month, decimal output)
    {
        var request = Ask(HttpMethod.Post, clerk, month);
        request.Headers.Add("Idempotency-Key", $"{month}");
        request.Content = JsonContent.Create(new { cells = Cells(output) });
        return request;
    }

    /// <summary>The request by which it reads what stands there.</summary>
    public static HttpRequestMessage Read(ReportingClerk clerk, Period month) => Ask(HttpMethod.Get, clerk, month);

    /// <summary>Makes so many enterprises, each with its clerk, and opens the months for them.</summary>
    public async Task<IReadOnlyList<ReportingClerk>> Make(int count, IReadOnlyList<Period> months)
    {
        await Prepare();
        var (hash, clerks) = (PasswordHash(), new List<ReportingClerk>());
        for (var number = 0; number < count; number++)
            clerks.Add(await Clerk(number, hash));
        foreach (var month in months)
        {
            if (await Do(new OpenRound(Form, month)) is { } round && round.Units < count)
                throw new InvalidOperationException($"the round asks {round.Units} units of {count}");
        }

        // Whatever day it is, the rounds are open.
        await In(db => db.Set<Report>().IgnoreQueryFilters().ExecuteUpdateAsync(set => set.SetProperty(report => report.Lock, TimeProvider.System.Today().AddDays(1))));
        return clerks;
    }

    /// <summary>An officer who signs in by this name.</summary>
    public async Task<ReviewingOfficer> Officer(string name)
    {
        var organisation = await Do(new AddOrganisation("bench", "发展和改革委员会", OrganisationKind.Commission, City));
        var (caller, key) = await Key(name, organisation.Id, "programme-officer", ["board.read", "reports.review"], PasswordHash());
        return new ReviewingOfficer(caller, key);
    }

    /// <summary>The request by which the officer's system accepts a report that was sent once.</summary>
    public static HttpRequestMessage Accept(Guid report) =>
        new(HttpMethod.Post, "/api/v1/reviews/accept") { Content = JsonContent.Create(new { reports = new Dictionary<Guid, int> { [report] = 1 } }) };

    /// <summary>Accepts a report, so that it counts.</summary>
    public Task<AcceptedReports> Accept(ReviewingOfficer officer, Guid report) => Do(new AcceptReports([report]), officer.Caller);

    /// <summary>Publishes the bundled programme with the output of all enterprises as a target of the city and of their county.</summary>
    public Task<ProgrammeVersionView> AddOutput(IEnumerable<int> years) => Publish(Outputs(years, [City, Region]));

    /// <summary>The output of all enterprises as a target of regions, to be added to the bundled programme.</summary>
    public static (string File, string Text)[] Outputs(IEnumerable<int> years, IReadOnlyList<string> regions) =>
    [
        ("indicators.yaml", OutputIndicator),
        ("targets.yaml", string.Concat(from year in years from region in regions select $"\n  - {{indicator: {Output}, region: \"{region}\", year: {year}, qualifier: at_least, value: 1, cite: {{document: opinion, section: 总体要求·产业规模}}}}")),
    ];

    /// <summary>
    /// The same where the county's output is to stay at an amount, so that a month that reaches less than 60 % of it turns the light red: on its path from the start of a month on.
    /// </summary>
    public Task<ProgrammeVersionView> AddWantedOutput(decimal amount, Period from) => Publish(
        ("indicators.yaml", OutputIndicator),
        ("targets.yaml", string.Create(CultureInfo.InvariantCulture, $"\n  - {{indicator: {Output}, region: \"{Region}\", year: {LastYear}, qualifier: at_least, value: {amount}, path: steps, steps: [{{at: {from.Start:yyyy-MM-dd}, value: {amount}}}], baseline: {{period: 2020, value: 0, source: 年报}}, cite: {{document: opinion, section: 总体要求·产业规模}}}}")));

    private const int LastYear = 2027;

    private const string OutputIndicator = $"\n  - {{code: {Output}, name: 产值, name_en: Output, owner: drc, unit: 万元, formula: \"sum(default(enterprise_output, 0))\", basis: date, frequency: month}}";

    /// <summary>Publishes the bundled programme with a text at the end of some files.</summary>
    public Task<ProgrammeVersionView> Publish(params (string File, string Text)[] added) => Do(new PublishProgramme(With(added), "output"));

    /// <summary>The files of the bundled programme with a text at the end of some.</summary>
    public static IReadOnlyList<SourceFile> With(params (string File, string Text)[] added) =>
        [.. Bundled.Select(file => file with { Text = $"{file.Text.TrimEnd()}{string.Concat(added.Where(one => one.File == file.Name).Select(one => one.Text))}\n" })];

    /// <summary>Migrates an empty store and makes the roles.</summary>
    public async Task Prepare()
    {
        await services.GetRequiredService<MigrateStore>().Migrate(CancellationToken.None);
        await Do(new PublishProgramme(Bundled, "bench"));
        await Do(new PrepareIdentity(WithAdministrators: false));
    }

    /// <summary>The output of a month on a board of <see cref="AddOutput"/>, of a region; nothing where it shows none.</summary>
    public static decimal? OutputOn(string board, string region, Period month) => JsonDocument.Parse(board).RootElement.GetProperty("targets").EnumerateArray()
        .Where(target => target.GetProperty("indicator").GetString() == Output && target.GetProperty("region").GetString() == region)
        .Select(target => target.GetProperty("actual")).Where(actual => actual.ValueKind == JsonValueKind.Object && actual.GetProperty("period").GetString() == $"{month}")
        .Select(actual => (decimal?)actual.GetProperty("value").GetDecimal()).FirstOrDefault();

    /// <summary>The same as a target opened by itself says it last.</summary>
    public static decimal OutputOf(string target) => JsonDocument.Parse(target).RootElement.GetProperty("row").GetProperty("actual").GetProperty("value").GetDecimal();

    /// <summary>How many versions there are, and of how many reports.</summary>
    public Task<(int Versions, int Reports)> Count() => In(async db =>
    {
        var versions = db.Set<ReportVersion>().IgnoreQueryFilters();
        return (await versions.CountAsync(), await versions.Select(version => version.ReportId).Distinct().CountAsync());
    });

    private static HttpRequestMessage Ask(HttpMethod method, ReportingClerk clerk, Period month)
    {
        var request = new HttpRequestMessage(method, $"/api/v1/reports/{Form}/{month}");
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", clerk.Key);
        return request;
    }

    private async Task<ReportingClerk> Clerk(int number, string hash)
    {
        var code = CreditCode.Make('9', '1', Region, number.ToString("D8", CultureInfo.InvariantCulture));
        var name = $"第{number}机械制造有限公司";
        await Do(new AddEnterprise(code, name, Region, new DateOnly(2020, 1, 1), Industry: "new_energy", Size: "small", DespiteLikeness: true));
        var organisation = await Do(new AddOrganisation(code, name, OrganisationKind.Enterprise, Region));
        return new ReportingClerk(code, (await Key($"clerk{number}", organisation.Id, "enterprise-clerk", ["reports.fill"], hash)).Secret);
    }

    // A new account with a role and a key to some of its rights.
    private async Task<(Caller Caller, string Secret)> Key(string account, Guid organisation, string role, string[] rights, string hash)
    {
        Account made;
        await using (var scope = services.CreateAsyncScope())
            made = Value(await scope.ServiceProvider.GetRequiredService<Accounts>().CreateWithHash(account, account, hash));
        await Do(new GiveRole(made.Id, organisation, role));
        var caller = new Caller(account, made.Id, made.SecurityStamp);
        var given = (await Do(new GetProfile(), caller)).Roles.Single().Id;
        return (caller, (await Do(new CreateApiKey("bench", given, rights, TimeProvider.System.Today().AddDays(1)), caller)).Secret);
    }

    // To hash a password is slow by design, and nobody signs in here.
    private string PasswordHash()
    {
        using var scope = services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<Accounts>().Hash(Password);
    }

    /// <summary>As the product itself does.</summary>
    public Task<TResult> Do<TResult>(IRequest<TResult> request)
        where TResult : class => Do(request, Caller.Product);

    /// <summary>As somebody does.</summary>
    public async Task<TResult> Do<TResult>(IRequest<TResult> request, Caller caller)
        where TResult : class => Value(await services.GetRequiredService<Platform.Shared.Run>().Do(request, caller, CancellationToken.None));

    private static T Value<T>(Answer<T> answer)
        where T : class => answer.Value ?? throw new InvalidOperationException($"{answer.Problem?.Detail.En} {string.Join('\n', answer.Problem?.Faults ?? [])}");

    private async Task<T> In<T>(Func<LianzhangDb, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<LianzhangDb>());
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
