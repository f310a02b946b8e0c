using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Facts;

/// <summary>The numbers under which units and items are kept in reports; a code that is new is given one.</summary>
internal sealed class FactNumbers(LianzhangDb db, FactCache cache)
{
    // Beyond so many it is quicker to read all numbers than to ask for some.
    private const int MostAsked = 500;

    // Each accepted report asks for its unit.
    private static readonly CompiledQuery<Func<LianzhangDb, FactCodeKind, string, CancellationToken, Task<int?>>> One = new(() => EF.CompileAsyncQuery((LianzhangDb db, FactCodeKind kind, string asked, CancellationToken _) =>
        db.Set<FactCode>().Where(code => code.Kind == kind && code.Code == asked).Select(code => (int?)code.Id).SingleOrDefault()));

    private static readonly BulkTable Table = new("facts_code", "Kind", "Code");

    public async Task<Dictionary<string, int>> Of(FactCodeKind kind, IReadOnlySet<string> codes, CancellationToken cancel)
    {
        var items = cache.Items.ByCode;
        if (kind == FactCodeKind.Item && codes.All(items.ContainsKey))
            return codes.ToDictionary(code => code, code => items[code]);
        var known = await Known(kind, codes, cancel);
        var lacking = codes.Where(code => !known.ContainsKey(code)).Order(StringComparer.Ordinal).ToList();
        if (lacking.Count == 0)
            return known;
        await db.Bulk(Table, lacking.Select(code => new object?[] { kind, code }), cancel);
        return await Known(kind, codes, cancel);
    }

    public async Task<Dictionary<string, int>> Known(FactCodeKind kind, IReadOnlySet<string> codes, CancellationToken cancel)
    {
        if (codes.Count == 1 && codes.First() is var asked)
            return await One.In(db)(db, kind, asked, cancel) is { } number ? new() { [asked] = number } : [];
        var some = db.Set<FactCode>().AsNoTracking().Where(code => code.Kind == kind);
        if (codes.Count <= MostAsked)
            some = some.Where(code => codes.Contains(code.Code));
        return await some.ToDictionaryAsync(code => code.Code, code => code.Id, cancel);
    }
}
