using Lianzhang.Core.Appeals;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Appeals;

/// <summary>Passes an appeal on to another organisation, with the reason; its clock goes on.</summary>
public sealed record PassAppeal(Guid Id, Guid To, string Reason) : IRequest<Done>
{
    public override string ToString() => $"{Id} to {To}";
}

internal sealed class PassAppealSlice(AppealSteps steps) : Slice<PassAppeal, Done>
{
    public override Permission Permission { get; } = new(AppealBook.Answering, Changes: true);

    protected override Problem? Validate(PassAppeal request) => AppealSteps.Need(request.Reason);

    protected override Task<Answer<Done>> Handle(PassAppeal request, CancellationToken cancel) =>
        steps.ByHandler(request.Id, steps.Act(AppealStep.Pass, request.Reason) with { To = request.To }, cancel);
}
