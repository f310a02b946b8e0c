using Lianzhang.Core.Boards;
using Lianzhang.Core.Evaluating;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Measures;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Supervision;

namespace Lianzhang.Platform.Evaluation;

/// <summary>Looks back on the programme in force, by what is known now.</summary>
/// <param name="Kind">Which evaluation.</param>
/// <param name="AsOf">The day from which is looked back; by default the end of the last month, or of the programme where that is earlier.</param>
/// <param name="Region">Code of the region; the targets of the programme's own region and the orders of all if left out.</param>
public sealed record GetEvaluation(EvaluationKind Kind = EvaluationKind.MidTerm, DateOnly? AsOf = null, string? Region = null) : IRequest<EvaluationView>;

internal sealed class GetEvaluationSlice(CurrentBoard current, MeasureBook measures, Slice<FindEvaluatedOrders, EvaluatedOrders> orders, FindEffects effects, TimeProvider time) : Slice<GetEvaluation, EvaluationView>
{
    internal const string Right = "evaluation.read";

    public override Permission Permission { get; } = new(Right, Changes: false);

    protected override Subject About(GetEvaluation request) => new(Region: request.Region);

    protected override Problem? Validate(GetEvaluation request) => !Enum.IsDefined(request.Kind) ? Problem.Invalid(("没有这种评估。", "There is no such evaluation."))
        : request.AsOf > time.Today() ? Problem.Invalid(("截止日不能晚于今天。", "The day lies ahead."))
        : null;

    protected override async Task<Answer<EvaluationView>> Handle(GetEvaluation request, CancellationToken cancel)
    {
        if (await current.Inputs(cancel) is not { } inputs)
            return Problem.NotFound(CurrentBoard.NothingPublished);
        var programme = inputs.Programme;
        if (request.Region is { } asked && !programme.IsRegion(asked))
            return Problem.NotFound(($"方案中没有地区 {asked}。", $"The programme has no region {asked}."));
        var last = Period.OfYear(programme.Head.Years.Last).End;
        var day = request.AsOf ?? Earlier(Period.LastEnded(PeriodKind.Month, time.Today()).End, last);
        var found = (await orders.HandleAny(new FindEvaluatedOrders(day, request.Region), cancel)).Value!;
        var region = request.Region ?? programme.Head.Region;
        return new EvaluationView(
            programme.Head.Name,
            request.Kind,
            day,
            last,
            new BoardPlace(region, programme.PlaceName(region)),
            [.. programme.Targets.Select(programme.RegionOf).Append(programme.Head.Region).Distinct().Select(code => new BoardPlace(code, programme.PlaceName(code)))],
            Targets(inputs, day, region),
            await Branches(day, cancel),
            found.All,
            [.. found.All.GroupBy(order => order.Source).Select(group => OrderGroup.Of(group.Key, colour: null, [.. group])).OrderByDescending(group => group.Total)],
            [.. programme.Supervision.Levels.Select(level => OrderGroup.Of(level.Name, level.Colour, [.. found.All.Where(order => order.Level.Code == level.Code)])).Where(group => group.Total > 0)],
            await effects.Of(programme, day, found, cancel),
            inputs.Units.Register.IsGenerated);
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static IReadOnlyList<EvaluatedTarget> Targets(BoardInputs inputs, DateOnly day, string region) =>
    [
        .. inputs.Programme.Targets.Where(target => inputs.Programme.RegionOf(target) == region)
            .Select(target => inputs.Build(day, target, MembershipView.AsItWas)).Select(detail => new EvaluatedTarget(detail.Row, ForecastTarget.Of(detail))),
    ];

    private async Task<IReadOnlyList<EvaluatedBranch>> Branches(DateOnly day, CancellationToken cancel)
    {
        if (await measures.Open(day, cancel) is not { } open)
            return [];
        return [.. open.Programme.Measures.Where(measure => measure.Kind != MeasureKind.Task).Select(head => Branch(open, head)).Where(branch => branch.Tasks > 0)];
    }

    private static EvaluatedBranch Branch(OpenMeasures open, Measure head)
    {
        var tasks = open.Programme.Measures.Where(measure => measure.Kind == MeasureKind.Task && measure.Parent == head.Code).Select(open.Row).ToList();
        var reported = tasks.Where(task => task is { Percent: not null, Expected: not null }).ToList();
        return new EvaluatedBranch(
            head.Code,
            head.Name,
            head.Kind,
            tasks.Count,
            [.. tasks.GroupBy(task => task.Light).Select(same => new LightCount(same.Key, same.Count())).OrderByDescending(count => JudgeMeasure.Urgency(count.Light.Status))],
            tasks.Count(task => task.Percent == 100),
            tasks.Sum(task => task.Missed),
            Mean(reported, task => task.Percent),
            Mean(reported, task => task.Expected));
    }

    private static decimal? Mean(List<MeasureRow> tasks, Func<MeasureRow, decimal?> value) => tasks.Count == 0 ? null : decimal.Round(tasks.Average(value)!.Value, 1);
}
