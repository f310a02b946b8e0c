using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Registers;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Registers;

/// <summary>What a cluster made in a period, of the members that it had at the period's end.</summary>
/// <param name="Period">A year, or January to the last month reported.</param>
/// <param name="Members">How many there were.</param>
/// <param name="Reporting">How many of them reported output for all of the period; the others are not in the sums.</param>
/// <param name="Output">In 亿元; null when no member reported.</param>
/// <param name="Revenue">In 亿元.</param>
/// <param name="Growth">Of output over the same period of the year before, in percent.</param>
/// <param name="Cr4">Share of the four largest in percent.</param>
/// <param name="Hhi">Index of Herfindahl and Hirschman, from 0 to 1.</param>
/// <param name="ShareOfIndustry">Output over that of all enterprises of the cluster's industry, in percent.</param>
public sealed record ClusterPeriod(Period Period, int Members, int Reporting, decimal? Output, decimal? Revenue, decimal? Growth, decimal? Cr4, decimal? Hhi, decimal? ShareOfIndustry)
{
    /// <summary>The thresholds of the policy are for whole years.</summary>
    public bool IsOver(decimal threshold) => Period.Kind == PeriodKind.Year && Output > threshold;
}

/// <summary>Measures clusters by what their members reported.</summary>
internal sealed class ClusterMeasures(PublishedProgrammes programmes, StoredUnits units, StoredFacts facts, TimeProvider time)
{
    /// <summary>Null when no programme is published.</summary>
    public async Task<MeasuredClusters?> Read(CancellationToken cancel) => await programmes.Find(null, cancel) is { } published
        ? new MeasuredClusters(published.Programme, await units.All(cancel), await facts.All(published.Programme, cancel), time.Today())
        : null;
}

/// <summary>The registers and facts as they were read, asked for clusters.</summary>
internal sealed class MeasuredClusters(Programme programme, UnitRegister units, FactArrays facts, DateOnly today)
{
    private const decimal Yi = 100_000_000m;

    // A province has many clusters: its units are gone through once for a day and once for an industry, not for each of them.
    private readonly Dictionary<DateOnly, ILookup<string, ReportingUnit>> members = [];
    private readonly Dictionary<(string Industry, Period Period), decimal?> industries = [];

    public Programme Programme => programme;

    public DateOnly Today => today;

    /// <summary>The years of which all months are reported, then the months of the year after them; oldest first.</summary>
    public IReadOnlyList<Period> Periods()
    {
        var months = facts.PeriodsAsked(EnterpriseItems.Output).Where(period => period.Kind == PeriodKind.Month).ToHashSet();
        var found = new List<Period>();
        foreach (var year in months.Select(month => month.Year).Distinct().Order())
        {
            var last = Enumerable.Range(1, 12).TakeWhile(month => months.Contains(Period.OfMonth(year, month))).LastOrDefault();
            if (last == 12 || (last > 0 && year == months.Max(month => month.Year)))
                found.Add(Period.ToDate(year, last));
        }

        return found;
    }

    /// <summary>The last year of which all months are reported.</summary>
    public Period? LastYear() => Periods().Where(period => period.Kind == PeriodKind.Year).Select(period => (Period?)period).LastOrDefault();

    public int MembersToday(string cluster) => Members(cluster, today).Count();

    public ClusterPeriod Of(string cluster, string? industry, Period period)
    {
        var of = Members(cluster, period.End).ToList();
        var outputs = of.Select(unit => Amount(EnterpriseItems.Output, unit.Code, period)).OfType<decimal>().ToList();
        var before = Sum(EnterpriseItems.Output, Members(cluster, period.SamePeriodLastYear().End), period.SamePeriodLastYear());
        decimal? output = outputs.Count == 0 ? null : outputs.Sum();
        var whole = industry is null ? null : OfIndustry(industry, period);
        return new ClusterPeriod(
            period,
            of.Count,
            outputs.Count,
            Rounded(output / Yi),
            Rounded(Sum(EnterpriseItems.Revenue, of, period) / Yi),
            before > 0 ? Rounded((output / before - 1) * 100) : null,
            Rounded(Concentration.Cr4(outputs) * 100),
            Concentration.Hhi(outputs) is { } hhi ? Math.Round(hhi, 4) : null,
            whole > 0 ? Rounded(output / whole * 100) : null);
    }

    /// <summary>What one enterprise made in a period in yuan; null where it did not report all of it.</summary>
    public decimal? Amount(string item, string unit, Period period) =>
        facts.Find(item, ItemKind.Flow, unit, period) is { HasValue: true } reading ? reading.Amount : null;

    /// <summary>Whether somebody who sees only some industries sees the cluster: by its own or one above it.</summary>
    public bool IsSeen(string? industry, Sight sight)
    {
        var code = industry;
        for (var steps = 0; code is not null && steps <= programme.Industries.Count; steps++)
        {
            if (sight.Covers(new Subject(Industry: code)))
                return true;
            code = programme.Industries.FirstOrDefault(one => one.Code == code)?.Parent;
        }

        return industry is null;
    }

    private IEnumerable<ReportingUnit> Members(string cluster, DateOnly day)
    {
        if (!members.TryGetValue(day, out var found))
            members[day] = found = units.At(day).SelectMany(unit => unit.Of(UnitAttributes.Cluster), (unit, code) => (unit, code)).ToLookup(pair => pair.code, pair => pair.unit);
        return found[cluster];
    }

    private decimal? OfIndustry(string industry, Period period)
    {
        if (industries.TryGetValue((industry, period), out var known))
            return known;
        var tree = programme.Catalogue.Attributes[UnitAttributes.Industry].Values;
        return industries[(industry, period)] = Sum(EnterpriseItems.Output, units.At(period.End).Where(unit => unit.Of(UnitAttributes.Industry).Any(code => tree.IsWithin(code, industry))), period);
    }

    private decimal? Sum(string item, IEnumerable<ReportingUnit> of, Period period)
    {
        var amounts = of.Select(unit => Amount(item, unit.Code, period)).OfType<decimal>().ToList();
        return amounts.Count == 0 ? null : amounts.Sum();
    }

    private static decimal? Rounded(decimal? amount) => amount is { } known ? Math.Round(known, 2) : null;
}
