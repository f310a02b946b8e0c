using System.Text.Encodings.Web;
using System.Text.Json;
using Lianzhang.Core.Assessment;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Assessment;

/// <summary>Reads and writes assessments: nothing is done with one without an event that tells it, and no figures are ever written over.</summary>
internal sealed class AssessmentBook(LianzhangDb db, PublishedProgrammes programmes, OwnOrganisations own, ScoredCache cache, CurrentCaller caller, TimeProvider time)
{
    public const string Read = "assessments.read";
    public const string Manage = "assessments.manage";
    public const string Check = "assessments.check";
    public const string Decide = "assessments.decide";
    public const string Object = "assessments.object";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Problem NoRun { get; } = Problem.NotFound(("没有这次考核，或不在您的权限范围内。", "There is no such assessment within your rights."));

    public static Problem NoMember { get; } = Problem.NotFound(("考核对象中没有它。", "It is not among those assessed."));

    /// <summary>The programme in force where it has plans.</summary>
    public async Task<PublishedProgramme?> Rules(CancellationToken cancel) =>
        await programmes.Find(null, cancel) is { Programme.AssessmentSource: not null } published ? published : null;

    /// <summary>The assessments that the reader may see: who has no part in making them sees them from the day on which they are open to objections.</summary>
    public IQueryable<AssessmentRun> Runs
    {
        get
        {
            var makes = Makes;
            return db.Set<AssessmentRun>().Where(run => makes || run.State == AssessmentState.Publicity || run.State == AssessmentState.Sealed || run.State == AssessmentState.Published);
        }
    }

    /// <summary>What follows from an assessment, as far as the reader may see it.</summary>
    public IQueryable<AssessmentUsed> Uses(Guid run)
    {
        var makes = Makes;
        return db.Set<AssessmentUsed>().Where(use => use.RunId == run && (makes || use.State == UseState.Published));
    }

    public Task<AssessmentRun?> Find(Guid id, CancellationToken cancel) => Runs.SingleOrDefaultAsync(run => run.Id == id, cancel);

    /// <summary>The figures of an assessment by their number; those that count now where none is said. Null where there are none of that number.</summary>
    public async Task<ScoredFigures?> Figures(AssessmentRun run, int? number, CancellationToken cancel)
    {
        var wanted = number ?? run.Figures;
        var stored = db.Set<AssessmentFigures>().AsNoTracking().Where(figures => figures.RunId == run.Id && figures.Number == wanted);
        if (await stored.Select(figures => (Guid?)figures.Id).SingleOrDefaultAsync(cancel) is not { } id)
            return null;
        if (cache.Find(id) is { } cached)
            return cached;
        var found = await stored.SingleAsync(cancel);
        return cache.Keep(id, new AssessmentSheet(run.Programme, run.ProgrammeVersion, run.Plan, run.Of, found.Rules, JsonSerializer.Deserialize<IReadOnlyList<AssessedRow>>(found.Rows, Json)!));
    }

    /// <summary>Puts other figures in the place of those that count now, which are kept.</summary>
    public void Keep(AssessmentRun run, AssessmentSheet sheet, string why)
    {
        var now = time.StoredNow();
        db.Add(new AssessmentFigures
        {
            Id = Guid.CreateVersion7(now), RunId = run.Id, Number = ++run.Figures, Rules = sheet.Rules, Rows = JsonSerializer.Serialize(sheet.Rows, Json), Why = why, By = By, At = now,
        });
    }

    public void Note(AssessmentRun run, Text words)
    {
        var now = time.StoredNow();
        db.Add(new AssessmentEvent { Id = Guid.CreateVersion7(now), RunId = run.Id, Number = ++run.Events, At = now, By = By, Words = words.Zh, WordsEn = words.In(Language.English) });
    }

    public string By => caller.Caller == Caller.Product ? "系统" : caller.Caller.Name;

    public IQueryable<AssessmentObjection> Objections(Guid run) => db.Set<AssessmentObjection>().Where(objection => objection.RunId == run);

    public async Task<AssessmentStanding> Standing(AssessmentRun run, CancellationToken cancel) => new(
        run.State, run.MadeBy, run.ObjectBy, await Objections(run.Id).IgnoreQueryFilters().CountAsync(objection => objection.State == ObjectionState.Open, cancel));

    /// <summary>For which of those assessed the caller may object: its own region's government, or its own organisation.</summary>
    public async Task<IReadOnlyList<string>> ObjectsFor(AssessmentPlan plan, CancellationToken cancel)
    {
        var offices = await own.With(Object, cancel);
        return [.. plan.Groups.SelectMany(group => group.Members).Where(member => offices.Any(office => IsOf(plan, member, office.Code, office.Kind, office.Region)))];
    }

    /// <summary>Whether an organisation speaks for one of those assessed: as the government of the region, or as the organisation itself.</summary>
    public static bool IsOf(AssessmentPlan plan, string member, string code, OrganisationKind kind, string region) =>
        plan.Compares == AssessedKind.Regions ? region == member && kind == OrganisationKind.CountyGovernment : code == member;

    /// <summary>Of whom the reader may see what figures are made of: its own regions and organisations, unless it sees everything.</summary>
    public async Task<Func<string, bool>> SeesParts(CancellationToken cancel)
    {
        if (caller.Sight.IsUnlimited)
            return _ => true;
        var offices = (await own.With(Read, cancel)).Select(office => office.Code).ToHashSet(StringComparer.Ordinal);
        return member => caller.Sight.Regions.Contains(member) || offices.Contains(member);
    }

    private bool Makes => Holds(Manage) || Holds(Check) || Holds(Decide);

    /// <summary>Whether the caller holds a right.</summary>
    public bool Holds(string permission) => caller.Rights.Find(new Permission(permission, Changes: true), Subject.Whole, time.Today()) is not null;
}
