using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Attachments;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Measures;

/// <summary>
/// Reports how far a task is at the end of a month, for one's own organisation. What was reported before stays; for the same month this is a
/// new version of it.
/// </summary>
/// <param name="Code">The task.</param>
/// <param name="Month">The month.</param>
/// <param name="Percent">How much of the work is done, from 0 to 100 with one decimal at most.</param>
/// <param name="Words">What was done, what stands in the way, what comes next.</param>
/// <param name="Milestones">Codes of all milestones that are reached by then.</param>
/// <param name="Evidence">Files that were handed in; needed where the work is done or a milestone is newly reached.</param>
public sealed record ReportMeasureProgress(string Code, Period Month, decimal Percent, string Words, IReadOnlyList<string> Milestones, IReadOnlyList<Guid> Evidence) : IRequest<MeasureReported>
{
    public const int LongestWords = 2_000;

    public override string ToString() => $"{Code} {Month}: {Percent} %, {Evidence.Count} files";
}

/// <summary>What was reported.</summary>
public sealed record MeasureReported(Guid Id, int Version);

internal sealed class ReportMeasureProgressSlice(LianzhangDb db, MeasureBook book, AttachmentBook attachments, CurrentCaller caller, TimeProvider time) : Slice<ReportMeasureProgress, MeasureReported>
{
    public override Permission Permission { get; } = new(MeasureBook.ReportRight, Changes: true);

    protected override Problem? Validate(ReportMeasureProgress request)
    {
        if (request.Percent is < 0 or > 100 || decimal.Round(request.Percent, 1) != request.Percent)
            return Problem.Invalid(("完成进度应为 0 到 100，最多一位小数。", "Progress is a number from 0 to 100 with one decimal at most."));
        return string.IsNullOrWhiteSpace(request.Words) || request.Words.Length > ReportMeasureProgress.LongestWords
            ? Problem.Invalid(($"请填写进展情况，最多 {ReportMeasureProgress.LongestWords} 字。", $"Write what was done, in at most {ReportMeasureProgress.LongestWords} characters."))
            : null;
    }

    protected override async Task<Answer<MeasureReported>> Handle(ReportMeasureProgress request, CancellationToken cancel)
    {
        if (await book.Open(cancel) is not { } open || open.Programme.FindMeasure(request.Code) is not { Kind: MeasureKind.Task } measure)
            return MeasureBook.NoMeasure;
        if (open.Reporter(measure) is not { } reporter)
            return Problem.Invalid(("只有责任单位和配合单位可以报送进展。", "Only the owner and the bodies that work with it report progress."));
        if (Wrong(request, open, measure) is { } wrong)
            return wrong;
        var now = time.StoredNow();
        var (programme, month) = (open.Programme.Head.Code, PeriodNumber.Of(request.Month));
        var earlier = await db.Set<MeasureReport>().Where(report => report.Programme == programme && report.Measure == measure.Code && report.Month == month).MaxAsync(report => (int?)report.Version, cancel) ?? 0;
        var report = new MeasureReport
        {
            Id = Guid.CreateVersion7(now),
            Programme = programme,
            Measure = measure.Code,
            Month = month,
            Version = earlier + 1,
            Percent = request.Percent,
            Words = request.Words.Trim(),
            Milestones = [.. request.Milestones.Distinct()],
            Organisation = reporter.Name,
            By = caller.Caller.Name,
            At = now,
        };
        db.Add(report);
        if (await attachments.Claim(new AttachedTo(MeasuresModule.ReportSubject, $"{report.Id}"), request.Evidence, cancel) is { } refused)
            return refused;
        return new MeasureReported(report.Id, report.Version);
    }

    private static Problem? Wrong(ReportMeasureProgress request, OpenMeasures open, Measure measure)
    {
        if (!ReportableMonths.Of(measure, open.Programme.Head.Years, open.Today).Contains(request.Month))
            return Problem.Invalid(("只能报送近 12 个月内、任务开始以后的月份，不能报送以后的月份。", "Progress is reported for the last 12 months since the start of the work, and for none to come."));
        if (request.Milestones.FirstOrDefault(code => measure.Milestones?.Any(known => known.Code == code) != true) is { } unknown)
            return Problem.Invalid(($"任务没有节点 {unknown}。", $"The task has no milestone {unknown}."));
        var before = open.Latest.GetValueOrDefault(measure.Code);
        var isMore = (request.Percent == 100 && before?.Percent != 100) || request.Milestones.Any(code => before?.Milestones.Contains(code) != true);
        return isMore && request.Evidence.Count == 0
            ? Problem.Invalid(("报送完成任务或达到节点的，须上传佐证材料。", "Attach evidence where the work is done or a milestone is reached."))
            : null;
    }
}
