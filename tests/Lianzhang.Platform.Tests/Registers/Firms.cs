using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Tests.Registers;

/// <summary>Puts enterprises of the invented county into the register, with what they reported.</summary>
internal static class Firms
{
    public const string Hedong = "990101001";
    public const string Hexi = "990101002";

    /// <summary>An enterprise since 2020, of the county's own trades.</summary>
    /// <param name="store">Where it is put.</param>
    /// <param name="code">Its code, which is its name as well.</param>
    /// <param name="region">The town where it lies.</param>
    /// <param name="organisation">Code of the organisation whose clerk acts for it.</param>
    public static async Task Add(Store store, string code, string region = Hedong, string? organisation = null)
    {
        await store.InDb(async db =>
        {
            var unit = new RegisteredUnit { Kind = UnitKind.Enterprise, Code = code, Name = code, Region = region, Industry = "baking", Generated = true, RecordedAt = store.Time.GetUtcNow() };
            db.Add(unit);
            await db.SaveChangesAsync();
            foreach (var (attribute, value) in new[] { (UnitAttributes.Name, code), (UnitAttributes.Region, region), (UnitAttributes.Industry, "baking") })
                db.Add(new UnitAttributeValue { UnitId = unit.Id, Attribute = attribute, Value = value, From = new DateOnly(2020, 1, 1), RecordedAt = store.Time.GetUtcNow() });
            db.Add(new RegisterChange { UnitId = unit.Id, RecordedAt = store.Time.GetUtcNow(), By = "test", Zh = "登记", En = "registered" });
            return await db.SaveChangesAsync();
        });
        if (organisation is not null)
            await GiveTo(store, code, organisation);
    }

    /// <summary>From now on the organisation has the enterprise's code, so that its people act for it.</summary>
    public static Task GiveTo(Store store, string code, string organisation) => store.InDb(db =>
        db.Set<Organisation>().Where(one => one.Code == organisation).ExecuteUpdateAsync(set => set.SetProperty(one => one.Code, code)));

    /// <summary>From a day on the enterprise lies in another town.</summary>
    public static Task Move(Store store, string code, string region, DateOnly from) => store.InDb(async db =>
    {
        var unit = await db.Set<RegisteredUnit>().SingleAsync(unit => unit.Code == code);
        var book = new UnitBook(db, new CurrentCaller(), store.Time);
        (await book.Open(unit, CancellationToken.None)).Set(UnitAttributes.Region, region, from);
        book.Note(unit.Id, ("迁移", "moved"));
        return await db.SaveChangesAsync();
    });

    /// <summary>What it reported for 2025: revenue and R&amp;D in 万元 and the number of its staff; null was not reported.</summary>
    public static Task Report(Store store, string code, decimal? revenue = null, decimal? staff = null, decimal? rd = null)
    {
        var reports = new List<UnitReport>
        {
            new(code, Period.OfYear(2025), [.. new (string Item, decimal? Amount)[] { ("firm_revenue", revenue), ("firm_rd", rd) }.Where(one => one.Amount is not null).Select(one => ReportedValue.Of(one.Item, one.Amount!.Value))]),
        };
        if (staff is { } people)
            reports.Add(new UnitReport(code, Period.OfMonth(2025, 12), [ReportedValue.Of("firm_staff", people)]));
        return store.Do(new AppendFacts(FactOrigin.Generated, $"test {code} {revenue} {staff} {rd}", "test", reports));
    }
}
