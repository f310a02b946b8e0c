using Lianzhang.Core.Appeals;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Appeals;

/// <summary>Asks the asker for more, once a round; until then the clock stands still.</summary>
public sealed record AskBack(Guid Id, string Question) : IRequest<Done>
{
    public override string ToString() => Id.ToString();
}

internal sealed class AskBackSlice(AppealSteps steps) : Slice<AskBack, Done>
{
    public override Permission Permission { get; } = new(AppealBook.Answering, Changes: true);

    protected override Problem? Validate(AskBack request) => AppealSteps.Need(request.Question);

    protected override Task<Answer<Done>> Handle(AskBack request, CancellationToken cancel) => steps.ByHandler(request.Id, steps.Act(AppealStep.AskBack, request.Question), cancel);
}
