using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>Puts the programme's parks and the regions below its own into the register, as units that report for themselves.</summary>
internal sealed class PlaceUnits(LianzhangDb db, UnitBook book, TimeProvider time)
{
    /// <summary>The parks, or the counties and zones below the programme's region, that there are on a day come into the register where it lacks them.</summary>
    public async Task Keep(Programme programme, UnitKind kind, DateOnly day, CancellationToken cancel)
    {
        var places = Places(programme, kind, day);
        var known = await db.Set<RegisteredUnit>().IgnoreQueryFilters().Where(unit => unit.Kind == kind).Select(unit => unit.Code).ToHashSetAsync(cancel);
        await Add([.. places.Where(place => !known.Contains(place.Code))], kind, new DateOnly(programme.Head.Years.First, 1, 1), cancel);
    }

    /// <summary>The parks, or the counties and zones, that there are on a day, whether the register has them or not.</summary>
    public static IReadOnlyList<ReportingUnit> Of(Programme programme, UnitKind kind, DateOnly day) => [.. Places(programme, kind, day).Select(Unit)];

    private static List<PlaceUnit> Places(Programme programme, UnitKind kind, DateOnly day) => kind == UnitKind.Park ? Parks(programme) : Regions(programme, day);

    private async Task Add(IReadOnlyList<PlaceUnit> places, UnitKind kind, DateOnly from, CancellationToken cancel)
    {
        if (places.Count == 0)
            return;
        var now = time.GetUtcNow();
        var units = places.Select(place => new RegisteredUnit { Kind = kind, Code = place.Code, Name = place.Name, Region = place.Region, RecordedAt = now }).ToList();
        db.AddRange(units);
        await db.SaveChangesAsync(cancel);
        foreach (var unit in units)
        {
            var pages = await book.Open(unit, cancel);
            pages.Set(UnitAttributes.Name, unit.Name, from);
            pages.Set(UnitAttributes.Region, unit.Region, from);
            book.Note(unit.Id, ("列为填报单位", "Reports from now on"));
        }

        await db.SaveChangesAsync(cancel);
    }

    private static List<PlaceUnit> Parks(Programme programme) =>
        [.. programme.Places.Where(place => place.Kind == PlaceKind.Park).Select(place => new PlaceUnit(place.Code, place.Name.Zh, place.Region ?? programme.Head.Region))];

    private static List<PlaceUnit> Regions(Programme programme, DateOnly day) =>
        [.. programme.Regions.Where(region => region.Parent == programme.Head.Region && region.Kind is (RegionKind.County or RegionKind.Zone) && region.IsThere(day)).Select(region => new PlaceUnit(region.Code, region.NameOn(day).Zh, region.Code))];

    private static ReportingUnit Unit(PlaceUnit place) =>
        new(place.Code, new Dictionary<string, IReadOnlyList<string>> { [UnitAttributes.Name] = [place.Name], [UnitAttributes.Region] = [place.Region] }) { IsPlace = true };

    private sealed record PlaceUnit(string Code, string Name, string Region);
}
