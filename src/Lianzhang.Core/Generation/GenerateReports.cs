using Lianzhang.Core.Facts;
using Lianzhang.Core.Registers;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Generation;

/// <summary>The monthly reports of one enterprise. What a month holds does not depend on which other months are asked for.</summary>
internal sealed class GenerateReports(GenerationPlan plan, CityGround ground, CityLevels levels)
{
    private const int DueDay = 10;
    private const double Revised = 0.025;
    private const double GapOfItem = 0.006;
    private const double NeverCame = 0.004;
    private const double Idle = 0.006;

    // Amounts that lead back to output; others are told later or not at all.
    private const int RevisedItems = 6;

    private static readonly string[] Reasons = ["口径调整，尚未核定", "计量装置检修", "资料未齐，待补报"];
    private static readonly string NoReport = "企业未报送";

    public IEnumerable<GeneratedReport> Of(FirmSketch firm, string code)
    {
        var traits = FirmTraits.Of(plan.Seed, ground.City, firm, levels.Shape(firm), levels.Totals(firm).RevenueOverOutput);
        for (var month = plan.First; month.CompareTo(plan.Last) <= 0; month = month.Shift(1))
        {
            if (!firm.IsThereIn(month.Year, month.FirstMonth))
                continue;
            var draw = Draw.For(plan.Seed, (long)Purpose.Report, ground.City, firm.Number, month.Year, month.FirstMonth);
            var on = month.End.AddDays(DueDay - 2 + draw.Below(6) + (draw.Chance(traits.Lateness) ? 15 + draw.Below(50) : 0));
            // Members of clusters are looked after: whoever is late sends it in the end.
            var came = !draw.Chance(NeverCame) || firm.Cluster is not null;
            var revision = draw.Chance(Revised) ? on.AddDays(25 + draw.Below(60)) : DateOnly.MaxValue;
            if (on > plan.Today)
                continue;
            var values = came ? Values(firm, traits, month) : Nothing();
            var isRevised = came && revision <= plan.Today;
            yield return new GeneratedReport(new UnitReport(code, month, isRevised ? Before(values, ref draw) : values), on, Revises: false);
            if (isRevised)
                yield return new GeneratedReport(new UnitReport(code, month, [.. values.Take(RevisedItems).Where(HasAmount).Select(value => value with { Flags = FactFlags.Revised })]), revision, Revises: true);
        }
    }

    private static ReportedValue[] Nothing() => [.. EnterpriseItems.All.Select(item => ReportedValue.Missing(item, NoReport))];

    private static bool HasAmount(ReportedValue value) => value.State is FactState.Value or FactState.Zero;

    // What was said first was a little wrong.
    private static ReportedValue[] Before(ReportedValue[] values, ref Draw draw)
    {
        var wrong = 1 + ((draw.Chance(0.5) ? 1 : -1) * draw.Between(0.01, 0.08));
        return [.. values.Select((value, index) => index < RevisedItems && HasAmount(value) ? Amount(value.Item, (double)value.Amount * wrong, value.Flags) : value)];
    }

    private ReportedValue[] Values(FirmSketch firm, FirmTraits traits, Period month)
    {
        var draw = Draw.For(plan.Seed, (long)Purpose.Month, ground.City, firm.Number, month.Year, month.FirstMonth);
        var flags = month == plan.Last ? FactFlags.Provisional : FactFlags.None;
        var usual = levels.Monthly(firm, month.Year);
        var output = draw.Chance(Idle) && firm.Standing < 0.9 ? 0 : usual * Seasons.Of(month.Year, month.FirstMonth) * (1 + (draw.Bell() * 0.05));
        var sales = output * traits.Sales * (1 + (draw.Bell() * 0.02));
        var revenue = output * traits.Revenue * (1 + (draw.Bell() * 0.02));
        var year = usual * 12 * traits.Revenue;
        var heads = Math.Max(3, Math.Floor(year / traits.PerHead * (1 + (draw.Bell() * 0.01))));
        var assets = year * traits.Assets * (1 + (draw.Bell() * 0.015));
        var values = new ReportedValue[EnterpriseItems.All.Count];
        var at = 0;

        void Put(double? amount) => values[at] = amount is { } known ? Amount(EnterpriseItems.All[at++], known, flags) : ReportedValue.NotApplicable(EnterpriseItems.All[at++]);

        Put(output);
        Put(sales);
        Put(revenue);
        Put(revenue * traits.Main);
        Put((revenue * (traits.Margin + (draw.Bell() * 0.03))) - (output == 0 ? usual * 0.02 : 0));
        Put(revenue * traits.Tax * (1 + (draw.Bell() * 0.1)));
        Put(revenue * traits.Research * (1 + (draw.Bell() * 0.15)));
        Put(traits.Exports * sales * (1 + (draw.Bell() * 0.2)));
        // Money is put in now and then, and then much of it.
        Put(draw.Chance(0.22) ? usual * draw.Between(0.05, 0.9) : 0);
        Put(output * traits.ValueAdded * (1 + (draw.Bell() * 0.03)));
        Put(traits.NewProducts * revenue * (1 + (draw.Bell() * 0.15)));
        Put(((output * 0.85) + (usual * 0.15)) * traits.Energy);
        Put(((output * 0.85) + (usual * 0.15)) * traits.Electricity);
        Put(Math.Floor(((output * 0.8) + (usual * 0.2)) * traits.Water));
        Put(heads);
        Put(Math.Floor(heads * traits.ResearchStaff));
        Put(assets);
        Put(assets * traits.Debt * (1 + (draw.Bell() * 0.02)));
        Put(assets * traits.Receivables * (1 + (draw.Bell() * 0.06)));
        Put(traits.Inventory * assets * (1 + (draw.Bell() * 0.06)));
        Gap(values, firm, ref draw);
        return values;
    }

    // Of one who reports, single values may be missing: rarely, and of members of clusters never those that clusters are measured by.
    private static void Gap(ReportedValue[] values, FirmSketch firm, ref Draw draw)
    {
        for (var at = firm.Cluster is null ? 0 : 3; at < values.Length; at++)
        {
            if (draw.Chance(GapOfItem))
                values[at] = ReportedValue.Missing(values[at].Item, draw.Of(Reasons));
        }
    }

    private static ReportedValue Amount(string item, double amount, FactFlags flags)
    {
        var hundredths = (long)Math.Floor((amount * 100) + 0.5);
        return ReportedValue.Of(item, new decimal((int)Math.Abs(hundredths), (int)(Math.Abs(hundredths) >> 32), 0, hundredths < 0, 2), flags);
    }
}
