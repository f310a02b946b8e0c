using Lianzhang.Core.Inspections;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Inspections;

/// <summary>Notes something that a visit found to be put right.</summary>
/// <param name="Id">The inspection.</param>
/// <param name="Level">How serious it is.</param>
/// <param name="Words">What was found.</param>
/// <param name="Item">Code of the point of the checklist, if it belongs to one.</param>
/// <param name="Photographs">Pictures of it that the caller handed in.</param>
public sealed record AddFinding(Guid Id, FindingLevel Level, string Words, string? Item = null, IReadOnlyList<Guid>? Photographs = null) : IRequest<Done>
{
    public const int Longest = 500;

    public override string ToString() => $"{Id} {Level} {Item}";
}

/// <summary>Takes back a finding while the visit is not finished.</summary>
public sealed record RemoveFinding(Guid Id, Guid Finding) : IRequest<Done>;

internal sealed class AddFindingSlice(LianzhangDb db, InspectionBook book, InspectionFiles files, CurrentCaller caller, TimeProvider time) : Slice<AddFinding, Done>
{
    public override Permission Permission { get; } = new(InspectionBook.Visiting, Changes: true);

    protected override Problem? Validate(AddFinding request)
    {
        if (!Enum.IsDefined(request.Level))
            return Problem.Invalid(("请选择问题程度。", "Say how serious it is."));
        return string.IsNullOrWhiteSpace(request.Words) || request.Words.Length > AddFinding.Longest
            ? Problem.Invalid(($"请写明问题，最多 {AddFinding.Longest} 字。", $"Say what was found, in at most {AddFinding.Longest} characters."))
            : null;
    }

    protected override async Task<Answer<Done>> Handle(AddFinding request, CancellationToken cancel)
    {
        var answer = await book.FindPlanned(request.Id, cancel);
        if (!answer.Succeeded(out var open))
            return answer.Problem!;
        var item = string.IsNullOrEmpty(request.Item) ? null : request.Item;
        if (item is not null && open.Theme.FindItem(item) is null)
            return Problem.Invalid(($"没有检查项 {item}。", $"There is no point {item}."));
        var found = new InspectionFinding
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            InspectionId = request.Id,
            Item = item,
            Level = request.Level,
            Words = request.Words.Trim(),
            At = time.StoredNow(),
            By = caller.Caller.Name,
        };
        db.Add(found);
        return await files.Claim(request.Id, $"{found.Id}", request.Photographs ?? [], cancel) is { } refused ? refused : Done.It;
    }
}

internal sealed class RemoveFindingSlice(LianzhangDb db, InspectionBook book, InspectionFiles files) : Slice<RemoveFinding, Done>
{
    public override Permission Permission { get; } = new(InspectionBook.Visiting, Changes: true);

    protected override async Task<Answer<Done>> Handle(RemoveFinding request, CancellationToken cancel)
    {
        var answer = await book.FindPlanned(request.Id, cancel);
        if (!answer.Succeeded(out _))
            return answer.Problem!;
        if (await db.Set<InspectionFinding>().SingleOrDefaultAsync(finding => finding.Id == request.Finding && finding.InspectionId == request.Id, cancel) is not { } found)
            return Problem.NotFound(("没有这一问题。", "There is no such finding."));
        db.Remove(found);
        await files.Release(request.Id, $"{found.Id}", cancel);
        return Done.It;
    }
}
