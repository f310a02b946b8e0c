using Lianzhang.Core.Facts;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>An enterprise that comes into the register with its dated values.</summary>
internal sealed record NewUnit(string Code, IReadOnlyList<DatedValue> Values, bool IsGenerated = false);

/// <summary>Writes many enterprises that are new, with their histories.</summary>
internal sealed class NewUnits(LianzhangDb db, TimeProvider time)
{
    private static readonly BulkTable Units = new("registers_unit", "Kind", "Code", "Name", "Region", "Industry", "Gb", "Sei", "Size", "Status", "Generated", "RecordedAt");
    private static readonly BulkTable Values = new("registers_value", "UnitId", "Attribute", "Value", "From", "To", "RecordedAt");

    /// <summary>The numbers that the store gave them, by their codes.</summary>
    public async Task<IReadOnlyDictionary<string, long>> Write(IReadOnlyList<NewUnit> units, CancellationToken cancel)
    {
        var (now, today) = (time.GetUtcNow(), time.Today());
        var all = db.Set<RegisteredUnit>().IgnoreQueryFilters().AsNoTracking();
        var last = await all.MaxAsync(unit => (long?)unit.Id, cancel) ?? 0;
        await db.Bulk(Units, units.Select(unit => Row(unit, now, today)), cancel);
        // The store gave the numbers; those that others added meanwhile are told apart by their codes.
        var ids = await all.Where(unit => unit.Id > last && unit.Kind == UnitKind.Enterprise).Select(unit => new { unit.Code, unit.Id }).ToDictionaryAsync(unit => unit.Code, unit => unit.Id, cancel);
        await db.Bulk(Values, units.SelectMany(unit => unit.Values, (unit, value) => new object?[] { ids[unit.Code], value.Attribute, value.Value, value.From, value.To, now }), cancel);
        return ids;
    }

    private static object?[] Row(NewUnit unit, DateTimeOffset now, DateOnly today)
    {
        // One that is there no longer is listed as it was last.
        string Last(string attribute) => unit.Values.LastOrDefault(value => value.Attribute == attribute)?.Value ?? string.Empty;
        var shown = new RegisteredUnit { Kind = UnitKind.Enterprise, Code = unit.Code, Name = Last(UnitAttributes.Name), Region = Last(UnitAttributes.Region), RecordedAt = now };
        shown.Show(unit.Values, today);
        return [shown.Kind, shown.Code, shown.Name, shown.Region, shown.Industry, shown.Gb, shown.Sei, shown.Size, shown.Status, unit.IsGenerated, now];
    }
}
