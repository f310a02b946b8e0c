using Lianzhang.Core.Values;

namespace Lianzhang.Core.Generation;

/// <summary>
/// What an industry of a city comes to in a year: through the figures that are published of whole years (items named after the
/// industry, such as biomedicine_output and biomedicine_revenue), and by the industry's usual growth before, between and after them.
/// </summary>
internal sealed class IndustryTotals
{
    private const int Anchor = 2025;
    private const decimal Wan = 10_000m;

    private readonly IndustryShape shape;
    private readonly List<(int Year, double Amount)> published;

    private IndustryTotals(IndustryShape shape, List<(int Year, double Amount)> output, List<(int Year, double Amount)> revenue)
    {
        this.shape = shape;
        published = output.Count > 0 ? output : [(Anchor, shape.Output * (double)Wan)];
        RevenueOverOutput = revenue.Count == 0 ? shape.Revenue : revenue[^1].Amount / Output(revenue[^1].Year);
    }

    public double RevenueOverOutput { get; }

    public static IndustryTotals Of(GenerationPlan plan, string? industry) => industry is null
        ? new IndustryTotals(IndustryShape.Other, [], [])
        : new IndustryTotals(IndustryShape.Of(industry), Published(plan, $"{industry}_output"), Published(plan, $"{industry}_revenue"));

    /// <summary>Output of a year in 万元.</summary>
    public double Output(int year)
    {
        var before = published.LastOrDefault(known => known.Year <= year);
        var after = published.FirstOrDefault(known => known.Year > year);
        if (before == default)
            return after.Amount * Grown(year - after.Year);
        if (after == default)
            return before.Amount * Grown(year - before.Year);
        return before.Amount + ((after.Amount - before.Amount) * (year - before.Year) / (after.Year - before.Year));
    }

    private double Grown(int years)
    {
        var factor = 1.0;
        for (var year = 0; year < Math.Abs(years); year++)
            factor *= 1 + shape.Growth;
        return years < 0 ? 1 / factor : factor;
    }

    private static List<(int Year, double Amount)> Published(GenerationPlan plan, string item)
    {
        var place = plan.Programme.Head.Region;
        return
        [
            .. plan.Figures
                .Where(figure => figure.Item == item && figure.Place == place && figure.Period.Kind == PeriodKind.Year && figure.Quantity.Unit.Dimension == Dimension.Yuan && figure.Qualifier.Length == 0)
                .GroupBy(figure => figure.Period.Year)
                .OrderBy(year => year.Key)
                .Select(year => (year.Key, (double)(year.First().Quantity.InBase / Wan))),
        ];
    }
}
