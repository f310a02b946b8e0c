using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Boards;

/// <summary>Judges one target and says what is missing.</summary>
internal sealed class BuildRow(Programme programme, IndicatorSeries series, DateOnly asOf)
{
    private const int Decimals = 4;

    private readonly NameFigure named = new(programme);

    public BoardRow Build(Target target)
    {
        var indicator = programme.IndicatorOf(target.Indicator);
        return target.Qualifier == Qualifier.Qualitative ? Qualitative(target, indicator) : Numeric(target, indicator);
    }

    private BoardRow Numeric(Target target, Indicator indicator)
    {
        var unit = target.Unit ?? indicator.Unit!;
        var values = series.Of(indicator, programme.RegionOf(target));
        var actuals = values.ToDictionary(value => value.Period, value => new Actual(value.Period, unit.FromBase(value.Amount), FlagOf(value)));
        var goal = GoalOf(target, indicator);
        var judged = JudgeTarget.Judge(
            new TargetCase(goal, target.Deadline!.Value, PathOf(target, indicator, unit), indicator.Frequency, indicator.GraceMonths, unit.IsRatio),
            [.. actuals.Values],
            asOf,
            programme.Lights);
        var shown = judged.Latest is { } latest ? values.First(value => value.Period == latest.Period) : (PeriodValue?)null;

        return Row(target, indicator, judged.Light) with
        {
            Actual = shown is { } value ? ActualOf(value, unit) : null,
            Baseline = BaselineOf(target, unit),
            Expected = Rounded(judged.Expected),
            ExpectedAt = judged.ExpectedAt,
            Gap = Rounded(judged.Gap),
            RequiredGrowth = judged.RequiredGrowth is { } growth ? Math.Round(growth, 2, MidpointRounding.AwayFromZero) : null,
            RequiredGrowthUnit = judged.RequiredGrowth is null ? null : unit.IsRatio ? Unit.PercentagePoint : Unit.Percent,
            Verdict = judged.Verdict,
            Missing = judged.Light.Status is Status.NoData or Status.Stale ? Missing(target, indicator) : [],
        };
    }

    private BoardRow Qualitative(Target target, Indicator indicator)
    {
        var verdict = (target.Verdicts ?? []).Where(recorded => recorded.Date <= asOf).MaxBy(recorded => recorded.Date);
        var status = verdict is null ? Status.NoData : StatusOf(verdict.Result);
        var after = asOf > target.Deadline;
        var latest = series.Of(indicator, programme.RegionOf(target)) is [.., var last] ? last : (PeriodValue?)null;
        return Row(target, indicator, programme.Lights.Of(status)) with
        {
            Actual = latest is { } value ? ActualOf(value, indicator.Unit!) : null,
            Verdict = !after ? null : status switch { Status.Met => Verdict.Met, Status.Missed => Verdict.Missed, _ => Verdict.Unknown },
            Missing = verdict is null
                ? [new BoardMissing(null, ("认定结论", "a recorded verdict"), null, indicator.Owner, programme.OrganisationName(indicator.Owner)), .. latest is null ? Missing(target, indicator) : []]
                : [],
        };
    }

    private static Status StatusOf(VerdictResult result) => result switch
    {
        VerdictResult.Met => Status.Met,
        VerdictResult.OnTrack => Status.OnTrack,
        VerdictResult.Behind => Status.Behind,
        VerdictResult.NotMet => Status.Missed,
    };

    private BoardRow Row(Target target, Indicator indicator, Light light) => new(
        indicator.Code,
        indicator.Name,
        programme.RegionOf(target),
        programme.IndustryOf(target),
        target.Year,
        target.EveryYear,
        new BoardTarget(target.Value, target.Upper, target.Qualifier == Qualifier.Qualitative ? null : target.Unit ?? indicator.Unit, target.Qualifier, target.Statement),
        Actual: null,
        Baseline: null,
        Expected: null,
        ExpectedAt: null,
        Gap: null,
        RequiredGrowth: null,
        RequiredGrowthUnit: null,
        light.Status,
        light.Colour,
        light.Word,
        Verdict: null,
        Missing: [],
        target.Cite);

    private BoardActual ActualOf(PeriodValue value, Unit unit) => new(
        Rounded(unit.FromBase(value.Amount)),
        unit,
        value.Period,
        string.Join(";", value.Used.Select(figure => figure.Source.Title).Distinct()),
        FlagOf(value),
        [.. value.Used.Distinct().Select(named.Of)],
        !value.UsesUnits ? RegisterUse.None : series.IsGenerated ? RegisterUse.Generated : RegisterUse.Register);

    // A result is as firm as the least firm figure in it.
    public static FigureFlag FlagOf(PeriodValue value) => value.Used.Select(figure => figure.Flag).DefaultIfEmpty(FigureFlag.Final).Max();

    private static Goal GoalOf(Target target, Indicator indicator) =>
        new(target.Qualifier, indicator.Direction, target.Value!.Value, target.Upper, target.Tolerance ?? Goal.DefaultTolerance);

    public static Trajectory? PathOf(Target target, Indicator indicator, Unit unit)
    {
        if (target.Qualifier == Qualifier.Qualitative || BaselineOf(target, unit) is not { } baseline)
            return null;
        return new Trajectory(
            new PathStep(baseline.Period.End, baseline.Value),
            new PathStep(target.Deadline!.Value, GoalOf(target, indicator).Aim),
            target.Path,
            target.Steps);
    }

    private static BoardBaseline? BaselineOf(Target target, Unit unit) => target.Baseline is { } baseline
        ? new BoardBaseline(baseline.Unit is { } own ? new Quantity(baseline.Value, own).To(unit).Amount : baseline.Value, unit, baseline.Period, baseline.Source)
        : null;

    private IReadOnlyList<BoardMissing> Missing(Target target, Indicator indicator)
    {
        var due = LatestDue(target, indicator);
        if (series.At(indicator, programme.RegionOf(target), due)?.Reading is not { } reading)
            return [];
        // Where the due figures are there but not firm enough to judge by, it is the final ones that are owed.
        var missing = reading.Missing.Count > 0
            ? reading.Missing
            : [.. programme.Formulas[indicator.Code].Items.Select(item => new MissingFigure(item, programme.RegionOf(target), due, default))];
        return [.. missing.Select(figure => OwedBy(figure, indicator)).Distinct()];
    }

    private BoardMissing OwedBy(MissingFigure missing, Indicator indicator)
    {
        var item = programme.FindItem(missing.Item);
        var owner = item?.Owner ?? indicator.Owner;
        return new BoardMissing(missing.Item, programme.ItemName(missing.Item), missing.Period, owner, programme.OrganisationName(owner));
    }

    // The last period that has ended, and within the target year once that is over.
    private Period LatestDue(Target target, Indicator indicator)
    {
        var until = target.Deadline < asOf ? target.Deadline.Value : asOf;
        var frequency = indicator.Basis == IndicatorBasis.Year ? PeriodKind.Year : indicator.Frequency;
        return Period.LastEnded(frequency, until);
    }

    public static decimal Rounded(decimal amount) => Math.Round(amount, Decimals, MidpointRounding.AwayFromZero);

    private static decimal? Rounded(decimal? amount) => amount is { } some ? Rounded(some) : null;
}
