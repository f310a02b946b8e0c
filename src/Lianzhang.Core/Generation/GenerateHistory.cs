using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Generation;

/// <summary>The dated values of one enterprise: what it is called, where it lies, what it does, and how that changed.</summary>
internal sealed class GenerateHistory(GenerationPlan plan, CityGround ground)
{
    private static readonly string[] Suffixes = ["创新", "新程", "智造", "科创"];

    public IReadOnlyList<DatedValue> Of(FirmSketch firm)
    {
        var draw = Draw.For(plan.Seed, (long)Purpose.History, ground.City, firm.Number);
        var values = new List<DatedValue>();
        var industry = firm.Field is null ? null : ground.Industries[firm.Industry];
        Names(values, firm, industry?.Shape ?? IndustryShape.Other, ref draw);
        Changing(values, firm, UnitAttributes.Region, ground.Counties[firm.County].Code, ground.Counties[draw.Weighted(ground.CountyShares)].Code, 0.015, ref draw);
        if (industry is not null)
            Trade(values, firm, industry, ref draw);
        Changing(values, firm, UnitAttributes.Size, Size(firm.Standing), Size(firm.Standing - 0.08), 0.1, ref draw);
        Status(values, firm);
        Belonging(values, firm, industry, ref draw);
        // What lies ahead is not known.
        return [.. values.Where(value => value.From <= plan.Today).Select(value => value.To > plan.Today ? value with { To = null } : value)];
    }

    internal static string Size(double standing) => standing switch
    {
        > 0.985 => "large",
        > 0.86 => "medium",
        > 0.33 => "small",
        _ => "micro",
    };

    private void Names(List<DatedValue> values, FirmSketch firm, IndustryShape shape, ref Draw draw)
    {
        var place = ground.IsOwn ? ground.Counties[firm.County].Name : ground.Regions[0].Name;
        var name = EnterpriseNames.Of(place, firm.Number, draw.Of(shape.Trades), firm.Standing);
        Changing(values, firm, UnitAttributes.Name, name, name.Insert(place.Length + 2, draw.Of(Suffixes)), 0.02, ref draw);
    }

    private static void Trade(List<DatedValue> values, FirmSketch firm, CityGround.IndustryGround industry, ref Draw draw)
    {
        var (earlier, changed) = (firm.Field!, industry.Fields.Count > 1 && draw.Chance(0.01) ? ChangeDay(firm, ref draw) : null);
        if (changed is { } day)
            earlier = industry.Fields.First(field => field != firm.Field);
        State(values, firm, UnitAttributes.Industry, firm.Field!, earlier, changed);
        var (now, before) = (Class(firm.Field!, industry, ref draw), Class(earlier, industry, ref draw));
        if (now.Gb is null || before.Gb is null)
            return;
        State(values, firm, UnitAttributes.Gb, now.Gb, changed is null ? now.Gb : before.Gb, changed);
        values.Add(new DatedValue(UnitAttributes.Sei, now.IsWhole || draw.Chance(0.25) ? "whole" : "part", firm.Founded));
    }

    private static (string? Gb, bool IsWhole) Class(string field, CityGround.IndustryGround industry, ref Draw draw) =>
        industry.Classes[field] is { Count: > 0 } classes ? draw.Of(classes) : (null, false);

    private static void Status(List<DatedValue> values, FirmSketch firm)
    {
        values.Add(new DatedValue(UnitAttributes.Status, "active", firm.Founded, firm.Ended?.AddDays(-1)));
        if (firm.Ended is { } ended)
            values.Add(new DatedValue(UnitAttributes.Status, firm.MergedInto is null ? "closed" : "merged", ended));
    }

    // What one belongs to by one's work ends with the work.
    private void Belonging(List<DatedValue> values, FirmSketch firm, CityGround.IndustryGround? industry, ref Draw draw)
    {
        var last = firm.Ended?.AddDays(-1);
        if (firm.Cluster is { } cluster)
            values.Add(new DatedValue(UnitAttributes.Cluster, ground.Clusters[cluster].Code, firm.Founded.Year < 2020 ? Later(firm.Founded, new DateOnly(2019, 1, 1)) : new DateOnly(firm.Founded.Year + 1, 1, 1)));
        if (industry is null)
            return;
        if (ParkOf(firm, industry) is { } park && draw.Chance(0.4))
            values.Add(new DatedValue(UnitAttributes.Park, park.Code, firm.Founded.AddMonths(draw.Below(24)), last));
        if (ground.ChainNodes.Count > 0 && draw.Chance(0.8))
            values.Add(new DatedValue(UnitAttributes.ChainNode, draw.Of(ground.ChainNodes), firm.Founded, last));
        foreach (var (kind, chance) in new (string, double)[]
        {
            ("leading", firm.Standing > 0.985 ? 0.8 : 0),
            ("chain_master", firm.Standing > 0.995 ? 0.6 : 0),
            ("trump_card", firm.Standing is > 0.8 and < 0.985 ? 0.08 : 0),
            ("platform", industry.Shape.IsService ? 0.04 : 0.004),
        })
        {
            var from = Later(firm.Founded, new DateOnly(2019 + draw.Below(6), 1 + draw.Below(12), 1));
            if (draw.Chance(chance) && ground.Kinds.Contains(kind) && !(last < from))
                values.Add(new DatedValue(UnitAttributes.Kind, kind, from, last));
        }
    }

    // A park takes what its code speaks of: modern_medicine_port takes biomedicine.
    private Place? ParkOf(FirmSketch firm, CityGround.IndustryGround industry)
    {
        const int LongWord = 6;
        var (county, names) = (ground.Counties[firm.County], $"{industry.Code} {firm.Field}");
        return ground.Parks.FirstOrDefault(park => (park.Region is { } region ? region == county.Code : county.Kind == RegionKind.Zone)
            && park.Code.Split('_').Any(word => word.Length > LongWord && names.Contains(word, StringComparison.Ordinal)));
    }

    private static void Changing(List<DatedValue> values, FirmSketch firm, string attribute, string value, string earlier, double chance, ref Draw draw)
    {
        var changes = draw.Chance(chance);
        var day = ChangeDay(firm, ref draw);
        State(values, firm, attribute, value, earlier, changes && earlier != value ? day : null);
    }

    private static void State(List<DatedValue> values, FirmSketch firm, string attribute, string value, string earlier, DateOnly? changed)
    {
        if (changed is { } day && day > firm.Founded && !(firm.Ended <= day))
        {
            values.Add(new DatedValue(attribute, earlier, firm.Founded, day.AddDays(-1)));
            values.Add(new DatedValue(attribute, value, day));
        }
        else
        {
            values.Add(new DatedValue(attribute, value, firm.Founded));
        }
    }

    private static DateOnly? ChangeDay(FirmSketch firm, ref Draw draw)
    {
        var day = new DateOnly(2021 + draw.Below(6), 1 + draw.Below(12), 1 + draw.Below(28));
        return day > firm.Founded.AddYears(1) ? day : null;
    }

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
