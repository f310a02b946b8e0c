using Lianzhang.Core.Judgement;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Measures;

/// <summary>How many reports were made up.</summary>
public sealed record FilledMeasures(int Reports);

/// <summary>
/// Makes up progress of the tasks that have days, for the months up to one, so that there is something to see in a store for trial. Once
/// anything was reported, nothing is done.
/// </summary>
public sealed record FillMeasures(Period Last) : IRequest<FilledMeasures>;

internal sealed class FillMeasuresSlice(LianzhangDb db, MeasureBook book, TimeProvider time) : Slice<FillMeasures, FilledMeasures>
{
    private const int Months = 3;

    // How much of what the time asks for is done, task by task, so that every light is seen; of the last nobody reports.
    private static readonly decimal[] Paces = [1.0m, 0.72m, 0.95m, 1.15m, 0.5m, 0.9m];

    public override Permission Permission { get; } = new("measures.fill", Changes: true, For: Audience.Product);

    protected override async Task<Answer<FilledMeasures>> Handle(FillMeasures request, CancellationToken cancel)
    {
        if (await book.Open(cancel) is not { } open)
            return MeasureBook.NothingPublished;
        if (await book.Reports(open.Programme.Head.Code).AnyAsync(cancel))
            return new FilledMeasures(0);
        var made = open.Programme.Measures.Where(measure => measure is { Kind: MeasureKind.Task, Start: not null, Deadline: not null }).SkipLast(1)
            .SelectMany((measure, index) => Enumerable.Range(1 - Months, Months).Select(back => Make(open.Programme, measure, MonthOf(request.Last, back), Paces[index % Paces.Length]))).ToList();
        db.AddRange(made);
        return new FilledMeasures(made.Count);
    }

    private static Period MonthOf(Period last, int back) => last.End.AddMonths(back) switch { var day => Period.OfMonth(day.Year, day.Month) };

    private MeasureReport Make(Programme programme, Measure measure, Period month, decimal pace)
    {
        var due = JudgeMeasure.Judge(new MeasureCase(measure.Start, measure.Deadline, []), null, month.End, programme.MeasureLights).Expected ?? 0;
        var now = time.StoredNow();
        return new MeasureReport
        {
            Id = Guid.CreateVersion7(now),
            Programme = programme.Head.Code,
            Measure = measure.Code,
            Month = PeriodNumber.Of(month),
            Version = 1,
            Percent = decimal.Round(Math.Min(due * pace, due >= 100 && pace >= 1 ? 100 : 99), 0),
            Words = "演示数据：本月按计划推进，未附佐证材料。",
            Milestones = [.. (measure.Milestones ?? []).Where(milestone => milestone.Due <= month.End).Select(milestone => milestone.Code).SkipLast(pace < 0.6m ? 1 : 0)],
            Organisation = programme.OrganisationName(measure.Owner).Zh,
            By = "示例",
            At = now,
        };
    }
}
