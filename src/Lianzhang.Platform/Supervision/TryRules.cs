using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Supervision;

/// <summary>What a rule would have opened at the end of a month.</summary>
/// <param name="Day">The last day of the month.</param>
/// <param name="Title">What it would have been about.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Level">The level that it would have started at.</param>
/// <param name="Region">Name of the region.</param>
/// <param name="IsNew">Whether the rule did not hold for it at the end of the month before.</param>
public sealed record TriedMatter(DateOnly Day, Text Title, Text Rule, OrderLevelView Level, Text Region, bool IsNew);

/// <summary>What the rules in force would have opened at the ends of past months, by what is known now.</summary>
public sealed record TriedRules(IReadOnlyList<TriedMatter> Matters, DateOnly From, DateOnly To);

/// <summary>Tries the rules on past months. Nothing is opened.</summary>
/// <param name="Months">How many months back.</param>
public sealed record TryRules(int Months = 6) : IRequest<TriedRules>;

internal sealed class TryRulesSlice(OrderBook book, WatchedMatters watched, TimeProvider time) : Slice<TryRules, TriedRules>
{
    private const int Most = 24;

    public override Permission Permission { get; } = new("orders.manage", Changes: false);

    protected override Problem? Validate(TryRules request) => request.Months is >= 1 and <= Most ? null : Problem.Invalid(($"请选择 1 至 {Most} 个月。", $"Choose 1 to {Most} months."));

    protected override async Task<Answer<TriedRules>> Handle(TryRules request, CancellationToken cancel)
    {
        if (await book.Rules(cancel) is not { } published)
            return OrderBook.NoRules;
        var last = Period.LastEnded(PeriodKind.Month, time.Today());
        var (tried, before) = (new List<TriedMatter>(), new HashSet<string>(StringComparer.Ordinal));
        foreach (var month in Enumerable.Range(0, request.Months + 1).Reverse().Select(back => last.Shift(-back)))
        {
            var found = await watched.All(month.End, cancel);
            // The first month is there to tell what was new in the next.
            if (month != last.Shift(-request.Months))
                tried.AddRange(found.Select(matter => Of(matter)));
            before = found.Select(matter => matter.Key).ToHashSet(StringComparer.Ordinal);

            TriedMatter Of(Core.Supervision.Matter matter)
            {
                var level = published.Programme.Supervision.FindLevel(matter.Rule.Level)!;
                return new TriedMatter(month.End, matter.Title, matter.Rule.Name, new OrderLevelView(level.Code, level.Name, level.Colour), published.Programme.PlaceName(matter.Region), !before.Contains(matter.Key));
            }
        }

        return new TriedRules([.. tried.OrderByDescending(one => one.Day)], last.Shift(1 - request.Months).Start, last.End);
    }
}
