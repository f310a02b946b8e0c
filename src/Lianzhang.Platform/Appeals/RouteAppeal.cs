using Lianzhang.Core.Appeals;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Appeals;

/// <summary>Routes a filed appeal to the organisation that is to deal with it.</summary>
/// <param name="Id">The appeal.</param>
/// <param name="To">The organisation.</param>
/// <param name="Urgency">Code of a level of urgency, whose clock takes the place of the kind's.</param>
/// <param name="Words">What whoever deals with it should know.</param>
public sealed record RouteAppeal(Guid Id, Guid To, string? Urgency = null, string? Words = null) : IRequest<Done>
{
    public override string ToString() => $"{Id} to {To} {Urgency}";
}

internal sealed class RouteAppealSlice(AppealBook book, AppealSteps steps) : Slice<RouteAppeal, Done>
{
    public override Permission Permission { get; } = new(AppealBook.Routing, Changes: true);

    protected override Problem? Validate(RouteAppeal request) => AppealSteps.Check(request.Words);

    protected override async Task<Answer<Done>> Handle(RouteAppeal request, CancellationToken cancel)
    {
        if (await (await book.Desk(cancel)).SingleOrDefaultAsync(appeal => appeal.Id == request.Id, cancel) is not { } appeal)
            return AppealBook.NoAppeal;
        var urgency = string.IsNullOrEmpty(request.Urgency) ? null : (await book.Rules(cancel)).Rules.FindUrgency(request.Urgency);
        if (!string.IsNullOrEmpty(request.Urgency) && urgency is null)
            return Problem.Invalid(("没有这一紧急程度。", "There is no such level of urgency."));
        var done = await steps.ByRouter(appeal, steps.Act(AppealStep.Route, request.Words) with { To = request.To, Days = urgency?.Days }, cancel);
        if (done.Problem is null)
            appeal.Urgency = urgency?.Code;
        return done;
    }
}
