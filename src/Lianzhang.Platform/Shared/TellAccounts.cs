using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Shared;

/// <summary>A way out of the product by which notices follow people.</summary>
public abstract class NoticeChannel
{
    public abstract string Name { get; }

    /// <summary>Sends, or fails with what stood in the way; a person whom the channel does not reach is no failure.</summary>
    public abstract Task Send(OutgoingNotice notice, CancellationToken cancel);
}

/// <summary>What is sent: to whom, what, and where to look.</summary>
public sealed record OutgoingNotice(string Name, string? Email, string Title, Uri? Address);

/// <summary>Leaves notices in the unit of work of what they tell of: people are told if and only if it was done.</summary>
public sealed class TellAccounts(LianzhangDb db, IEnumerable<NoticeChannel> channels, TimeProvider time)
{
    public void Tell(Guid account, Text what, string href)
    {
        var now = time.GetUtcNow();
        var notice = new Notice { Id = Guid.CreateVersion7(now), Account = account, At = now, Title = what.Zh, TitleEn = what.In(Language.English), Href = href };
        db.Add(notice);
        db.AddRange(channels.Select(channel => new NoticeDelivery { Id = Guid.CreateVersion7(now), Notice = notice.Id, Channel = channel.Name, DueAt = now }));
    }
}
