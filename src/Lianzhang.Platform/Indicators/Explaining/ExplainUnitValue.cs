using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Indicators.Explaining;

/// <summary>One version of what a unit said.</summary>
/// <param name="Period">The period that it said it of.</param>
/// <param name="Value">What it said.</param>
/// <param name="Origin">Where it comes from.</param>
/// <param name="Source">Title of the report or file.</param>
/// <param name="RecordedAt">Since when it is on record.</param>
/// <param name="Counts">Whether it is the one that counts.</param>
/// <param name="Report">The report, where the reader may open it.</param>
public sealed record ValueVersion(Period Period, ReportedValue Value, FactOrigin Origin, string Source, DateTimeOffset RecordedAt, bool Counts, Guid? Report);

/// <summary>Every version of what a unit said of an item in a period and its parts: the latest period first, and within it what was said last.</summary>
public sealed record UnitValueVersions(string Unit, string Name, Text Item, Unit? Measure, Period Period, IReadOnlyList<ValueVersion> Versions);

/// <summary>Opens a unit's value to its versions.</summary>
/// <param name="Unit">Code of the unit.</param>
/// <param name="Item">Code of the item.</param>
/// <param name="Period">The period, with the months that it is put together from.</param>
/// <param name="KnownAt">Only what was on record at an instant.</param>
public sealed record ExplainUnitValue(string Unit, string Item, Period Period, DateTimeOffset? KnownAt = null) : IRequest<UnitValueVersions>;

internal sealed class ExplainUnitValueSlice(LianzhangDb db, PublishedProgrammes programmes, Slice<ReadFacts, FactList> facts, ExplainSight sight) : Slice<ExplainUnitValue, UnitValueVersions>
{
    private const string FromReport = "report/";

    private static readonly Problem NoUnit = Problem.NotFound(("没有这个单位，或不在您的权限范围内。", "There is no such unit within your rights."));

    public override Permission Permission { get; } = new("registers.read", Changes: false, Recorded: true);

    protected override async Task<Answer<UnitValueVersions>> Handle(ExplainUnitValue request, CancellationToken cancel)
    {
        if (await db.Set<RegisteredUnit>().AsNoTracking().OrderBy(unit => unit.Id).FirstOrDefaultAsync(unit => unit.Code == request.Unit, cancel) is not { } unit)
            return NoUnit;
        if ((await programmes.Find(null, cancel))?.Programme.FindItem(request.Item) is not { } item)
            return Problem.NotFound(($"方案中没有数据项 {request.Item}。", $"The programme has no item {request.Item}."));
        var read = await facts.HandleAny(new ReadFacts([unit.Code], [item.Code], request.Period.Start, request.KnownAt, AllVersions: true), cancel);
        var said = (read.Value?.Facts ?? []).Where(fact => UnitValues.Touch(fact.Period, request.Period)).ToList();
        var reports = await Reports(said, cancel);
        var latest = said.DistinctBy(fact => fact.Period).ToHashSet();
        return new UnitValueVersions(unit.Code, unit.Name, item.Name, item.Unit, request.Period, [.. said.Select(fact =>
            new ValueVersion(fact.Period, fact.Value, fact.Origin, fact.Source, fact.RecordedAt, latest.Contains(fact), ReportOf(fact) is { } report && reports.Contains(report) ? report : null))]);
    }

    // Whoever reviews the report may open it; that the unit is seen, the filter of reports has seen to.
    private async Task<HashSet<Guid>> Reports(List<RecordedFact> said, CancellationToken cancel)
    {
        var ids = said.Select(ReportOf).OfType<Guid>().Distinct().ToList();
        var reviewed = sight.OfReviews;
        var found = await db.Set<Report>().AsNoTracking().Where(report => ids.Contains(report.Id)).Select(report => new { report.Id, report.Region }).ToListAsync(cancel);
        return [.. found.Where(report => reviewed.IsUnlimited || reviewed.Regions.Contains(report.Region)).Select(report => report.Id)];
    }

    private static Guid? ReportOf(RecordedFact fact) =>
        fact.Origin == FactOrigin.Report && fact.SourceId.StartsWith(FromReport, StringComparison.Ordinal) && Guid.TryParse(fact.SourceId[FromReport.Length..].Split('/')[0], out var report) ? report : null;
}

/// <summary>What values of units have in common.</summary>
internal static class UnitValues
{
    /// <summary>Whether two periods have a month in common.</summary>
    public static bool Touch(Period one, Period other) => one.Start <= other.End && one.End >= other.Start;
}
