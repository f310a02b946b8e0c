using Lianzhang.Core.Registers;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>Finds the enterprises to which an instrument was not yet offered: who meets its conditions, who falls short, of whom it cannot be told.</summary>
/// <param name="Code">Code of the instrument.</param>
/// <param name="Readiness">Which of them are listed.</param>
/// <param name="Region">A region with all that lies below it.</param>
/// <param name="Page">The page, from 1.</param>
/// <param name="PageSize">Enterprises on a page.</param>
public sealed record MatchPolicy(string Code, Readiness Readiness = Readiness.Meets, string? Region = null, int Page = 1, int PageSize = 50) : IRequest<ReadyPage>;

/// <summary>Writes them to Excel: what <see cref="MatchPolicy"/> pages through.</summary>
public sealed record ExportMatches(Language Language, string Code, Readiness Readiness = Readiness.Meets, string? Region = null) : IRequest<RegisterWorkbook>;

internal sealed class MatchPolicySlice(PolicyMatches matches, TimeProvider time) : Slice<MatchPolicy, ReadyPage>
{
    private const int MostOnPage = 200;

    public override Permission Permission { get; } = new("policies.read", Changes: false, Recorded: true);

    protected override Subject About(MatchPolicy request) => new(Region: request.Region);

    protected override Problem? Validate(MatchPolicy request) => Paging.Check(request.Page, request.PageSize, MostOnPage);

    protected override async Task<Answer<ReadyPage>> Handle(MatchPolicy request, CancellationToken cancel)
    {
        var matched = await matches.Find(request.Code, request.Region, cancel);
        return matched.Succeeded(out var found) ? found.Page(request.Readiness, request.Page, request.PageSize, time.Today()) : matched.Problem!;
    }
}

internal sealed class ExportMatchesSlice(PolicyMatches matches, TimeProvider time) : Slice<ExportMatches, RegisterWorkbook>
{
    public override Permission Permission { get; } = new("policies.read", Changes: false, Recorded: true);

    protected override Subject About(ExportMatches request) => new(Region: request.Region);

    protected override async Task<Answer<RegisterWorkbook>> Handle(ExportMatches request, CancellationToken cancel)
    {
        var matched = await matches.Find(request.Code, request.Region, cancel);
        if (!matched.Succeeded(out var found))
            return matched.Problem!;
        var subject = (Text)($"{request.Code}，{RuleWords.Of(request.Readiness).Zh}", $"{request.Code}, {RuleWords.Of(request.Readiness).En}");
        return new RegisterWorkbook($"matches-{request.Code}-{time.Today():yyyy-MM-dd}.xlsx", found.Workbook(("政策匹配", "Matches of an instrument"), subject, request.Readiness, time.Today(), request.Language));
    }
}

/// <summary>Judges enterprises by the conditions of an instrument, and leaves out those to which it was offered.</summary>
internal sealed class PolicyMatches(LianzhangDb db, JudgeEnterprises judge, PublishedProgrammes programmes)
{
    public async Task<Answer<JudgedList>> Find(string code, string? region, CancellationToken cancel, IReadOnlyCollection<string>? only = null)
    {
        if (await db.Set<PolicyInstrument>().AsNoTracking().SingleOrDefaultAsync(policy => policy.Code == code, cancel) is not { } policy)
            return PolicyRules.NoPolicy;
        if ((await programmes.Find(null, cancel))?.Programme is not { } programme)
            return Problem.NotFound(("没有已发布的方案。", "No programme is published."));
        var read = CheckPolicy.Conditions(policy.Conditions, programme);
        if (!read.Succeeded(out var conditions))
            return Problem.Invalid(("现行方案下条件已不能判定，请修改政策的条件。", "Under the programme in force the conditions can no longer be judged; edit them."), read.Problem!.Faults);
        var offered = (await db.Set<PolicyOffer>().AsNoTracking().Where(offer => offer.Policy == code).Select(offer => offer.UnitId).ToListAsync(cancel)).ToHashSet();
        var judged = await judge.All(new JudgedBy(programme, PolicyRules.Conditions(policy, conditions), Region: region), cancel, only);
        return new JudgedList(programme, [.. judged.Where(one => !offered.Contains(one.Id))]);
    }
}
