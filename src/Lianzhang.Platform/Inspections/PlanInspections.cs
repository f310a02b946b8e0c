using Lianzhang.Core.Inspections;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Inspections;

/// <summary>What was planned, and how many were left out because they were visited lately.</summary>
public sealed record PlannedInspections(Guid Draw, int Count, int Visited);

/// <summary>Plans visits for a theme: of those that are named, or of some that a seed draws.</summary>
/// <param name="Theme">Code of the theme.</param>
/// <param name="Due">The day by which they are done.</param>
/// <param name="Count">How many are drawn; not used when they are named.</param>
/// <param name="Seed">The seed of the draw.</param>
/// <param name="Region">A region with all that lies below it.</param>
/// <param name="Industry">For enterprises: an industry with its fields.</param>
/// <param name="Units">Codes of those who are named.</param>
public sealed record PlanInspections(string Theme, DateOnly Due, int Count = 0, int Seed = 0, string? Region = null, string? Industry = null, IReadOnlyList<string>? Units = null) : IRequest<PlannedInspections>
{
    public override string ToString() => $"{Theme} {Due:yyyy-MM-dd} seed {Seed}, {Units?.Count ?? Count} {Region} {Industry}";
}

internal sealed class PlanInspectionsSlice(LianzhangDb db, InspectionBook book, CurrentCaller caller, TimeProvider time) : Slice<PlanInspections, PlannedInspections>
{
    private const int Most = 200;
    private const int MostTold = 5;

    public override Permission Permission { get; } = new(InspectionBook.Planning, Changes: true);

    protected override Subject About(PlanInspections request) => new(Region: request.Region);

    protected override Problem? Validate(PlanInspections request)
    {
        if ((request.Units?.Count ?? request.Count) is < 1 or > Most)
            return Problem.Invalid(($"一次安排 1 至 {Most} 个检查对象。", $"1 to {Most} are planned at once."));
        return request.Due < time.Today() ? Problem.Invalid(("完成期限不能早于今天。", "The last day lies before today.")) : null;
    }

    protected override async Task<Answer<PlannedInspections>> Handle(PlanInspections request, CancellationToken cancel)
    {
        if (await book.Programme(cancel) is not { } published || published.Programme.Inspections.Find(request.Theme) is not { } theme)
            return Problem.Invalid(("没有这一检查主题。", "There is no such theme."));
        var candidates = await book.Candidates(theme, request.Region, request.Industry, cancel);
        var named = request.Units?.Select(code => code.Trim()).ToHashSet(StringComparer.Ordinal);
        if (named is not null && Refused([.. candidates.Where(unit => named.Contains(unit.Code))], named, theme) is { } refused)
            return refused;
        var drawn = PickUnits.Of([.. candidates.Where(unit => named is null || named.Contains(unit.Code))], named?.Count ?? request.Count, request.Seed, time.Today(), theme.MonthsBetween);
        if (drawn.Picked.Count == 0)
            return Problem.Conflict(($"没有可检查的对象：{drawn.Visited.Count} 个在 {theme.MonthsBetween} 个月内已检查或已安排。", $"There is nobody to visit: {drawn.Visited.Count} were visited or are planned within {theme.MonthsBetween} months."));
        var draw = Guid.CreateVersion7(time.GetUtcNow());
        db.AddRange(drawn.Picked.Select(unit => Planned(unit, request, theme, draw, published.Number)));
        db.Changes.Named.AddRange(drawn.Picked.Select(unit => unit.Name));
        return new PlannedInspections(draw, drawn.Picked.Count, drawn.Visited.Count);
    }

    // Who was named is told by name why it cannot be; of a draw they are only left out.
    private Problem? Refused(IReadOnlyList<InspectedUnit> found, HashSet<string> named, InspectionTheme theme)
    {
        if (named.Except(found.Select(unit => unit.Code)).FirstOrDefault() is { } missing)
            return Problem.Invalid(($"{missing} 不是本主题的检查对象，或不在您的权限范围内。", $"{missing} cannot be visited for the theme, or is not within your rights."));
        var visited = found.Where(unit => PickUnits.IsVisited(unit, time.Today(), theme.MonthsBetween)).ToList();
        if (visited.Count == 0)
            return null;
        var names = string.Join('、', visited.Take(MostTold).Select(unit => $"{unit.Name}（{unit.LastVisit:yyyy-MM-dd}）"));
        return Problem.Invalid((
            $"{names}{(visited.Count > MostTold ? $"等 {visited.Count} 个" : string.Empty)}在 {theme.MonthsBetween} 个月内已按“{theme.Name.Zh}”检查或安排过，不重复检查。",
            $"{names}: visited or planned for '{theme.Name.In(Language.English)}' within {theme.MonthsBetween} months; not visited twice."));
    }

    private Inspection Planned(InspectedUnit unit, PlanInspections request, InspectionTheme theme, Guid draw, int version) => new()
    {
        Id = Guid.CreateVersion7(time.GetUtcNow()),
        Draw = draw,
        ProgrammeVersion = version,
        Theme = theme.Code,
        ThemeName = theme.Name.Zh,
        ThemeNameEn = theme.Name.En,
        Of = theme.Of,
        Unit = unit.Code,
        UnitName = unit.Name,
        Region = unit.Region,
        PlannedOn = time.Today(),
        PlannedBy = caller.Caller.Name,
        Due = request.Due,
        State = InspectionState.Planned,
    };
}
