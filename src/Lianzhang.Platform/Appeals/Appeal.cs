using Lianzhang.Core.Appeals;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Appeals;

/// <summary>What an organisation brings and must have answered.</summary>
internal sealed class Appeal
{
    public required Guid Id { get; init; }

    public required int Year { get; init; }

    /// <summary>Counts from 1 within the year.</summary>
    public required int Number { get; init; }

    /// <summary>Code of the kind, with its name when the appeal was filed.</summary>
    public required string Kind { get; init; }

    public required string KindName { get; init; }

    public required string? KindNameEn { get; init; }

    public required string Title { get; init; }

    [Secret]
    public required string Content { get; init; }

    /// <summary>How whoever deals with it reaches the asker.</summary>
    [Secret]
    public required string? Contact { get; init; }

    /// <summary>The organisation that asks, with its name and region when the appeal was filed.</summary>
    public required Guid Asker { get; init; }

    public required string AskerName { get; init; }

    public required string Region { get; init; }

    public Guid? AskerAccount { get; init; }

    public required DateTimeOffset FiledAt { get; init; }

    public required AppealState State { get; set; }

    public int Round { get; set; }

    public required DateOnly RouteDue { get; init; }

    public int Days { get; set; }

    /// <summary>Code of the level of urgency that the routing set.</summary>
    public string? Urgency { get; set; }

    /// <summary>The organisation that has it, with its name and region.</summary>
    public Guid? Handler { get; set; }

    public string? HandlerName { get; set; }

    public string? HandlerRegion { get; set; }

    public DateOnly? Due { get; set; }

    public int? DaysLeft { get; set; }

    public bool WasAskedBack { get; set; }

    public DateOnly? RateBy { get; set; }

    public AppealRating? Rating { get; set; }

    /// <summary>The day by which somebody other than the asker has to act, so that the store can look for it.</summary>
    public DateOnly? ActBy { get; set; }

    /// <summary>The stage of which people were told that its day is near; a claim, written only where it was lower.</summary>
    public int WarnedStage { get; set; }

    /// <summary>The stage that was marked overdue; a claim, written only where it was lower.</summary>
    public int OverdueStage { get; set; }

    public string Reference => AppealWords.Reference(Year, Number);

    /// <summary>Rises with every clock that begins: to be routed, to be answered, to be answered once more.</summary>
    public int Stage => State == AppealState.Filed ? 1 : 1 + Round;

    public AppealStanding Standing
    {
        get => new(State, Asker, AskerAccount, RouteDue, Days) { Round = Round, Handler = Handler, Due = Due, DaysLeft = DaysLeft, WasAskedBack = WasAskedBack, RateBy = RateBy, Rating = Rating };
        set
        {
            (State, Round, Days, Handler, Due, DaysLeft) = (value.State, value.Round, value.Days, value.Handler, value.Due, value.DaysLeft);
            (WasAskedBack, RateBy, Rating, ActBy) = (value.WasAskedBack, value.RateBy, value.Rating, value.ActBy);
        }
    }
}
