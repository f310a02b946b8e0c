using Lianzhang.Core.Appeals;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Appeals;

/// <summary>Takes back an appeal that was not answered yet.</summary>
public sealed record WithdrawAppeal(Guid Id, string Reason) : IRequest<Done>
{
    public override string ToString() => Id.ToString();
}

internal sealed class WithdrawAppealSlice(AppealSteps steps) : Slice<WithdrawAppeal, Done>
{
    public override Permission Permission { get; } = new(AppealBook.Filing, Changes: true);

    protected override Problem? Validate(WithdrawAppeal request) => AppealSteps.Need(request.Reason);

    protected override Task<Answer<Done>> Handle(WithdrawAppeal request, CancellationToken cancel) => steps.ByAsker(request.Id, steps.Act(AppealStep.Withdraw, request.Reason), cancel);
}
