using Lianzhang.Core.Appeals;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Appeals;

/// <summary>Rates the answer.</summary>
public sealed record RateAppeal(Guid Id, AppealRating Rating, string? Words = null) : IRequest<Done>
{
    public override string ToString() => $"{Id} {Rating}";
}

internal sealed class RateAppealSlice(AppealSteps steps) : Slice<RateAppeal, Done>
{
    public override Permission Permission { get; } = new(AppealBook.Filing, Changes: true);

    protected override Problem? Validate(RateAppeal request) => Enum.IsDefined(request.Rating)
        ? AppealSteps.Check(request.Words)
        : Problem.Invalid(("请选择评价。", "Choose a rating."));

    protected override Task<Answer<Done>> Handle(RateAppeal request, CancellationToken cancel) =>
        steps.ByAsker(request.Id, steps.Act(AppealStep.Rate, request.Words) with { Rating = request.Rating }, cancel);
}
