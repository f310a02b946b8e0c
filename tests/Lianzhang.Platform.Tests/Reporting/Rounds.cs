using Lianzhang.Core.Programmes;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Tests.Registers;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Tests.Reporting;

/// <summary>A round of the invented county's monthly form, for an enterprise whose clerk is the one to try the product with.</summary>
internal static class Rounds
{
    public const string Enterprise = "F1";
    public const string Other = "F2";

    public static readonly Period June = Period.OfMonth(2026, 6);

    /// <summary>The form as the county's programme lays it out.</summary>
    public static FormSheet Sheet { get; } = ReadSheet();

    /// <summary>The county on a day in the first half of July, with the enterprise of the clerk and another one, and the round of June open.</summary>
    public static async Task<(Store Store, Caller Clerk, Caller Reviewer, Guid Report)> Open(StoreKind kind, PostgresCluster cluster)
    {
        var store = await Store.OpenWithQinghe(kind, cluster);
        store.Time.SetUtcNow(new DateTimeOffset(2026, 7, 3, 1, 0, 0, TimeSpan.Zero));
        await Firms.Add(store, Enterprise, organisation: "demo-enterprise");
        await Firms.Add(store, Other);
        var round = await store.Do(new OpenRound("firm_month", June), await store.As("officer"));
        Assert.Equal((2, false), (round.Units, round.WasOpen));
        return (store, await store.As("clerk"), await store.As("reviewer"), await ReportOf(store, Enterprise));
    }

    public static Task<Guid> ReportOf(Store store, string unit) => store.InDb(db => db.Set<Report>().IgnoreQueryFilters().Where(report => report.Unit == unit).Select(report => report.Id).SingleAsync());

    /// <summary>From now on the clerk acts for another unit as well.</summary>
    public static async Task GiveToClerk(Store store, string unit)
    {
        var organisation = await store.Do(new AddOrganisation(unit, unit, OrganisationKind.Enterprise, Firms.Hedong));
        await store.Do(new GiveRole((await store.As("clerk")).Account!.Value, organisation.Id, "enterprise-clerk"));
    }

    /// <summary>Cells as they are typed.</summary>
    public static Dictionary<string, CellEntry> Cells(params (string Key, string Typed)[] cells) => cells.ToDictionary(cell => cell.Key, cell => new CellEntry(cell.Typed));

    /// <summary>A whole month without a fault.</summary>
    public static Dictionary<string, CellEntry> Good => Cells(("01.month", "1,200.5"), ("02.ytd", "30"), ("03.month", "45"), ("products.1.name", "有机小米"), ("products.1.output", "80"));

    private static FormSheet ReadSheet()
    {
        var programme = ReadProgramme.Read("qinghe", Store.Qinghe).Programme!;
        return new FormSheet(programme.FindForm("firm_month")!, programme);
    }
}
