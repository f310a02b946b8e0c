using Lianzhang.Core.Registers;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>Finds among many names those that are like another's, without comparing each with each.</summary>
internal sealed class FindLikeNames(LianzhangDb db)
{
    /// <summary>The rows, with those that would add an enterprise whose name is like that of one that is registered, or stands further above, marked.</summary>
    public async Task<IReadOnlyList<PlannedRow>> Mark(IReadOnlyList<PlannedRow> rows, UnitWords words, CancellationToken cancel)
    {
        if (!rows.Any(row => row.Outcome == EnterpriseOutcome.Added))
            return rows;
        var names = new EnterpriseNames(words.Programme.Regions.Select(region => region.Name.Zh));
        var index = new LikeNames(names);
        await foreach (var unit in db.Set<RegisteredUnit>().AsNoTracking().Where(unit => unit.Kind == UnitKind.Enterprise).Select(unit => new { unit.Code, unit.Name }).AsAsyncEnumerable().WithCancellation(cancel))
            index.Add(unit.Code, unit.Name);
        return [.. rows.Select(row => row.Outcome == EnterpriseOutcome.Added ? Marked(row, index) : row)];
    }

    private static PlannedRow Marked(PlannedRow row, LikeNames index)
    {
        var like = index.Find(row.Name);
        index.Add(row.Code, row.Name);
        return like is null ? row : row with
        {
            IsNear = true,
            Remark = EnterpriseNames.Plain(like.Name) == EnterpriseNames.Plain(row.Name)
                ? ($"疑似重复：与 {like.Code} 同名", $"perhaps the same: {like.Code} has the same name")
                : ($"疑似重复：与 {like.Name}（{like.Code}）名称相近", $"perhaps the same: the name is like that of {like.Name} ({like.Code})"),
        };
    }

    // Keys stand as their hashes: that two of them are the same by chance costs no more than one comparison.
    private sealed class LikeNames(EnterpriseNames names)
    {
        private readonly Dictionary<int, int> byKey = [];
        private readonly List<(string Code, string Name, string Core)> all = [];

        public void Add(string code, string name)
        {
            var core = names.Core(name);
            all.Add((code, name, core));
            foreach (var key in EnterpriseNames.Keys(core))
                byKey.TryAdd(key.GetHashCode(StringComparison.Ordinal), all.Count - 1);
        }

        public OtherEnterprise? Find(string name)
        {
            var core = names.Core(name);
            foreach (var key in EnterpriseNames.Keys(core))
            {
                if (byKey.TryGetValue(key.GetHashCode(StringComparison.Ordinal), out var index) && EnterpriseNames.AreNear(core, all[index].Core))
                    return new OtherEnterprise(all[index].Code, all[index].Name);
            }

            return null;
        }
    }
}
