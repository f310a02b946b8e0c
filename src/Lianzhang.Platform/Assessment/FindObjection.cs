using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Assessment;

/// <summary>Whether one may see an objection, and so its files.</summary>
public sealed record FindObjection(Guid Id) : IRequest<Done>;

internal sealed class FindObjectionSlice(LianzhangDb db) : Slice<FindObjection, Done>
{
    public override Permission Permission { get; } = new(AssessmentBook.Read, Changes: false);

    protected override async Task<Answer<Done>> Handle(FindObjection request, CancellationToken cancel) =>
        await db.Set<AssessmentObjection>().AnyAsync(objection => objection.Id == request.Id, cancel) ? Done.It : AssessmentBook.NoRun;
}
