using Lianzhang.Core.Values;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Indicators.Live;

/// <summary>Tells those who look after the system of what has waited too long: once, until something that began to wait after that does.</summary>
public sealed record WarnStuck : IRequest<Done>;

internal sealed class WarnStuckSlice(StuckQueues stuck, RightHolders holders, TellAccounts tell) : Slice<WarnStuck, Done>
{
    public override Permission Permission { get; } = new("engine.warn", Changes: true, For: Audience.Product);

    protected override async Task<Answer<Done>> Handle(WarnStuck request, CancellationToken cancel)
    {
        var untold = await stuck.Untold(cancel);
        foreach (var account in (await holders.Of("engine.read", cancel)).Select(holder => holder.Account).Distinct())
        {
            foreach (var queue in untold)
                tell.Tell(account, Line(queue), StuckQueues.Href(queue.Kind));
        }

        return Done.It;
    }

    private static Text Line(EngineQueue queue)
    {
        var (what, minutes) = (EngineQueueWords.Of(queue.Kind), (int)EngineQueues.Limit.TotalMinutes);
        return ($"积压提示：{what.Zh} {queue.Waiting} 项，最早一项已等待超过 {minutes} 分钟，请查看运行状态。", $"Stuck: {queue.Waiting} {what.En}, the oldest for more than {minutes} minutes.");
    }
}

/// <summary>Finds what is stuck and was not told of yet.</summary>
internal sealed class StuckQueues(LianzhangDb db, EngineQueues queues)
{
    public static string Href(EngineQueueKind kind) => $"/system#{kind.ToString().ToLowerInvariant()}";

    /// <summary>Told of since the oldest began to wait, it was told.</summary>
    public async Task<IReadOnlyList<EngineQueue>> Untold(CancellationToken cancel)
    {
        var untold = new List<EngineQueue>();
        foreach (var queue in (await queues.All(cancel)).Where(queue => queue.IsStuck))
        {
            var (href, since) = (Href(queue.Kind), queue.OldestAt);
            if (!await db.Set<Notice>().AnyAsync(notice => notice.Href == href && notice.At >= since, cancel))
                untold.Add(queue);
        }

        return untold;
    }
}
