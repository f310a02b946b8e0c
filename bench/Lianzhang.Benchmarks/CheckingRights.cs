using System.Diagnostics;
using Lianzhang.Core.Programmes;
using Lianzhang.Platform.Auditing;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Notices;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Benchmarks;

/// <summary>What one gate for everything costs, with few people in the store and with many.</summary>
internal static class CheckingRights
{
    private const int Few = 100;
    private const int Many = 100_000;
    private const int Checks = 200_000;
    private const int Lookups = 500;
    private const int SignIns = 10;

    private static readonly Permission Right = new("people.read", Changes: false);

    private static readonly Measured[] Numbers =
    [
        new("one check of a right against a region, rights at hand", "us"),
        new("the account looked up in the store, and its rights", "us"),
        new("the first page of people within a county, by Run, on record", "ms"),
        new("finding people by the beginning of a name, by Run, on record", "ms"),
        new("signing in, one after another in one process", "/s"),
    ];

    public static void Run()
    {
        using var few = new People(Few);
        using var many = new People(Many);
        SideBySide.Compare($"Rights and people on an embedded store, 10 counties", 5, Numbers, [($"{Few:N0} people", few.Measure), ($"{Many:N0} people", many.Measure)]);
    }

    /// <summary>A store with so many people, each with a role in one of ten counties.</summary>
    private sealed class People : IDisposable
    {
        private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lianzhang-");
        private readonly ServiceProvider services;
        private readonly Caller county;

        public People(int count)
        {
            services = new ServiceCollection().AddLogging().AddShared().AddIdentity(new SignInRules()).AddNotices(new NoticeSettings()).AddAuditing(folder.FullName).AddProgrammes()
                .AddStore(new StoreAddress(StoreKind.Sqlite, Path.Combine(folder.FullName, "people.db"))).BuildServiceProvider();
            services.GetRequiredService<MigrateStore>().Migrate(CancellationToken.None).GetAwaiter().GetResult();
            var files = ProgrammeSchema.Files.Select(name => new SourceFile(name, File.ReadAllText(Path.Combine(Repository.Root, "programmes/heze", name)))).ToList();
            Do(new PublishProgramme(files, "bench"), Caller.Product);
            Do(new PrepareIdentity(WithAdministrators: false), Caller.Product);
            Do(new PrepareDemo(), Caller.Product);
            county = Fill(count).GetAwaiter().GetResult();
        }

        public double[] Measure()
        {
            using var scope = services.CreateScope();
            var read = services.GetRequiredService<ReadRights>();
            var rights = read(scope.ServiceProvider, county, CancellationToken.None).GetAwaiter().GetResult()!;
            var today = new DateOnly(2026, 6, 30);
            return
            [
                Each(Checks, () => rights.Find(Right, new Subject(Region: "371702"), today)) * 1_000,
                Each(Lookups, () => read(scope.ServiceProvider, county, CancellationToken.None).GetAwaiter().GetResult()) * 1_000,
                Each(5, () => Do(new ListPeople(), county)),
                Each(5, () => Do(new ListPeople("姓名1"), county)),
                1_000 / Each(SignIns, () => Do(new SignIn("leader", PrepareDemo.Password), Caller.Nobody(null))),
            ];
        }

        public void Dispose()
        {
            services.Dispose();
            folder.Delete(recursive: true);
        }

        // Milliseconds for each.
        private static double Each(int times, Action work)
        {
            var start = Stopwatch.GetTimestamp();
            for (var time = 0; time < times; time++)
                work();
            return Stopwatch.GetElapsedTime(start).TotalMilliseconds / times;
        }

        private TResult Do<TResult>(IRequest<TResult> request, Caller caller)
            where TResult : class =>
            services.GetRequiredService<Lianzhang.Platform.Shared.Run>().Do(request, caller, CancellationToken.None).GetAwaiter().GetResult().Value ?? throw new InvalidOperationException($"{request} was refused");

        private async Task<Caller> Fill(int count)
        {
            await using var scope = services.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<LianzhangDb>();
            var regions = await db.Set<RegionNode>().Where(region => region.Parent != null).OrderBy(region => region.Code).Take(10).ToListAsync();
            var offices = regions.ConvertAll(region => new Lianzhang.Platform.Identity.Organisation { Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch), Code = $"bench-{region.Code}", Name = region.Name, Kind = OrganisationKind.CountyGovernment, Region = region.Code });
            db.AddRange(offices);
            for (var person = 0; person < count; person++)
            {
                var name = $"person{person}";
                var account = new Account { Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch), UserName = name, NormalizedUserName = name.ToUpperInvariant(), DisplayName = $"姓名{person}", CreatedAt = DateTimeOffset.UnixEpoch, SecurityStamp = "x" };
                db.Add(account);
                db.Add(new Membership { Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch), AccountId = account.Id, OrganisationId = offices[person % offices.Count].Id, Role = "county-reviewer" });
            }

            await db.SaveChangesAsync();
            var officer = await db.Set<Account>().SingleAsync(account => account.UserName == "county");
            return new Caller(officer.DisplayName, officer.Id, officer.SecurityStamp);
        }
    }
}
