using Lianzhang.Core.Inspections;
using Lianzhang.Core.Programmes;
using Lianzhang.Platform.Attachments;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Inspections;

/// <summary>A finding of a visit.</summary>
public sealed record InspectionFindingView(Guid Id, InspectionItem? Item, FindingLevel Level, string Words, DateOnly? SettledOn, IReadOnlyList<AttachmentView> Photographs);

/// <summary>A visit with its checklist, what was written into it and what was found.</summary>
/// <param name="Line">What lists show of it.</param>
/// <param name="Items">The points of the checklist.</param>
/// <param name="Answers">What was written, by the code of the point.</param>
/// <param name="AnsweredAt">When it was kept last.</param>
/// <param name="Photographs">The photographs, by the code of the point that they are of.</param>
/// <param name="Findings">What was found.</param>
/// <param name="CancelReason">Why it was cancelled.</param>
public sealed record InspectionView(
    InspectionLine Line, IReadOnlyList<InspectionItem> Items, IReadOnlyDictionary<string, string> Answers, DateTimeOffset? AnsweredAt,
    IReadOnlyDictionary<string, IReadOnlyList<AttachmentView>> Photographs, IReadOnlyList<InspectionFindingView> Findings, string? CancelReason);

/// <summary>Shows a visit within one's rights.</summary>
public sealed record GetInspection(Guid Id) : IRequest<InspectionView>;

internal sealed class GetInspectionSlice(LianzhangDb db, InspectionBook book, InspectionFiles files, TimeProvider time) : Slice<GetInspection, InspectionView>
{
    public override Permission Permission { get; } = new(InspectionBook.Visiting, Changes: false);

    protected override async Task<Answer<InspectionView>> Handle(GetInspection request, CancellationToken cancel)
    {
        var answer = await book.Find(request.Id, cancel);
        if (!answer.Succeeded(out var open))
            return answer.Problem!;
        var findings = await db.Set<InspectionFinding>().AsNoTracking().Where(finding => finding.InspectionId == request.Id).OrderBy(finding => finding.At).ThenBy(finding => finding.Id).ToListAsync(cancel);
        var photographs = await files.All(request.Id, [.. open.Theme.Items.Select(item => item.Code), .. findings.Select(finding => $"{finding.Id}")], cancel);
        return new InspectionView(
            FindInspections.Line(open.Inspection, findings.Count, time.Today()),
            open.Theme.Items,
            open.Answers,
            open.Inspection.AnsweredAt,
            photographs,
            [.. findings.Select(finding => new InspectionFindingView(finding.Id, finding.Item is { } code ? open.Theme.FindItem(code) : null, finding.Level, finding.Words, finding.SettledOn, photographs.GetValueOrDefault($"{finding.Id}", [])))],
            open.Inspection.CancelReason);
    }
}
