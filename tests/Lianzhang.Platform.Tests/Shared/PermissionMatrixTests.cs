using System.Text;
using Lianzhang.Platform.Evaluation;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Indicators.Explaining;
using Lianzhang.Platform.Indicators.Exploring;
using Lianzhang.Platform.Inspections;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Tests.Shared;

/// <summary>
/// Who may do what, on what is one's own and on what is another's: generated from the code and reviewed as text.
/// </summary>
public sealed class PermissionMatrixTests(PostgresCluster cluster)
{
    private const string Own = "990101001";
    private const string Foreign = "990101002";

    // For each request that is about something: one about what is one's own, one about what is another's.
    private static readonly Dictionary<Type, (object Own, object Foreign)> Samples = new()
    {
        [typeof(GetProgrammeBoard)] = (new GetProgrammeBoard("any", default, Region: Own), new GetProgrammeBoard("any", default, Region: Foreign)),
        [typeof(PublishBoard)] = (new PublishBoard(Own), new PublishBoard(Foreign)),
        [typeof(ListPublishedBoards)] = (new ListPublishedBoards(Own), new ListPublishedBoards(Foreign)),
        [typeof(GetBoard)] = (new GetBoard(Region: Own), new GetBoard(Region: Foreign)),
        [typeof(Explore)] = (new Explore($"region={Own}"), new Explore($"region={Foreign}")),
        [typeof(ExportPivot)] = (new ExportPivot(Core.Values.Language.Chinese, $"region={Own}"), new ExportPivot(Core.Values.Language.Chinese, $"region={Foreign}")),
        [typeof(GetRegion)] = (new GetRegion(Own), new GetRegion(Foreign)),
        [typeof(GetTarget)] = (new GetTarget("x", null, Own), new GetTarget("x", null, Foreign)),
        [typeof(ExportBoard)] = (new ExportBoard(Core.Values.Language.Chinese, Region: Own), new ExportBoard(Core.Values.Language.Chinese, Region: Foreign)),
        [typeof(GetTargetHistory)] = (new GetTargetHistory("x", null, Own), new GetTargetHistory("x", null, Foreign)),
        [typeof(ExportRegionFigures)] = (new ExportRegionFigures(Core.Values.Language.Chinese, Own), new ExportRegionFigures(Core.Values.Language.Chinese, Foreign)),
        [typeof(ExportTargetFigures)] = (new ExportTargetFigures(Core.Values.Language.Chinese, "x", null, Own), new ExportTargetFigures(Core.Values.Language.Chinese, "x", null, Foreign)),
        [typeof(GetIndustry)] = (new GetIndustry("new_energy"), new GetIndustry("food")),
        [typeof(AddEnterprise)] = (new AddEnterprise("x", "x", Own, default), new AddEnterprise("x", "x", Foreign, default)),
        [typeof(MoveToSuccessors)] = (new MoveToSuccessors(Own), new MoveToSuccessors(Foreign)),
        [typeof(AddOrganisation)] = (new AddOrganisation("x", "x", OrganisationKind.Park, Own), new AddOrganisation("x", "x", OrganisationKind.Park, Foreign)),
        [typeof(SetOrganisationDays)] = (new SetOrganisationDays(Guid.Empty, null, null), new SetOrganisationDays(Guid.AllBitsSet, null, null)),
        [typeof(ListTitles)] = (new ListTitles(new TitleQuery(Region: Own)), new ListTitles(new TitleQuery(Region: Foreign))),
        [typeof(ExportTitles)] = (new ExportTitles(Core.Values.Language.Chinese, new TitleQuery(Region: Own)), new ExportTitles(Core.Values.Language.Chinese, new TitleQuery(Region: Foreign))),
        [typeof(CountTitles)] = (new CountTitles(Region: Own), new CountTitles(Region: Foreign)),
        [typeof(FindReady)] = (new FindReady("x", Region: Own), new FindReady("x", Region: Foreign)),
        [typeof(ExportReady)] = (new ExportReady(Core.Values.Language.Chinese, "x", Region: Own), new ExportReady(Core.Values.Language.Chinese, "x", Region: Foreign)),
        [typeof(MatchPolicy)] = (new MatchPolicy("x", Region: Own), new MatchPolicy("x", Region: Foreign)),
        [typeof(ExportMatches)] = (new ExportMatches(Core.Values.Language.Chinese, "x", Region: Own), new ExportMatches(Core.Values.Language.Chinese, "x", Region: Foreign)),
        [typeof(OfferPolicy)] = (new OfferPolicy("x", null, DateOnly.MaxValue, Own), new OfferPolicy("x", null, DateOnly.MaxValue, Foreign)),
        [typeof(GetRound)] = (new GetRound(Guid.Empty, new RoundQuery(Region: Own)), new GetRound(Guid.Empty, new RoundQuery(Region: Foreign))),
        [typeof(ExportRound)] = (new ExportRound(Core.Values.Language.Chinese, Guid.Empty, new RoundQuery(Region: Own)), new ExportRound(Core.Values.Language.Chinese, Guid.Empty, new RoundQuery(Region: Foreign))),
        [typeof(ExplainIndicator)] = (new ExplainIndicator(new NumberQuery("x", Own)), new ExplainIndicator(new NumberQuery("x", Foreign))),
        [typeof(ListExplainedUnits)] = (new ListExplainedUnits(new NumberQuery("x"), Own), new ListExplainedUnits(new NumberQuery("x"), Foreign)),
        [typeof(ChangedSince)] = (new ChangedSince(new NumberQuery("x", Own), default), new ChangedSince(new NumberQuery("x", Foreign), default)),
        [typeof(ListChangedUnits)] = (new ListChangedUnits(new NumberQuery("x"), Own, default), new ListChangedUnits(new NumberQuery("x"), Foreign, default)),
        [typeof(ExportExplainedUnits)] = (new ExportExplainedUnits(Core.Values.Language.Chinese, new NumberQuery("x"), Own), new ExportExplainedUnits(Core.Values.Language.Chinese, new NumberQuery("x"), Foreign)),
        [typeof(ExportNumberFigures)] = (new ExportNumberFigures(Core.Values.Language.Chinese, new NumberQuery("x", Own)), new ExportNumberFigures(Core.Values.Language.Chinese, new NumberQuery("x", Foreign))),
        [typeof(ExportChange)] = (new ExportChange(Core.Values.Language.Chinese, new NumberQuery("x", Own), default), new ExportChange(Core.Values.Language.Chinese, new NumberQuery("x", Foreign), default)),
        [typeof(ExportChangedUnits)] = (new ExportChangedUnits(Core.Values.Language.Chinese, new NumberQuery("x"), Own, default), new ExportChangedUnits(Core.Values.Language.Chinese, new NumberQuery("x"), Foreign, default)),
        [typeof(GetEvaluation)] = (new GetEvaluation(Region: Own), new GetEvaluation(Region: Foreign)),
        [typeof(ExportEvaluation)] = (new ExportEvaluation(Core.Values.Language.Chinese, new GetEvaluation(Region: Own)), new ExportEvaluation(Core.Values.Language.Chinese, new GetEvaluation(Region: Foreign))),
        [typeof(PlanInspections)] = (new PlanInspections("x", DateOnly.MaxValue, Region: Own), new PlanInspections("x", DateOnly.MaxValue, Region: Foreign)),
        [typeof(GiveRole)] = (new GiveRole(Guid.Empty, Guid.Empty, "x"), new GiveRole(Guid.Empty, Guid.AllBitsSet, "x")),
    };

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task The_matrix_is_the_one_that_was_reviewed(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        Reviewed.Same(Path.Combine(Store.Root, "tests/Lianzhang.Platform.Tests/Shared/permission-matrix.txt"), await Matrix(store));
    }

    [Fact]
    public async Task Nothing_that_an_enterprise_may_ask_for_leads_to_a_target()
    {
        await using var store = await Store.OpenWithQinghe(StoreKind.Sqlite, cluster);
        var slices = store.Provider.GetRequiredService<SliceCatalogue>();
        Assert.True(slices.CarriesTargets("board.read"));
        Assert.True(slices.CarriesTargets("programmes.read"));
        Assert.False(slices.CarriesTargets("figures.read"));
        var reachable = DefaultRoles.All.Where(role => role.Kind == RoleKind.Enterprise).SelectMany(role => role.Permissions)
            .Concat(slices.Permissions.Values.Where(permission => permission.For != Audience.Role).Select(permission => permission.Name));
        Assert.DoesNotContain(reachable, slices.CarriesTargets);
    }

    private static async Task<string> Matrix(Store store)
    {
        var (slices, text) = (store.Provider.GetRequiredService<SliceCatalogue>(), new StringBuilder());
        var callers = new List<(string Name, Rights Rights)> { ("nobody", Rights.OfNobody) };
        await using var scope = store.Provider.CreateAsyncScope();
        var people = (await store.Do(new ListPeople(PageSize: 200))).People;
        foreach (var role in DefaultRoles.All)
        {
            var holder = people.Single(person => person.Roles is [var held] && held.Role == role.Code);
            callers.Add((role.Code, (await FindRights.Of(scope.ServiceProvider, await store.As(holder.UserName), TestContext.Current.CancellationToken))!));
        }

        foreach (var (entry, permission) in slices.Permissions.OrderBy(slice => slice.Value.Name, StringComparer.Ordinal).ThenBy(slice => slice.Key.Request.Name, StringComparer.Ordinal))
        {
            var slice = scope.ServiceProvider.GetRequiredService(entry.Service);
            text.Append($"{permission.Name} {entry.Request.Name}{(permission.Changes ? " changes" : permission.Recorded ? " recorded" : string.Empty)}\n");
            foreach (var reach in callers.Select(caller => (caller.Name, Cell: Cell(slice, entry, permission, caller.Rights, store.Time))).Where(one => one.Cell.Length > 0).GroupBy(one => one.Cell, one => one.Name))
                text.Append($"  {reach.Key}: {Names([.. reach], callers.Count)}\n");
        }

        return text.ToString();
    }

    // Said shortly where it is everybody, so that what is not stands out.
    private static string Names(IReadOnlyList<string> names, int all) =>
        names.Count == all ? "everybody" : names.Count == all - 1 && names[0] != "nobody" ? "everybody who is signed in" : string.Join(", ", names);

    private static string Cell(object slice, SliceEntry entry, Permission permission, Rights rights, TimeProvider time)
    {
        var today = DateOnly.FromDateTime(time.GetLocalNow().Date);
        var about = slice.GetType().GetMethod("About", System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!;
        if (about.DeclaringType!.IsAbstract)
            return rights.Find(permission, Subject.Whole, today) is null ? string.Empty : "all";
        Assert.True(Samples.TryGetValue(entry.Request, out var sample), $"{entry.Request.Name} is about something: give two samples of it");
        var isOwn = rights.Find(permission, (Subject)about.Invoke(slice, [sample.Own])!, today) is not null;
        var isForeign = rights.Find(permission, (Subject)about.Invoke(slice, [sample.Foreign])!, today) is not null;
        return (isOwn, isForeign) switch
        {
            (true, true) => "own, foreign",
            (true, false) => "own",
            (false, true) => "foreign",
            _ => string.Empty,
        };
    }
}
