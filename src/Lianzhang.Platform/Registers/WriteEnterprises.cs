using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>Writes some rows of a confirmed import: all of these or none.</summary>
internal sealed record WriteEnterprises(Guid Import, IReadOnlyList<EnterpriseSheetRow> Rows, DateOnly From) : IRequest<EnterprisesWritten>
{
    public override string ToString() => $"{nameof(WriteEnterprises)} {{ Import = {Import}, Rows = {Rows.Count} }}";
}

/// <summary>What became of the rows; whether the import goes on.</summary>
internal sealed record EnterprisesWritten(bool GoesOn, IReadOnlyList<PlannedRow> Rejected);

internal sealed class WriteEnterprisesSlice(LianzhangDb db, NewUnits units, PlanEnterprises plan, RegisterWords register, UnitBook book, CurrentCaller caller, TimeProvider time) : Slice<WriteEnterprises, EnterprisesWritten>
{
    private static readonly BulkTable Changes = new("registers_change", "UnitId", "RecordedAt", "By", "Zh", "En");

    public override Permission Permission { get; } = new("registers.import", Changes: true);

    protected override async Task<Answer<EnterprisesWritten>> Handle(WriteEnterprises request, CancellationToken cancel)
    {
        if (await register.Load(cancel) is not { } words)
            return RegisterWords.NothingPublished;
        var own = OwnImports.Of(db, caller).Where(import => import.Id == request.Import);
        if (await own.Where(import => import.State == ImportState.Running).AnyAsync(cancel) is false)
            return new EnterprisesWritten(GoesOn: false, []);
        // Compared anew: others may have written since the preview.
        var rows = await plan.Plan(request.Rows, request.From, words, cancel);
        await Add([.. rows.Where(row => row.Outcome == EnterpriseOutcome.Added)], cancel);
        await Change([.. rows.Where(row => row.Outcome == EnterpriseOutcome.Changed)], cancel);
        await db.SaveChangesAsync(cancel);
        await Count(own, rows, cancel);
        return new EnterprisesWritten(GoesOn: true, [.. rows.Where(row => row.Outcome == EnterpriseOutcome.Rejected)]);
    }

    private async Task Count(IQueryable<EnterpriseImport> own, IReadOnlyList<PlannedRow> rows, CancellationToken cancel)
    {
        var (added, changed, same, rejected) = (Of(EnterpriseOutcome.Added), Of(EnterpriseOutcome.Changed), Of(EnterpriseOutcome.Same), Of(EnterpriseOutcome.Rejected));
        var now = time.GetUtcNow();
        await own.ExecuteUpdateAsync(import => import
            .SetProperty(each => each.Done, each => each.Done + rows.Count)
            .SetProperty(each => each.Added, each => each.Added + added)
            .SetProperty(each => each.Changed, each => each.Changed + changed)
            .SetProperty(each => each.Same, each => each.Same + same)
            .SetProperty(each => each.Rejected, each => each.Rejected + rejected)
            .SetProperty(each => each.TouchedAt, now), cancel);

        int Of(EnterpriseOutcome outcome) => rows.Count(row => row.Outcome == outcome);
    }

    private async Task Add(IReadOnlyList<PlannedRow> rows, CancellationToken cancel)
    {
        if (rows.Count == 0)
            return;
        var ids = await units.Write([.. rows.Select(row => new NewUnit(row.Code, Values(row)))], cancel);
        var now = time.GetUtcNow();
        await db.Bulk(Changes, rows.Select(row => new object?[]
        {
            ids[row.Code], now, caller.Caller.Name, $"导入登记，自 {row.From:yyyy-MM-dd} 起", $"registered by an import, from {row.From:yyyy-MM-dd} on",
        }), cancel);
    }

    private static List<DatedValue> Values(PlannedRow row) =>
        [.. row.Sets.Select(set => (set.Attribute, Value: set.Value!)).Concat(row.Joins).Select(value => new DatedValue(value.Attribute, value.Value, row.From))];

    private async Task Change(IReadOnlyList<PlannedRow> rows, CancellationToken cancel)
    {
        var changed = new Dictionary<long, RegisteredUnit>();
        foreach (var some in rows.Select(row => row.Unit!.Value).Chunk(1_000))
        {
            foreach (var unit in await db.Set<RegisteredUnit>().Where(unit => some.Contains(unit.Id)).ToListAsync(cancel))
                changed[unit.Id] = unit;
        }

        var pages = await book.OpenAll(changed.Values, cancel);
        foreach (var row in rows)
        {
            var unit = pages[row.Unit!.Value];
            foreach (var (attribute, value) in row.Sets)
                unit.Set(attribute, value, row.From);
            foreach (var (attribute, value) in row.Joins)
                unit.Join(attribute, value, row.From);
            var what = row.Remark!.Value;
            book.Note(row.Unit, ($"导入变更，自 {row.From:yyyy-MM-dd} 起：{what.Zh}", $"changed by an import, from {row.From:yyyy-MM-dd} on: {what.In(Language.English)}"));
        }
    }
}
