using Lianzhang.Core.Values;

namespace Lianzhang.Core.Generation;

/// <summary>What stays with an enterprise from month to month: how it earns, what it owes, what it never has.</summary>
internal sealed class FirmTraits
{
    private FirmTraits(ref Draw draw, FirmSketch firm, IndustryShape shape, double revenueOverOutput)
    {
        IsService = shape.IsService;
        Sales = draw.Between(0.95, 1.01);
        Revenue = revenueOverOutput * draw.Between(0.96, 1.04);
        Main = draw.Between(0.93, 1);
        Margin = shape.Margin + (draw.Bell() * 0.045);
        Tax = draw.Between(0.018, 0.05);
        Research = firm.Inventive < 900 ? shape.Research * draw.Between(0.6, 1.7) : draw.Chance(0.35) ? 0 : shape.Research * draw.Between(0.1, 0.7);
        // Not applicable without a licence to trade abroad, zero with one that is not used.
        Exports = draw.Fraction() switch
        {
            < 0.42 => null,
            < 0.62 => 0,
            _ => draw.Between(0.02, 0.4),
        };
        ValueAdded = draw.Between(0.2, 0.36) + (IsService ? 0.12 : 0);
        NewProducts = IsService ? null : Research > 0 ? draw.Between(0.03, 0.45) : 0;
        Energy = shape.Energy * draw.Between(0.5, 1.6) / 100;
        Electricity = Energy * draw.Between(0.8, 1.6) / 10;
        Water = draw.Between(0.4, 5);
        PerHead = shape.PerHead * Draw.Exp(draw.Bell() * 0.3);
        ResearchStaff = Research > 0 ? draw.Between(0.03, 0.22) : 0;
        Assets = draw.Between(0.7, 2.1);
        Debt = draw.Between(0.28, 0.82);
        Receivables = draw.Between(0.05, 0.28);
        Inventory = IsService ? null : draw.Between(0.04, 0.22);
        // Most are in time, some hardly ever.
        Lateness = draw.Chance(0.1) ? 0.3 : 0.03;
    }

    public bool IsService { get; }

    public double Sales { get; }

    public double Revenue { get; }

    public double Main { get; }

    public double Margin { get; }

    public double Tax { get; }

    public double Research { get; }

    public double? Exports { get; }

    public double ValueAdded { get; }

    public double? NewProducts { get; }

    public double Energy { get; }

    public double Electricity { get; }

    public double Water { get; }

    public double PerHead { get; }

    public double ResearchStaff { get; }

    public double Assets { get; }

    public double Debt { get; }

    public double Receivables { get; }

    public double? Inventory { get; }

    public double Lateness { get; }

    public static FirmTraits Of(ulong seed, int city, FirmSketch firm, IndustryShape shape, double revenueOverOutput)
    {
        var draw = Draw.For(seed, (long)Purpose.Firm, city, firm.Number);
        return new FirmTraits(ref draw, firm, shape, revenueOverOutput);
    }
}
