namespace Lianzhang.Core.Appeals;

/// <summary>Where an appeal stands.</summary>
public enum AppealState
{
    /// <summary>It waits to be routed.</summary>
    Filed,

    /// <summary>An organisation has it and works on it.</summary>
    Routed,

    /// <summary>The asker is to say more; the clock stands still.</summary>
    AskedBack,

    /// <summary>It was answered and waits for the asker's rating.</summary>
    Answered,

    /// <summary>It was rated, or nobody rated it in time.</summary>
    Closed,

    /// <summary>The asker took it back.</summary>
    Withdrawn,
}

/// <summary>What is done to an appeal.</summary>
public enum AppealStep
{
    File,
    Route,

    /// <summary>Whoever has it passes it on to another organisation.</summary>
    Pass,

    /// <summary>Whoever has it asks the asker for more.</summary>
    AskBack,

    /// <summary>The asker says more.</summary>
    AnswerBack,
    Answer,
    Rate,

    /// <summary>The asker, not satisfied, has it dealt with once more.</summary>
    Reopen,
    Withdraw,

    /// <summary>It ends by itself, unrated.</summary>
    Close,
}

/// <summary>How the asker rates an answer.</summary>
public enum AppealRating
{
    Satisfied,
    Partly,
    Not,
}

/// <summary>Who acts, and for which organisation; the product itself has neither account nor organisation.</summary>
public sealed record AppealActor(string Name, Guid? Account, Guid? Organisation)
{
    public static AppealActor Product { get; } = new("lianzhang", null, null);
}

/// <summary>Something that somebody does to an appeal.</summary>
/// <param name="Step">What.</param>
/// <param name="By">Who.</param>
/// <param name="On">On which day; never before the day of the step before.</param>
/// <param name="Words">The answer, the reason, or what else is said.</param>
/// <param name="To">The organisation that it is routed or passed to.</param>
/// <param name="Rating">The rating.</param>
/// <param name="Days">Working days to answer it, where the routing sets a level of urgency.</param>
public sealed record AppealAct(AppealStep Step, AppealActor By, DateOnly On, string Words = "", Guid? To = null, AppealRating? Rating = null, int? Days = null);

/// <summary>Where an appeal stands, with its clocks.</summary>
/// <param name="State">Where it stands.</param>
/// <param name="Asker">The organisation that asks.</param>
/// <param name="AskerAccount">The person who filed it.</param>
/// <param name="RouteDue">The last day to route it.</param>
/// <param name="Days">Working days from the routing, or the reopening, to the answer.</param>
public sealed record AppealStanding(AppealState State, Guid Asker, Guid? AskerAccount, DateOnly RouteDue, int Days)
{
    /// <summary>1, or 2 once it was reopened.</summary>
    public int Round { get; init; } = 1;

    /// <summary>The organisation that has it.</summary>
    public Guid? Handler { get; init; }

    /// <summary>The last day to answer it; while the clock stands still, the day it was before.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>How many working days were left when the clock was stopped; null while it runs.</summary>
    public int? DaysLeft { get; init; }

    /// <summary>Whether the asker was asked for more in this round.</summary>
    public bool WasAskedBack { get; init; }

    /// <summary>The last day to rate the answer or, once it is rated, to have it reopened.</summary>
    public DateOnly? RateBy { get; init; }

    public AppealRating? Rating { get; init; }

    /// <summary>The day by which somebody other than the asker has to act; null when nobody has to.</summary>
    public DateOnly? ActBy => State switch
    {
        AppealState.Filed => RouteDue,
        AppealState.Routed => Due,
        _ => null,
    };

    public bool IsOverdue(DateOnly today) => ActBy < today;
}

/// <summary>What a step leaves in the timeline; there is no step without one.</summary>
public sealed record AppealNote(AppealStep Step, AppealActor By, DateOnly On, string Words, AppealState From, AppealState To);

/// <summary>Where an appeal stands after a step, and what the step leaves in the timeline.</summary>
public sealed record AppealMove(AppealStanding Then, AppealNote Note);
