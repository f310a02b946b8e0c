using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Reporting;

/// <summary>The report to look at next.</summary>
/// <param name="Id">The report; null when no other waits.</param>
/// <param name="IsWaiting">Whether the one that was asked about waits itself, for the caller's decision.</param>
/// <param name="Waiting">How many wait, this one among them if it does.</param>
public sealed record NextReview(Guid? Id, bool IsWaiting, int Waiting);

/// <summary>Finds the report that comes after one in the list of <see cref="ListReviews"/>; after the last, or one that was decided, the first.</summary>
public sealed record FindNextReview(Guid After, ReviewQuery Query) : IRequest<NextReview>;

internal sealed class FindNextReviewSlice(ReviewQueue queue) : Slice<FindNextReview, NextReview>
{
    public override Permission Permission { get; } = new("reports.review", Changes: false);

    protected override async Task<Answer<NextReview>> Handle(FindNextReview request, CancellationToken cancel)
    {
        var waiting = await queue.By(request.Query, cancel);
        var after = waiting.SkipWhile(report => report.Id != request.After).Skip(1).Concat(waiting).FirstOrDefault(report => report.Id != request.After);
        return new NextReview(after?.Id, waiting.Any(report => report.Id == request.After), waiting.Count);
    }
}
