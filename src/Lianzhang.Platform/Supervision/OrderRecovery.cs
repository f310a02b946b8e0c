using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Supervision;

/// <summary>Tells whether what opened an order is still so.</summary>
internal sealed class OrderRecovery(CurrentBoard current, FirstVersionBoards boards, FindReportSources sources, WatchedWork work, TimeProvider time)
{
    /// <summary>Why an order may not be closed yet as far as its figure goes; null where nothing stands in the way.</summary>
    public async Task<Text?> Refusal(Order order, CancellationToken cancel)
    {
        if (!order.NeedsRecovery || await current.Inputs(cancel) is not { } inputs)
            return null;
        if (order.Snapshot is null)
        {
            return (await work.All(inputs.Programme, cancel)).FirstOrDefault(matter => matter.Key == order.Matter) is { } still
                ? ($"{still.Title.Zh}，不能销号。", $"{still.Title.In(Language.English)}; it cannot be closed.")
                : null;
        }

        var without = order.Owner is { } owner ? await sources.AcceptedWithin(owner, cancel) : new HashSet<string>(StringComparer.Ordinal);
        var (opened, rule) = (PeriodOf(order.Period), inputs.Programme.Supervision.FindRule(order.Rule ?? string.Empty));
        var board = (await boards.After(opened, without, cancel))!;
        return JudgeRecovery.Refusal(inputs.Programme, order.Matter, opened, rule?.Recovery ?? 1, time.Today(), day => board(day, order.Region));
    }

    /// <summary>The period of the latest figure of an order's target; null where there is none.</summary>
    public async Task<string?> Period(Order order, CancellationToken cancel) => await current.Inputs(cancel) is not { } inputs || order.Snapshot is null
        ? null
        : inputs.Build(time.Today(), order.Region).Targets.FirstOrDefault(row => FindMatters.KeyOf(row) == order.Matter)?.Actual?.Period.ToString();

    internal static Period? PeriodOf(string? text) => text is null ? null : Core.Values.Period.Parse(text);
}
