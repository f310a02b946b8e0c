using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lianzhang.Platform.Notices;

/// <summary>
/// Sends what is due, and tries again later what could not be sent. An attempt is claimed before it is made, so that several
/// processes do not send the same, and one that is killed leaves it to be tried again.
/// </summary>
internal sealed partial class DeliverNotices(IServiceScopeFactory scopes, IEnumerable<NoticeChannel> channels, NoticeSettings settings, TimeProvider time, ILogger<DeliverNotices> log)
{
    private const int MostAtOnce = 100;
    private const int LongestFailure = 300;

    private static readonly TimeSpan[] Waits = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(12)];

    /// <summary>How many were sent.</summary>
    public async Task<int> DeliverDue(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<LianzhangDb>();
        var accounts = scope.ServiceProvider.GetRequiredService<Accounts>();
        var now = time.GetUtcNow();
        var due = await db.Set<NoticeDelivery>().AsNoTracking().Where(delivery => delivery.DueAt <= now).OrderBy(delivery => delivery.DueAt).Take(MostAtOnce).ToListAsync(cancel);
        var sent = 0;
        foreach (var delivery in due)
        {
            if (await Claim(db, delivery, now, cancel) && await Attempt(db, accounts, delivery, cancel))
                sent++;
        }

        return sent;
    }

    private static async Task<bool> Claim(LianzhangDb db, NoticeDelivery delivery, DateTimeOffset now, CancellationToken cancel)
    {
        DateTimeOffset? next = delivery.Attempts < Waits.Length ? now + Waits[delivery.Attempts] : null;
        return await db.Set<NoticeDelivery>().Where(one => one.Id == delivery.Id && one.DueAt == delivery.DueAt)
            .ExecuteUpdateAsync(set => set.SetProperty(one => one.DueAt, next).SetProperty(one => one.Attempts, one => one.Attempts + 1), cancel) == 1;
    }

    private async Task<bool> Attempt(LianzhangDb db, Accounts accounts, NoticeDelivery delivery, CancellationToken cancel)
    {
        var mine = db.Set<NoticeDelivery>().Where(one => one.Id == delivery.Id);
        try
        {
            // A channel that is no longer configured, and a person who has left, have nothing more to wait for.
            if (channels.FirstOrDefault(channel => channel.Name == delivery.Channel) is { } channel && await Outgoing(db, accounts, delivery.Notice, cancel) is { } notice)
                await channel.Send(notice, cancel);
            var now = time.GetUtcNow();
            await mine.ExecuteUpdateAsync(set => set.SetProperty(one => one.DueAt, (DateTimeOffset?)null).SetProperty(one => one.SentAt, now).SetProperty(one => one.Failure, (string?)null), cancel);
            return true;
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancel.IsCancellationRequested)
        {
            Failed(failure, delivery.Channel, delivery.Attempts + 1);
            var why = failure.Message.Length <= LongestFailure ? failure.Message : failure.Message[..LongestFailure];
            await mine.ExecuteUpdateAsync(set => set.SetProperty(one => one.Failure, why), cancel);
            return false;
        }
    }

    private async Task<OutgoingNotice?> Outgoing(LianzhangDb db, Accounts accounts, Guid id, CancellationToken cancel)
    {
        var notice = await db.Set<Notice>().AsNoTracking().SingleAsync(one => one.Id == id, cancel);
        return await accounts.Reach(notice.Account, cancel) is { } person
            ? new OutgoingNotice(person.Name, person.Email, notice.Title, settings.Site is { } site ? new Uri(site, notice.Href) : null)
            : null;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A notice could not be sent by {Channel}, attempt {Attempt}")]
    private partial void Failed(Exception failure, string channel, int attempt);
}
