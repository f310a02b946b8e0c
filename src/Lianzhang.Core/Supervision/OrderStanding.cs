namespace Lianzhang.Core.Supervision;

/// <summary>Where an order stands.</summary>
public enum OrderState
{
    /// <summary>Registered, and nobody answers for it yet.</summary>
    Registered,

    /// <summary>Sent to the body that answers for it.</summary>
    Assigned,

    /// <summary>Signed for: the matter is being put right.</summary>
    Signed,

    /// <summary>Reported as put right.</summary>
    Reported,

    /// <summary>The report was found to be true.</summary>
    Verified,

    Closed,

    /// <summary>Suspended with a reason; its clock stands still.</summary>
    Suspended,

    /// <summary>Opened in error.</summary>
    Cancelled,

    /// <summary>Ended by a higher level without having been put right.</summary>
    Unresolved,
}

/// <summary>What can be done with an order.</summary>
public enum OrderAction
{
    Assign,
    Sign,

    /// <summary>Says how it goes; the order stays with its body.</summary>
    Progress,

    /// <summary>Says that it is put right.</summary>
    Report,
    Return,
    Verify,
    Close,
    AskExtension,
    Extend,
    RefuseExtension,
    Escalate,
    Suspend,
    Resume,
    Cancel,
    EndUnresolved,

    /// <summary>A relapse opens it again.</summary>
    Reopen,
}

/// <summary>Who acts on an order.</summary>
/// <param name="Account">The account; null for the product itself.</param>
/// <param name="IsOwner">Whether it acts for the body that answers for the order.</param>
/// <param name="Handles">Whether it may sign for orders and report on them.</param>
/// <param name="Verifies">Whether it may verify and close.</param>
/// <param name="Manages">Whether it may assign, extend, suspend and cancel.</param>
/// <param name="Decides">Whether it may end what was not put right.</param>
public sealed record OrderActor(Guid? Account, bool IsOwner = false, bool Handles = false, bool Verifies = false, bool Manages = false, bool Decides = false)
{
    /// <summary>The product, when a rule or a deadline acts.</summary>
    public static OrderActor Product { get; } = new(Account: null);

    public bool IsProduct => Account is null;
}

/// <summary>Where an order stands with all that its steps ask for.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Before">Where it stood when it was suspended.</param>
/// <param name="HasOwner">Whether a body answers for it.</param>
/// <param name="Evidence">How many reports with evidence there are since it was signed for or returned.</param>
/// <param name="ReportedBy">Who reported it as put right.</param>
/// <param name="VerifiedBy">Who found that true.</param>
/// <param name="ExtensionAsked">Whether more time was asked for and not yet answered.</param>
/// <param name="NeedsRecovery">Whether a figure has to be back on its path before it may be closed.</param>
public sealed record OrderStanding(
    OrderState State, OrderState? Before = null, bool HasOwner = false, int Evidence = 0, Guid? ReportedBy = null, Guid? VerifiedBy = null, bool ExtensionAsked = false, bool NeedsRecovery = false)
{
    /// <summary>Whether it has not come to an end.</summary>
    public bool IsOpen => State is not (OrderState.Closed or OrderState.Cancelled or OrderState.Unresolved);

    /// <summary>Whether its clock runs against the body that answers for it.</summary>
    public bool IsWithOwner => State is OrderState.Assigned or OrderState.Signed;
}

/// <summary>A step of an order.</summary>
/// <param name="Action">What is done.</param>
/// <param name="Actor">By whom.</param>
/// <param name="Words">What is said to it: a reason, a report.</param>
/// <param name="HasEvidence">Whether there is evidence with it.</param>
/// <param name="NotRecovered">Why the figure counts as not recovered; null where it is, or none has to be.</param>
public sealed record OrderStep(OrderAction Action, OrderActor Actor, string? Words = null, bool HasEvidence = false, Values.Text? NotRecovered = null);
