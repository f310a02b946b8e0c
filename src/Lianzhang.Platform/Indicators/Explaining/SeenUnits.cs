using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Indicators.Explaining;

/// <summary>The units that the reader may see, with their names as they are today.</summary>
internal sealed class SeenUnits(LianzhangDb db)
{
    /// <summary>Those that are units to be opened by themselves are enterprises; places are not.</summary>
    public sealed record Seen(string Name, UnitKind Kind);

    public async Task<IReadOnlyDictionary<string, Seen>> All(CancellationToken cancel)
    {
        var all = await db.Set<RegisteredUnit>().AsNoTracking().OrderBy(unit => unit.Id).Select(unit => new { unit.Code, unit.Name, unit.Kind }).ToListAsync(cancel);
        return all.DistinctBy(unit => unit.Code).ToDictionary(unit => unit.Code, unit => new Seen(unit.Name, unit.Kind));
    }
}
