using Lianzhang.Core.Supervision;
using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Supervision;

/// <summary>One matter that somebody has to put right: one sheet for it, from its opening to its end.</summary>
internal sealed class Order
{
    public required Guid Id { get; init; }

    public required int Year { get; init; }

    /// <summary>Counted within the year.</summary>
    public required int Number { get; init; }

    /// <summary>Tells matters apart.</summary>
    public required string Matter { get; init; }

    /// <summary>The same while it is open, and nothing afterwards: the store keeps it unique, so that a matter has one open order.</summary>
    public string? OpenMatter { get; set; }

    /// <summary>Code of the rule that opened it; null where somebody did.</summary>
    public string? Rule { get; init; }

    /// <summary>Code of the source, of an order that was opened by hand.</summary>
    public string? Source { get; init; }

    public required string Title { get; init; }

    public required string TitleEn { get; init; }

    /// <summary>What is asked, of an order that was opened by hand.</summary>
    public string? Content { get; init; }

    public required string Region { get; init; }

    public string? Industry { get; init; }

    /// <summary>The organisation that answers for it.</summary>
    public Guid? Owner { get; set; }

    public string? OwnerName { get; set; }

    public required string Level { get; set; }

    public OrderState State { get; private set; }

    /// <summary>Where it stood when it was suspended.</summary>
    public OrderState? Before { get; private set; }

    public int Evidence { get; private set; }

    public Guid? ReportedBy { get; private set; }

    public Guid? VerifiedBy { get; private set; }

    public bool ExtensionAsked { get; private set; }

    /// <summary>Until when more time was asked for.</summary>
    public DateOnly? AskedUntil { get; set; }

    public bool NeedsRecovery { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>The last day to put it right.</summary>
    public required DateOnly Due { get; set; }

    /// <summary>Working days that were left when it was suspended.</summary>
    public int? DaysLeft { get; set; }

    public required int ProgrammeVersion { get; init; }

    /// <summary>The latest period of the figure that counted against it: a new order needs a later one.</summary>
    public string? Period { get; set; }

    /// <summary>The board's row that opened it, as JSON.</summary>
    public string? Snapshot { get; init; }

    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Counts up with every event.</summary>
    public int Events { get; set; }

    public Text Name => (Title, TitleEn);

    public OrderStanding Standing
    {
        get => new(State, Before, Owner is not null, Evidence, ReportedBy, VerifiedBy, ExtensionAsked, NeedsRecovery);
        set
        {
            (State, Before, Evidence, ReportedBy, VerifiedBy, ExtensionAsked) = (value.State, value.Before, value.Evidence, value.ReportedBy, value.VerifiedBy, value.ExtensionAsked);
            OpenMatter = value.IsOpen ? Matter : null;
        }
    }
}

/// <summary>What was done with an order. Events are never changed.</summary>
internal sealed class OrderEvent
{
    public required Guid Id { get; init; }

    public required Guid OrderId { get; init; }

    /// <summary>From 1 within the order.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What was done; null for the opening itself and for what follows from a level.</summary>
    public OrderAction? Action { get; init; }

    /// <summary>Who did it, by name.</summary>
    public required string By { get; init; }

    public Guid? Account { get; init; }

    /// <summary>What was said.</summary>
    public required string Words { get; init; }

    public required string WordsEn { get; init; }

    /// <summary>Code of the level that the order came to with it.</summary>
    public string? Reached { get; init; }

    /// <summary>What follows from that, for the assessment.</summary>
    public decimal? Points { get; init; }
}

/// <summary>What a deadline of an order is for.</summary>
public enum DeadlineKind
{
    Sign,

    /// <summary>A few days before it is to be put right.</summary>
    Near,
    Rectify,
    Verify,
}

/// <summary>An instant at which something is done about an order, once, whichever process gets to it first.</summary>
internal sealed class OrderDeadline
{
    public required Guid Id { get; init; }

    public required Guid OrderId { get; init; }

    public required DeadlineKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When it was seen to; null while it is to come. One that is no longer waited for is removed.</summary>
    public DateTimeOffset? FiredAt { get; init; }
}
