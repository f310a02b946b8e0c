using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>A region that was merged or split and the units that are still recorded in it.</summary>
public sealed record EndedRegion(string Code, Text Name, DateOnly To, IReadOnlyList<OtherRegion> Successors, int Units);

/// <summary>A region that took another's place.</summary>
public sealed record OtherRegion(string Code, Text Name);

/// <summary>The regions that have ended.</summary>
public sealed record EndedRegions(IReadOnlyList<EndedRegion> Regions);

/// <summary>Lists the regions that have ended, with how many units are still to be moved.</summary>
public sealed record ListEndedRegions : IRequest<EndedRegions>;

/// <summary>
/// Moves units of a region that has ended to the region that took its place, from the day after its last. Of a region that was split,
/// the units that go to one of its successors are named; the rest stays until it is told.
/// </summary>
/// <param name="Region">Code of the region that has ended.</param>
/// <param name="To">The successor; null where there is but one.</param>
/// <param name="Codes">The units that go there; null for all that are left.</param>
public sealed record MoveToSuccessors(string Region, string? To = null, IReadOnlyList<string>? Codes = null) : IRequest<UnitsMoved>
{
    public override string ToString() => $"{nameof(MoveToSuccessors)} {{ Region = {Region}, To = {To}, Codes = {Codes?.Count.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "all"} }}";
}

/// <summary>How many units were moved.</summary>
public sealed record UnitsMoved(int Count, string To);

internal sealed class ListEndedRegionsSlice(LianzhangDb db, RegisterWords register, CurrentCaller caller) : Slice<ListEndedRegions, EndedRegions>
{
    public override Permission Permission { get; } = new("registers.edit", Changes: false);

    protected override async Task<Answer<EndedRegions>> Handle(ListEndedRegions request, CancellationToken cancel)
    {
        if (await register.Load(cancel) is not { } words)
            return RegisterWords.NothingPublished;
        var ended = words.Programme.Regions.Where(region => region.To is not null && caller.Sight.Covers(new Subject(Region: region.Code))).ToList();
        var codes = ended.Select(region => region.Code).ToList();
        var units = await db.Set<RegisteredUnit>().Where(unit => unit.Kind == UnitKind.Enterprise && codes.Contains(unit.Region) && unit.Status != UnitStatus.Merged).GroupBy(unit => unit.Region).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(group => group.Key, group => group.Count, cancel);
        return new EndedRegions([.. ended.Select(region => new EndedRegion(
            region.Code, region.Name, region.To!.Value,
            [.. (region.Successors ?? []).Select(code => new OtherRegion(code, words.Programme.PlaceName(code)))],
            units.GetValueOrDefault(region.Code)))]);
    }
}

internal sealed class MoveToSuccessorsSlice(LianzhangDb db, RegisterWords register, UnitBook book, CurrentCaller caller, TimeProvider time) : Slice<MoveToSuccessors, UnitsMoved>
{
    public override Permission Permission { get; } = new("registers.edit", Changes: true);

    protected override Subject About(MoveToSuccessors request) => new(Region: request.Region);

    protected override async Task<Answer<UnitsMoved>> Handle(MoveToSuccessors request, CancellationToken cancel)
    {
        if (await register.Load(cancel) is not { } words)
            return RegisterWords.NothingPublished;
        if (words.Programme.Regions.FirstOrDefault(region => region.Code == request.Region) is not { } ended)
            return Problem.NotFound(($"方案中没有地区 {request.Region}。", $"The programme has no region {request.Region}."));
        if (Refused(ended, request, out var to) is { } refused)
            return refused;
        if (!caller.Sight.Covers(new Subject(Region: to)))
            return Problem.Invalid(("后继地区在权限范围以外，请由上级登记。", "The successor lies outside your rights; those whose rights reach both record the move."));
        var units = await Units(request, cancel);
        if (request.Codes is { } codes && codes.Except(units.Select(unit => unit.Code)).ToList() is { Count: > 0 } unknown)
            return Problem.Invalid(($"{ended.Name.Zh}没有登记 {string.Join('、', unknown.Take(5))}，没有迁移任何企业。", $"{string.Join(", ", unknown.Take(5))}: not recorded in {ended.Name.In(Language.English)}; nothing was moved."));
        await Move(units, ended, to, words, cancel);
        return new UnitsMoved(units.Count, to);
    }

    private Problem? Refused(Region ended, MoveToSuccessors request, out string to)
    {
        var successors = ended.Successors ?? [];
        to = request.To ?? (successors is [var only] ? only : string.Empty);
        if (ended.To is not { } last || successors.Count == 0)
            return Problem.Invalid(($"{ended.Name.Zh}没有终止日或后继地区，请先在方案的 regions.yaml 中写明。", $"{ended.Name.In(Language.English)} has no last day or no successors; give them in the programme's regions.yaml."));
        if (last >= time.Today())
            return Problem.Invalid(($"{ended.Name.Zh}到 {last:yyyy-MM-dd} 才终止。", $"{ended.Name.In(Language.English)} ends on {last:yyyy-MM-dd} only."));
        return successors.Contains(to) ? null
            : Problem.Invalid(($"请选择后继地区：{string.Join('、', successors)}。", $"Choose one of the successors: {string.Join(", ", successors)}."));
    }

    private async Task<List<RegisteredUnit>> Units(MoveToSuccessors request, CancellationToken cancel)
    {
        var all = db.Set<RegisteredUnit>().Where(unit => unit.Kind == UnitKind.Enterprise && unit.Region == request.Region && unit.Status != UnitStatus.Merged);
        if (request.Codes is null)
            return await all.OrderBy(unit => unit.Id).ToListAsync(cancel);
        var found = new List<RegisteredUnit>();
        foreach (var some in request.Codes.Distinct().Chunk(1_000))
            found.AddRange(await all.Where(unit => some.Contains(unit.Code)).ToListAsync(cancel));
        return found;
    }

    private async Task Move(List<RegisteredUnit> units, Region ended, string to, UnitWords words, CancellationToken cancel)
    {
        var day = ended.To!.Value.AddDays(1);
        var name = words.Programme.PlaceName(to);
        var pages = await book.OpenAll(units, cancel);
        foreach (var unit in units)
        {
            // One that was recorded there after the region's end was never there.
            var since = pages[unit.Id].Values.Where(value => value.Attribute == UnitAttributes.Region && value.Value == ended.Code && value.To is null).Select(value => value.From).DefaultIfEmpty(day).Max();
            var from = since > day ? since : day;
            pages[unit.Id].Set(UnitAttributes.Region, to, from);
            book.Note(unit.Id, (
                $"自 {from:yyyy-MM-dd} 起：地区由 {ended.Name.Zh} 改为 {name.Zh}（区划调整）",
                $"from {from:yyyy-MM-dd} on: region from {ended.Name.In(Language.English)} to {name.In(Language.English)} (regions changed)"));
        }

        book.Note(null, ($"{ended.Name.Zh}的 {units.Count} 个单位转入 {name.Zh}", $"{units.Count} units of {ended.Name.In(Language.English)} went to {name.In(Language.English)}"));
    }
}
