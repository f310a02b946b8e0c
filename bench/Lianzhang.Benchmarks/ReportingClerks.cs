using System.Globalization;
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

/// <summary>A store with enterprises, each with an account and a key of its own, and an open round of a month's form for all of them.</summary>
internal sealed class ReportingClerks(StoreAddress address, string keys) : IAsyncDisposable
{
    public const string Form = "monthly_operation";
    private const string Region = "371702";

    private readonly ServiceProvider services = new ServiceCollection().AddLogging()
        .AddShared().AddIdentity(new SignInRules()).AddNotices(new NoticeSettings()).AddAuditing(keys).AddProgrammes().AddComplaints().AddFacts().AddRegisters().AddReporting().AddStore(address).BuildServiceProvider();

    /// <summary>The month that the round is for.</summary>
    public static Period Month { get; } = Period.LastEnded(PeriodKind.Month, TimeProvider.System.Today());

    public async Task<IReadOnlyList<ReportingClerk>> Make(int count)
    {
        await services.GetRequiredService<MigrateStore>().Migrate(CancellationToken.None);
        var files = ProgrammeSchema.Files.Select(name => new SourceFile(name, File.ReadAllText(Path.Combine(Repository.Root, "programmes/heze", name)))).ToList();
        await Do(new PublishProgramme(files, "bench"));
        await Do(new PrepareIdentity(WithAdministrators: false));
        await using var scope = services.CreateAsyncScope();
        // To hash a password is slow by design, and nobody signs in here.
        var hash = scope.ServiceProvider.GetRequiredService<Accounts>().Hash("Lianzhang2027");
        var clerks = new List<ReportingClerk>();
        for (var number = 0; number < count; number++)
            clerks.Add(await Clerk(number, hash));
        var round = await Do(new OpenRound(Form, Month));
        if (round.Units != count)
            throw new InvalidOperationException($"the round asks {round.Units} units of {count}");
        // Whatever day it is measured on, the round is open.
        await In(db => db.Set<Report>().IgnoreQueryFilters().ExecuteUpdateAsync(set => set.SetProperty(report => report.Lock, TimeProvider.System.Today().AddDays(1))));
        return clerks;
    }

    /// <summary>How many versions there are, and of how many reports.</summary>
    public Task<(int Versions, int Reports)> Count() => In(async db =>
    {
        var versions = db.Set<ReportVersion>().IgnoreQueryFilters();
        return (await versions.CountAsync(), await versions.Select(version => version.ReportId).Distinct().CountAsync());
    });

    private async Task<ReportingClerk> Clerk(int number, string hash)
    {
        var code = CreditCode.Make('9', '1', Region, number.ToString("D8", CultureInfo.InvariantCulture));
        var name = $"第{number}机械制造有限公司";
        await Do(new AddEnterprise(code, name, Region, new DateOnly(2020, 1, 1), Industry: "new_energy", Size: "small", DespiteLikeness: true));
        var organisation = await Do(new AddOrganisation(code, name, OrganisationKind.Enterprise, Region));
        Account account;
        await using (var scope = services.CreateAsyncScope())
            account = Value(await scope.ServiceProvider.GetRequiredService<Accounts>().CreateWithHash($"clerk{number}", name, hash));
        await Do(new GiveRole(account.Id, organisation.Id, "enterprise-clerk"));
        var clerk = new Caller(name, account.Id, account.SecurityStamp);
        var role = (await Do(new GetProfile(), clerk)).Roles.Single().Id;
        return new ReportingClerk(code, (await Do(new CreateApiKey("bench", role, ["reports.fill"], TimeProvider.System.Today().AddDays(1)), clerk)).Secret);
    }

    private async Task<TResult> Do<TResult>(IRequest<TResult> request, Caller? caller = null)
        where TResult : class => Value(await services.GetRequiredService<Platform.Shared.Run>().Do(request, caller ?? Caller.Product, CancellationToken.None));

    private static T Value<T>(Answer<T> answer)
        where T : class => answer.Value ?? throw new InvalidOperationException($"{answer.Problem?.Detail.En} {string.Join('\n', answer.Problem?.Faults ?? [])}");

    private async Task<T> In<T>(Func<LianzhangDb, Task<T>> work)
    {
        await using var scope = services.CreateAsyncScope();
        return await work(scope.ServiceProvider.GetRequiredService<LianzhangDb>());
    }

    public ValueTask DisposeAsync() => services.DisposeAsync();
}
