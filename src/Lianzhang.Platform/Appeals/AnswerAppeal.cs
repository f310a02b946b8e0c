using Lianzhang.Core.Appeals;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Appeals;

/// <summary>Answers an appeal: says what was done.</summary>
public sealed record AnswerAppeal(Guid Id, string Answer, IReadOnlyList<Guid>? Files = null) : IRequest<Done>
{
    public override string ToString() => Id.ToString();
}

internal sealed class AnswerAppealSlice(AppealSteps steps) : Slice<AnswerAppeal, Done>
{
    public override Permission Permission { get; } = new(AppealBook.Answering, Changes: true);

    protected override Problem? Validate(AnswerAppeal request) => AppealSteps.Need(request.Answer);

    protected override Task<Answer<Done>> Handle(AnswerAppeal request, CancellationToken cancel) => steps.ByHandler(request.Id, steps.Act(AppealStep.Answer, request.Answer), request.Files, cancel);
}
