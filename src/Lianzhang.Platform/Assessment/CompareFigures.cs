using Lianzhang.Core.Assessment;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Assessment;

/// <summary>The results of an assessment by the figures of two moments.</summary>
public sealed record ComparedAssessment(AssessmentLine Line, int Before, int After, IReadOnlyList<AssessmentVersion> Versions, IReadOnlyList<AssessedColumnView> Columns, IReadOnlyList<AssessedGroupView> Groups, AssessmentComparison Comparison);

/// <summary>Compares an assessment by its figures as they stood twice: what changed, and why ranks moved.</summary>
/// <param name="Id">The assessment.</param>
/// <param name="Before">Number of the first figures; those before the last if left out.</param>
/// <param name="After">Number of the others; the last if left out.</param>
public sealed record CompareFigures(Guid Id, int? Before = null, int? After = null) : IRequest<ComparedAssessment>;

internal sealed class CompareFiguresSlice(AssessmentBook book, Slice<GetAssessment, AssessmentView> assessment) : Slice<CompareFigures, ComparedAssessment>
{
    public override Permission Permission { get; } = new(AssessmentBook.Read, Changes: false);

    protected override async Task<Answer<ComparedAssessment>> Handle(CompareFigures request, CancellationToken cancel)
    {
        if (await book.Find(request.Id, cancel) is not { } run)
            return AssessmentBook.NoRun;
        var (first, second) = (request.Before ?? Math.Max(1, run.Figures - 1), request.After ?? run.Figures);
        if (await book.Figures(run, first, cancel) is not { } before || await book.Figures(run, second, cancel) is not { } after)
            return Problem.NotFound(("没有这一版数据。", "There are no such figures."));
        if (before.Result is not { } was || after.Result is not { } now)
            return Problem.Conflict(("其中一版数据不全，不能计算得分。", "One of them cannot be scored."));
        var view = (await assessment.HandleAny(new GetAssessment(request.Id), cancel)).Value!;
        return new ComparedAssessment(view.Line, first, second, view.Versions, view.Columns, view.Groups, CompareAssessments.Of(before.Sheet, was, after.Sheet, now));
    }
}
