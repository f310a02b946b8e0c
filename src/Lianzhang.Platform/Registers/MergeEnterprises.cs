using Lianzhang.Core.Facts;
using Lianzhang.Core.Registers;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>
/// From a day on two enterprises are one. Both histories and the facts of both stay; what was true of the merged one ends with the day
/// before, its titles with it, and it leads to the one that goes on.
/// </summary>
/// <param name="Merged">Code of the one that ends.</param>
/// <param name="Survivor">Code of the one that goes on.</param>
/// <param name="From">The first day on which they are one.</param>
public sealed record MergeEnterprises(string Merged, string Survivor, DateOnly From) : IRequest<EnterpriseCode>;

/// <summary>Says what a merger would do.</summary>
public sealed record PreviewMerger(string Merged, string Survivor, DateOnly From) : IRequest<MergerPreview>;

/// <summary>What a merger would do: what ends, and what goes on as it is.</summary>
public sealed record MergerPreview(EnterpriseRow Merged, EnterpriseRow Survivor, DateOnly From, IReadOnlyList<DatedWords> Ends, IReadOnlyList<HeldTitle> EndingTitles);

internal sealed class PreviewMergerSlice(PlanMerger plan, FindEnterprises enterprises) : Slice<PreviewMerger, MergerPreview>
{
    public override Permission Permission { get; } = new("registers.merge", Changes: false, Recorded: true);

    protected override async Task<Answer<MergerPreview>> Handle(PreviewMerger request, CancellationToken cancel)
    {
        var planned = await plan.Plan(request.Merged, request.Survivor, request.From, cancel);
        if (!planned.Succeeded(out var merger))
            return planned.Problem!;
        var rows = await enterprises.Rows([merger.Merged, merger.Survivor], merger.Words, cancel);
        return new MergerPreview(
            rows[0], rows[1], request.From,
            [.. merger.Ending.Select(value => new DatedWords(value.Attribute, UnitWords.Attribute(value.Attribute), value.Value, merger.Words.Value(value.Attribute, value.Value), value.From, value.To))],
            [.. merger.Titles.Select(grant => new HeldTitle(grant.Title, merger.Words.Value(UnitAttributes.Title, grant.Title), grant.Level, grant.Certificate, grant.GrantedOn, grant.LastDay))]);
    }
}

internal sealed class MergeEnterprisesSlice(PlanMerger plan, UnitBook book) : Slice<MergeEnterprises, EnterpriseCode>
{
    public override Permission Permission { get; } = new("registers.merge", Changes: true);

    protected override async Task<Answer<EnterpriseCode>> Handle(MergeEnterprises request, CancellationToken cancel)
    {
        var planned = await plan.Plan(request.Merged, request.Survivor, request.From, cancel);
        if (!planned.Succeeded(out var merger))
            return planned.Problem!;
        var (merged, survivor) = (merger.Merged, merger.Survivor);
        var pages = await book.Open(merged, cancel);
        foreach (var value in merger.Ending)
        {
            if (UnitAttributes.Several.Contains(value.Attribute))
                pages.Leave(value.Attribute, value.Value, request.From);
            else
                pages.Set(value.Attribute, null, request.From);
        }

        foreach (var grant in merger.Titles)
            book.End(grant, request.From.AddDays(-1), $"并入 {survivor.Name}（{survivor.Code}）");
        pages.Set(UnitAttributes.MergedInto, survivor.Code, request.From);
        pages.Set(UnitAttributes.Status, "merged", request.From);
        merged.MergedInto = survivor.Id;
        book.Note(merged.Id, ($"自 {request.From:yyyy-MM-dd} 起并入 {survivor.Name}（{survivor.Code}）", $"from {request.From:yyyy-MM-dd} on merged into {survivor.Name} ({survivor.Code})"));
        book.Note(survivor.Id, ($"自 {request.From:yyyy-MM-dd} 起并入 {merged.Name}（{merged.Code}），本企业存续", $"from {request.From:yyyy-MM-dd} on takes in {merged.Name} ({merged.Code}) and goes on"));
        return new EnterpriseCode(survivor.Code);
    }
}

/// <summary>A merger that can be done.</summary>
internal sealed record PlannedMerger(RegisteredUnit Merged, RegisteredUnit Survivor, UnitWords Words, IReadOnlyList<DatedValue> Ending, IReadOnlyList<TitleGrant> Titles);

/// <summary>Checks a merger and says what it ends.</summary>
internal sealed class PlanMerger(LianzhangDb db, RegisterWords register, UnitBook book, TimeProvider time)
{
    public async Task<Answer<PlannedMerger>> Plan(string merged, string survivor, DateOnly from, CancellationToken cancel)
    {
        if (await register.Load(cancel) is not { } words)
            return RegisterWords.NothingPublished;
        var (ends, goesOn) = (await Find(merged, cancel), await Find(survivor, cancel));
        if (ends is null || goesOn is null)
            return Enterprises.NotThere(ends is null ? merged : survivor);
        if (Refused(ends, goesOn) is { } refused)
            return refused;
        if (new CheckAttributes(words, time.Today()).Day(from) is { } day)
            return EnterpriseProblems.Of(day);
        var (values, others) = ((await book.Open(ends, cancel)).Values.ToList(), (await book.Open(goesOn, cancel)).Values);
        if (Later(First(values), First(others)) is { } first && from <= first)
            return Problem.Invalid(($"合并日应晚于两家企业最早的登记（{first:yyyy-MM-dd}）。", $"The merger must be later than the first that is recorded of both ({first:yyyy-MM-dd})."));
        var titles = await db.Set<TitleGrant>().Where(grant => grant.UnitId == ends.Id && grant.RetiredAt == null).ToListAsync(cancel);
        return new PlannedMerger(
            ends, goesOn, words,
            [.. values.Where(value => value.Attribute is not (UnitAttributes.Name or UnitAttributes.Status) && (value.To is null || value.To >= from))],
            [.. titles.Where(grant => grant.GrantedOn < from && (grant.LastDay is null || grant.LastDay >= from))]);
    }

    private static DateOnly? First(IEnumerable<DatedValue> values) => values.Select(value => (DateOnly?)value.From).Min();

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is null || other > one ? other : one;

    // A code may be of an enterprise and of something else; to be merged, an enterprise is meant first.
    private async Task<RegisteredUnit?> Find(string code, CancellationToken cancel)
    {
        var plain = CreditCode.Plain(code);
        var written = code.Trim();
        var found = await db.Set<RegisteredUnit>().Where(unit => unit.Code == plain || unit.Code == written).ToListAsync(cancel);
        return found.OrderBy(unit => unit.Kind).FirstOrDefault();
    }

    private static Problem? Refused(RegisteredUnit merged, RegisteredUnit survivor) =>
        merged.Id == survivor.Id ? Problem.Invalid(("不能与自身合并。", "An enterprise cannot be merged with itself."))
        : merged.Kind != survivor.Kind || merged.Kind != UnitKind.Enterprise ? Problem.Invalid(("只有企业与企业可以合并。", "Only enterprises can be merged with each other."))
        : merged.Status == UnitStatus.Merged ? Problem.Invalid(($"{merged.Name}已并入其他企业，不能再次合并。", $"{merged.Name} was merged already."))
        : survivor.Status is UnitStatus.Merged or UnitStatus.Closed ? Problem.Invalid(($"{survivor.Name}已并入其他企业或已注销，不能作为存续企业。", $"{survivor.Name} was merged or closed and cannot go on for another."))
        : null;
}
