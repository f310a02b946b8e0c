using Lianzhang.Core.Appeals;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Appeals;

/// <summary>Has an appeal dealt with once more, with the reason, after a rating of partly satisfied or not satisfied.</summary>
public sealed record ReopenAppeal(Guid Id, string Reason) : IRequest<Done>
{
    public override string ToString() => Id.ToString();
}

internal sealed class ReopenAppealSlice(AppealSteps steps) : Slice<ReopenAppeal, Done>
{
    public override Permission Permission { get; } = new(AppealBook.Filing, Changes: true);

    protected override Problem? Validate(ReopenAppeal request) => AppealSteps.Need(request.Reason);

    protected override Task<Answer<Done>> Handle(ReopenAppeal request, CancellationToken cancel) => steps.ByAsker(request.Id, steps.Act(AppealStep.Reopen, request.Reason), cancel);
}
