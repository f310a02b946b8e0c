using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Registers;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>A unit with the forms that it is asked.</summary>
internal sealed record AskedUnit(ReportingUnit Unit, IReadOnlyList<FormDefinition> Forms);

/// <summary>Finds the units that a form is for on a day.</summary>
internal sealed class FindFormUnits(LianzhangDb db, StoredUnits units, PlaceUnits places)
{
    private static readonly string[] Gone = [UnitStatus.Closed.ToString(), UnitStatus.Merged.ToString()];

    /// <summary>The units as they stood on the day, in the order of their codes. Parks and regions that the register lacks come into it.</summary>
    public async Task<IReadOnlyList<ReportingUnit>> On(FormDefinition form, Programme programme, DateOnly day, CancellationToken cancel)
    {
        if (KindOf(form.Of) is var kind and not UnitKind.Enterprise)
            await places.Keep(programme, kind, day, cancel);
        return [.. (await Units(form.Of, programme, day, cancel)).Where(unit => IsFor(form, programme, unit, day)).OrderBy(unit => unit.Code, StringComparer.Ordinal)];
    }

    /// <summary>The units of a kind that are asked anything on a day, each with the forms that it is asked. They are only counted: nothing comes into the register.</summary>
    public async Task<IReadOnlyList<AskedUnit>> Asked(FormUnits of, Programme programme, DateOnly day, CancellationToken cancel)
    {
        var forms = programme.Forms.Where(form => form.Of == of).ToList();
        return [.. (await Units(of, programme, day, cancel)).Select(unit => new AskedUnit(unit, [.. forms.Where(form => IsFor(form, programme, unit, day))])).Where(asked => asked.Forms.Count > 0)];
    }

    private async Task<IEnumerable<ReportingUnit>> Units(FormUnits of, Programme programme, DateOnly day, CancellationToken cancel) =>
        KindOf(of) is var kind and not UnitKind.Enterprise ? PlaceUnits.Of(programme, kind, day) : await Enterprises(day, cancel);

    private static bool IsFor(FormDefinition form, Programme programme, ReportingUnit unit, DateOnly day) => JudgeRules.MayMeet(programme.FormConditions[form.Code], Judged(unit, programme, day));

    private async Task<IEnumerable<ReportingUnit>> Enterprises(DateOnly day, CancellationToken cancel)
    {
        var codes = await db.Set<RegisteredUnit>().IgnoreQueryFilters().Where(unit => unit.Kind == UnitKind.Enterprise).Select(unit => unit.Code).ToHashSetAsync(cancel);
        return (await units.All(cancel)).At(day).Where(unit => codes.Contains(unit.Code) && !unit.Of(UnitAttributes.Status).Any(status => Gone.Contains(status, StringComparer.OrdinalIgnoreCase)));
    }

    public static UnitKind KindOf(FormUnits of) => of switch
    {
        FormUnits.Enterprise => UnitKind.Enterprise,
        FormUnits.Park => UnitKind.Park,
        FormUnits.County => UnitKind.Region,
    };

    // Whom a form is for is told by attributes alone.
    private static JudgedUnit Judged(ReportingUnit unit, Programme programme, DateOnly day) =>
        new(unit, null, day, (_, _) => Reading.OfUndefined(default), attribute => programme.Catalogue.Attributes.GetValueOrDefault(attribute)?.Values);
}
