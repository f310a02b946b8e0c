using Lianzhang.Core.Explaining;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Figures;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators.Explaining;

/// <summary>Which number is asked about.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Region">Code of the region; the programme's own if null.</param>
/// <param name="Period">The period; the latest with a value if null.</param>
/// <param name="KnownAt">As it was on record at an instant; as it is now if null.</param>
public sealed record NumberQuery(string Indicator, string? Region = null, Period? Period = null, DateTimeOffset? KnownAt = null);

/// <summary>A number with all that it rests on.</summary>
internal sealed record FoundNumber(BoardInputs Inputs, Indicator Indicator, Formula Formula, string Region, Period Period, IReadOnlyList<Period> Periods, DateOnly AsOf)
{
    public Programme Programme => Inputs.Programme;

    public FormulaContext Context { get; } = ContextOf(Inputs, Region, Period, AsOf);

    public Text Words(Formula of) => WordsOf(Programme, of);

    public static Text WordsOf(Programme programme, Formula of) => (of.InWords(programme.NameOfCode, Language.Chinese), of.InWords(programme.NameOfCode, Language.English));

    public static FormulaContext ContextOf(BoardInputs inputs, string region, Period period, DateOnly asOf) =>
        new(new FactTable(SettleFigures.Settle(inputs.Figures.Figures, asOf).Figures, inputs.Units), inputs.Programme.Catalogue, inputs.Programme.Formulas.GetValueOrDefault, region, period);
}

/// <summary>Finds the number that is asked about.</summary>
internal sealed class FindNumber(CurrentBoard current)
{
    public async Task<Answer<FoundNumber>> Find(NumberQuery query, CancellationToken cancel)
    {
        if (await current.Known(query.KnownAt, cancel) is not { } inputs)
            return Problem.NotFound(CurrentBoard.NothingPublished);
        var programme = inputs.Programme;
        var region = query.Region ?? programme.Head.Region;
        if (!programme.IsRegion(region))
            return Problem.NotFound(($"方案中没有地区 {region}。", $"The programme has no region {region}."));
        if (programme.FindIndicator(query.Indicator) is not { Unit: not null } indicator || !programme.Formulas.TryGetValue(indicator.Code, out var formula))
            return Problem.NotFound(($"方案中没有可计算的指标 {query.Indicator}。", $"The programme has no indicator {query.Indicator} that is computed."));
        var asOf = current.DayOf(query.KnownAt);
        var figures = SettleFigures.Settle(inputs.Figures.Figures, asOf).Figures;
        var periods = inputs.Read(units => ExplainedPeriods.Of(programme, new FactTable(figures, units), asOf, indicator, region));
        // Without any value the period that is due says what is missing.
        var period = query.Period ?? (periods is [.., var last] ? last : Period.LastEnded(indicator.Basis == IndicatorBasis.Year ? PeriodKind.Year : indicator.Frequency, asOf));
        return new FoundNumber(inputs, indicator, formula, region, period, periods, asOf);
    }
}
