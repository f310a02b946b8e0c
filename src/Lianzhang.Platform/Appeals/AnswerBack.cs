using Lianzhang.Core.Appeals;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Appeals;

/// <summary>Says more, as one was asked to; the clock goes on.</summary>
public sealed record AnswerBack(Guid Id, string Words, IReadOnlyList<Guid>? Files = null) : IRequest<Done>
{
    public override string ToString() => Id.ToString();
}

internal sealed class AnswerBackSlice(AppealSteps steps) : Slice<AnswerBack, Done>
{
    public override Permission Permission { get; } = new(AppealBook.Filing, Changes: true);

    protected override Problem? Validate(AnswerBack request) => AppealSteps.Need(request.Words);

    protected override Task<Answer<Done>> Handle(AnswerBack request, CancellationToken cancel) => steps.ByAsker(request.Id, steps.Act(AppealStep.AnswerBack, request.Words), request.Files, cancel);
}
