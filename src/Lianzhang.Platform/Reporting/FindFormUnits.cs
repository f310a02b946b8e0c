using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Registers;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>Finds the units that a form is for on a day.</summary>
internal sealed class FindFormUnits(LianzhangDb db, StoredUnits units)
{
    private static readonly string[] Gone = [UnitStatus.Closed.ToString(), UnitStatus.Merged.ToString()];

    /// <summary>The units as they stood on the day, in the order of their codes.</summary>
    public async Task<IReadOnlyList<ReportingUnit>> On(FormDefinition form, Programme programme, DateOnly day, CancellationToken cancel)
    {
        var kind = KindOf(form.Of);
        var codes = await db.Set<RegisteredUnit>().IgnoreQueryFilters().Where(unit => unit.Kind == kind).Select(unit => unit.Code).ToHashSetAsync(cancel);
        var register = await units.All(cancel);
        var conditions = programme.FormConditions[form.Code];
        return [.. register.At(day)
            .Where(unit => codes.Contains(unit.Code) && !unit.Of(UnitAttributes.Status).Any(status => Gone.Contains(status, StringComparer.OrdinalIgnoreCase)) && JudgeRules.MayMeet(conditions, Judged(unit, programme, day)))
            .OrderBy(unit => unit.Code, StringComparer.Ordinal)];
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
