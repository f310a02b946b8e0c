using Lianzhang.Core.Reporting;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Tests.Registers;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Tests.Reporting;

/// <summary>Who reviews a report accepts it or sends it back, and by no way whatever changes what the unit wrote.</summary>
public sealed class ReviewersNeverEditTests(PostgresCluster cluster)
{
    private static readonly string[] Decisions = [nameof(ReturnReport), nameof(AcceptReports)];

    [Fact]
    public async Task Nothing_that_a_reviewer_may_ask_for_changes_what_a_unit_wrote()
    {
        await using var store = await Store.OpenWithQinghe(StoreKind.Sqlite, cluster);
        var (tried, changed) = await TryAll(store);
        Assert.Empty(changed);
        // The probe reaches what there is: both decisions were taken, and the whole catalogue of reviewers was gone through.
        Assert.Superset(Decisions.ToHashSet(), tried.Where(one => one.IsDone).Select(one => one.Request).ToHashSet());
        Assert.True(tried.Count(one => one.IsDone) >= 10, string.Join('\n', tried));
    }

    [Fact]
    public async Task A_use_case_that_lets_a_reviewer_change_a_value_is_caught()
    {
        await using var template = await Store.OpenWithQinghe(StoreKind.Sqlite, cluster);
        await using var store = Store.At(template.Address, services => services.AddSlice<RewriteVersion, Done, RewriteVersionSlice>().AddSlice<RewriteDraft, Done, RewriteDraftSlice>());
        Assert.Equal([nameof(RewriteDraft), nameof(RewriteVersion)], (await TryAll(store)).Changed.Order(StringComparer.Ordinal));
    }

    // Each as every account whose role may review, with requests that name the report, a cell and a value.
    private static async Task<(IReadOnlyList<Tried> Tried, IReadOnlyList<string> Changed)> TryAll(Store store)
    {
        var report = await Sent(store);
        var (tried, changed) = (new List<Tried>(), new List<string>());
        var reviewing = DefaultRoles.All.Where(role => role.Permissions.Contains("reports.review")).ToDictionary(role => role.Code, role => role.Permissions);
        var people = (await store.Do(new ListPeople(PageSize: 200))).People;
        var slices = store.Provider.GetRequiredService<SliceCatalogue>().Permissions.OrderBy(slice => slice.Key.Request.Name, StringComparer.Ordinal).ToList();
        foreach (var (role, permissions) in reviewing)
        {
            var user = people.Single(person => person.Roles is [var held] && held.Role == role).UserName;
            foreach (var (entry, _) in slices.Where(slice => slice.Value.For == Audience.Role && permissions.Contains(slice.Value.Name)))
            {
                // In review each time, so that every decision can be taken.
                await store.InDb(db => db.Set<Report>().Where(one => one.Id == report).ExecuteUpdateAsync(set => set.SetProperty(one => one.State, ReportState.Submitted).SetProperty(one => one.Level, 0)));
                var before = await Written(store);
                var problem = await AskAny(store, entry, new EveryRequest(report, Rounds.Enterprise).Of(entry.Request), await store.As(user));
                tried.Add(new Tried(entry.Request.Name, role, problem is null));
                var now = await Written(store);
                if (now != before)
                    changed.Add(entry.Request.Name);
            }
        }

        return (tried, [.. changed.Distinct()]);
    }

    private static async Task<Problem?> AskAny(Store store, SliceEntry entry, object request, Caller caller)
    {
        var ask = typeof(Run).GetMethod(nameof(Run.Do))!.MakeGenericMethod(entry.Result);
        var task = (Task)ask.Invoke(store.Provider.GetRequiredService<Run>(), [request, caller, TestContext.Current.CancellationToken])!;
        try
        {
            await task;
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // What a made-up request breaks is not done; that nothing was written is looked at all the same.
            return Problem.Invalid((failure.Message, failure.Message));
        }

        return (Problem?)task.GetType().GetProperty("Result")!.GetValue(task)!.GetType().GetProperty("Problem")!.GetValue(task.GetType().GetProperty("Result")!.GetValue(task));
    }

    // One report in review, and one that is being written.
    private static async Task<Guid> Sent(Store store)
    {
        store.Time.SetUtcNow(new DateTimeOffset(2026, 7, 3, 1, 0, 0, TimeSpan.Zero));
        await Firms.Add(store, Rounds.Enterprise, organisation: "demo-enterprise");
        await store.Do(new OpenRound("firm_month", Rounds.June), await store.As("officer"));
        var (clerk, report) = (await store.As("clerk"), await Rounds.ReportOf(store, Rounds.Enterprise));
        await store.Do(new SaveDraft(report, Rounds.Good), clerk);
        await store.Do(new SubmitReport(report), clerk);
        return report;
    }

    private static async Task<string> Written(Store store)
    {
        var drafts = await store.InDb(db => db.Set<Report>().AsNoTracking().OrderBy(report => report.Unit).Select(report => $"{report.Unit} {report.Draft}").ToListAsync());
        var versions = await store.InDb(db => db.Set<ReportVersion>().AsNoTracking().OrderBy(version => version.ReportId).ThenBy(version => version.Number).Select(version => $"{version.Number} {version.Content} {version.Findings} {version.SubmittedBy} {version.SubmittedAt}").ToListAsync());
        return string.Join('\n', [.. drafts, .. versions]);
    }

    private sealed record Tried(string Request, string Role, bool IsDone);

    /// <summary>Planted: what a product that lets reviewers change values would have.</summary>
    public sealed record RewriteVersion(Guid Id, string Cell, string Value) : IRequest<Done>;

    /// <summary>Planted likewise.</summary>
    public sealed record RewriteDraft(Guid Id, IReadOnlyDictionary<string, CellEntry> Cells) : IRequest<Done>;

    private sealed class RewriteVersionSlice(LianzhangDb db) : Slice<RewriteVersion, Done>
    {
        public override Permission Permission { get; } = new("reports.review", Changes: true);

        protected override async Task<Answer<Done>> Handle(RewriteVersion request, CancellationToken cancel)
        {
            var content = ReportJson.Write(ReportContent.Empty.With(new Dictionary<string, CellEntry> { [request.Cell] = new(request.Value) }));
            await db.Set<ReportVersion>().Where(version => version.ReportId == request.Id).ExecuteUpdateAsync(set => set.SetProperty(version => version.Content, content), cancel);
            return Done.It;
        }
    }

    private sealed class RewriteDraftSlice(LianzhangDb db) : Slice<RewriteDraft, Done>
    {
        public override Permission Permission { get; } = new("reports.review", Changes: true);

        protected override async Task<Answer<Done>> Handle(RewriteDraft request, CancellationToken cancel)
        {
            var report = await db.Set<Report>().SingleAsync(report => report.Id == request.Id, cancel);
            report.Draft = ReportJson.Write(ReportContent.Empty.With(request.Cells));
            return Done.It;
        }
    }
}
