using Lianzhang.Core.Explaining;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Registers;

namespace Lianzhang.Platform.Indicators.Explaining;

/// <summary>The groups that a number counts, with what the condition asks of each.</summary>
/// <param name="IsCluster">Whether they are clusters, which have pages of their own.</param>
/// <param name="Columns">What the condition asks.</param>
/// <param name="Groups">The groups, the largest first amount first.</param>
public sealed record GroupsView(bool IsCluster, IReadOnlyList<GroupColumn> Columns, IReadOnlyList<GroupView> Groups);

/// <summary>An aggregate within the condition.</summary>
public sealed record GroupColumn(Text Words, Unit Unit);

/// <summary>One group: whether it fulfils the condition (null where that cannot be told), its units, and the amounts in the order of the columns.</summary>
public sealed record GroupView(string Code, Text Name, bool? Holds, int Units, IReadOnlyList<decimal?> Amounts);

/// <summary>Puts names beside the codes of groups.</summary>
internal sealed class NameGroups(RegisterWords register)
{
    public async Task<IReadOnlyDictionary<ExplainedAggregate, GroupsView>> Of(FoundNumber number, Explanation explained, CancellationToken cancel)
    {
        var counted = explained.Aggregates.Where(aggregate => aggregate.Groups is not null).ToList();
        if (counted.Count == 0 || await register.Load(cancel) is not { } words)
            return new Dictionary<ExplainedAggregate, GroupsView>();
        return counted.ToDictionary(aggregate => aggregate, aggregate => View(number, aggregate.Groups!, words));
    }

    private static GroupsView View(FoundNumber number, ExplainedGroups groups, UnitWords words) => new(
        groups.Attribute == UnitAttributes.Cluster,
        [.. groups.Asked.Select(asked => new GroupColumn(number.Words(asked.Formula), asked.Unit))],
        [.. groups.Groups
            .OrderByDescending(group => group.Amounts is [var first, ..] ? first : null)
            .Select(group => new GroupView(group.Code, words.Value(groups.Attribute, group.Code), group.Holds, group.Units, [.. group.Amounts.Select(amount => amount is { } known ? ExplainIndicatorSlice.Rounded(known) : (decimal?)null)]))]);
}
