using System.Text.Json;
using Lianzhang.Core.Inspections;
using Lianzhang.Core.Programmes;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Inspections;

/// <summary>An inspection with the theme as it was when the visit was planned.</summary>
internal sealed record OpenInspection(Inspection Inspection, InspectionTheme Theme)
{
    public IReadOnlyDictionary<string, string> Answers => InspectionBook.Read(Inspection.Answers);
}

/// <summary>Finds inspections and whom one may visit.</summary>
internal sealed class InspectionBook(LianzhangDb db, PublishedProgrammes programmes, FindEnterprises enterprises)
{
    public const string Planning = "inspections.plan";
    public const string Visiting = "inspections.visit";

    public static Problem NoInspection { get; } = Problem.NotFound(("没有这次检查，或不在您的权限范围内。", "There is no such inspection within your rights."));

    public static IReadOnlyDictionary<string, string> Read(string json) => json.Length == 0 ? new Dictionary<string, string>() : JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;

    public static string Write(IReadOnlyDictionary<string, string> answers) => JsonSerializer.Serialize(answers);

    public Task<PublishedProgramme?> Programme(CancellationToken cancel) => programmes.Find(null, cancel);

    public async Task<Answer<OpenInspection>> Find(Guid id, CancellationToken cancel)
    {
        if (await db.Set<Inspection>().SingleOrDefaultAsync(inspection => inspection.Id == id, cancel) is not { } found)
            return NoInspection;
        return new OpenInspection(found, (await programmes.Find(found.ProgrammeVersion, cancel))!.Programme.Inspections.Find(found.Theme)!);
    }

    /// <summary>The same, while it is still to be done.</summary>
    public async Task<Answer<OpenInspection>> FindPlanned(Guid id, CancellationToken cancel)
    {
        var answer = await Find(id, cancel);
        return answer.Succeeded(out var found) && found.Inspection.State != InspectionState.Planned
            ? Problem.Conflict(($"本次检查{InspectionWords.Of(found.Inspection.State).Zh}，不能再改。", $"The inspection is {InspectionWords.Of(found.Inspection.State).En} and is not changed any more."))
            : answer;
    }

    /// <summary>Who can be visited for a theme within one's rights, each with the last visit for it, done or planned.</summary>
    public async Task<IReadOnlyList<InspectedUnit>> Candidates(InspectionTheme theme, string? region, string? industry, CancellationToken cancel)
    {
        var all = theme.Of switch
        {
            InspectionOf.Units => await Enterprises(region, industry, cancel),
            InspectionOf.Parks => await Of(programme => programme.Places.Where(place => place.Kind == PlaceKind.Park).Select(place => new InspectedUnit(place.Code, place.Name.Zh, place.Region ?? programme.Head.Region)), cancel),
            InspectionOf.Measures => await Of(programme => programme.Measures.Where(measure => measure.Kind == MeasureKind.Task).Select(measure => new InspectedUnit(measure.Code, measure.Name.Zh, programme.Head.Region)), cancel),
        };
        // Whoever visited it: it is the visited one that is to be left in peace.
        var visits = await db.Set<Inspection>().IgnoreQueryFilters().Where(inspection => inspection.Theme == theme.Code && inspection.State != InspectionState.Cancelled)
            .Select(inspection => new { inspection.Unit, On = inspection.FinishedOn ?? inspection.Due }).ToListAsync(cancel);
        var last = visits.GroupBy(visit => visit.Unit).ToDictionary(group => group.Key, group => group.Max(visit => visit.On));
        return [.. all.Where(unit => theme.Of == InspectionOf.Units || IsSeen(unit, region)).Select(unit => last.TryGetValue(unit.Code, out var on) ? unit with { LastVisit = on } : unit)];
    }

    private bool IsSeen(InspectedUnit unit, string? region) => (db.Sight.IsUnlimited || db.Sight.Regions.Contains(unit.Region)) && (region is null || unit.Region == region);

    private async Task<IReadOnlyList<InspectedUnit>> Enterprises(string? region, string? industry, CancellationToken cancel) => await enterprises.Words(cancel) is { } words
        ? await enterprises.Today(new EnterpriseFilter(Region: region, Industry: industry), words).Select(unit => new InspectedUnit(unit.Code, unit.Name, unit.Region, null)).ToListAsync(cancel)
        : [];

    private async Task<IReadOnlyList<InspectedUnit>> Of(Func<Programme, IEnumerable<InspectedUnit>> choose, CancellationToken cancel) => await Programme(cancel) is { Programme: { } programme } ? [.. choose(programme)] : [];
}
