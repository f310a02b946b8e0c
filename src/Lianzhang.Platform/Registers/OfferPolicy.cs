using Lianzhang.Core.Registers;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>What was offered.</summary>
/// <param name="Count">To how many enterprises.</param>
/// <param name="Amount">How much that binds, in 万元.</param>
/// <param name="WithoutAccount">How many of them have nobody who could confirm it here.</param>
public sealed record OffersMade(int Count, decimal Amount, int WithoutAccount);

/// <summary>Offers an instrument without anybody having applied: to enterprises that are named, or to all that meet its conditions.</summary>
/// <param name="Code">Code of the instrument.</param>
/// <param name="Units">Codes of the enterprises; null for all that meet the conditions and were not offered it yet.</param>
/// <param name="Due">The last day on which it may be confirmed.</param>
/// <param name="Region">For all: a region with all that lies below it.</param>
public sealed record OfferPolicy(string Code, IReadOnlyList<string>? Units, DateOnly Due, string? Region = null) : IRequest<OffersMade>
{
    public override string ToString() => $"{Code} {(Units is null ? $"all {Region}" : string.Join(' ', Units))} {Due:yyyy-MM-dd}";
}

internal sealed class OfferPolicySlice(LianzhangDb db, PolicyMatches matches, RightHolders holders, TellAccounts tell, UnitBook book, CurrentCaller caller, TimeProvider time) : Slice<OfferPolicy, OffersMade>
{
    /// <summary>The right of those who act for an enterprise.</summary>
    public const string Answering = "offers.answer";

    private const int MostNamed = 500;

    public override Permission Permission { get; } = new("policies.manage", Changes: true);

    protected override Subject About(OfferPolicy request) => new(Region: request.Region);

    protected override Problem? Validate(OfferPolicy request) => request.Units switch
    {
        { Count: 0 } => Problem.Invalid(("请选择企业。", "Choose enterprises.")),
        { Count: > MostNamed } => Problem.Invalid(($"一次最多选择 {MostNamed} 家企业。", $"At most {MostNamed} enterprises are chosen at once.")),
        _ => request.Due < time.Today() ? Problem.Invalid(("确认期限不能早于今天。", "The last day to confirm lies before today.")) : null,
    };

    protected override async Task<Answer<OffersMade>> Handle(OfferPolicy request, CancellationToken cancel)
    {
        if (await db.Set<PolicyInstrument>().AsNoTracking().SingleOrDefaultAsync(policy => policy.Code == request.Code, cancel) is not { } policy)
            return PolicyRules.NoPolicy;
        if (!policy.IsOpen(time.Today()))
            return Problem.Conflict(("政策未开始、已到期或已关闭，不能推送。", "The instrument is not in force and cannot be offered."));
        var named = request.Units?.Select(code => code.Trim()).ToHashSet(StringComparer.Ordinal);
        if (named is not null && await Again(policy, named, cancel) is { } again)
            return again;
        var matched = await matches.Find(policy.Code, request.Region, cancel, named);
        if (!matched.Succeeded(out var found))
            return matched.Problem!;
        var meeting = found.All.Where(one => one.Judgement.Readiness == Readiness.Meets).ToList();
        if (named is not null && Unfit(named, meeting, found) is { } unfit)
            return unfit;
        if (meeting.Count == 0)
            return Problem.Conflict(("没有符合条件且尚未推送的企业。", "No enterprise meets the conditions that was not offered it yet."));
        return await OverBudget(policy, meeting.Count, cancel) is { } over ? over : await Offer(policy, meeting, request.Due, cancel);
    }

    private async Task<Problem?> Again(PolicyInstrument policy, HashSet<string> named, CancellationToken cancel)
    {
        var offered = await (from offer in db.Set<PolicyOffer>()
                             join unit in db.Set<RegisteredUnit>() on offer.UnitId equals unit.Id
                             where offer.Policy == policy.Code && named.Contains(unit.Code)
                             select unit.Name).FirstOrDefaultAsync(cancel);
        return offered is null ? null : Problem.Conflict(($"{offered}已推送过本政策，每家企业只推送一次。", $"{offered} was offered the instrument already; each is offered it once."));
    }

    private static Problem? Unfit(HashSet<string> named, List<JudgedEnterprise> meeting, JudgedList found)
    {
        if (named.Except(meeting.Select(one => one.Code)).FirstOrDefault() is not { } missing)
            return null;
        if (found.All.FirstOrDefault(one => one.Code == missing) is not { } one)
            return Problem.Invalid(($"企业 {missing} 不在适用范围，或不在您的权限范围内。", $"The enterprise {missing} is not meant by the instrument, or not within your rights."));
        var rule = one.Judgement.Unmet.Concat(one.Judgement.Open).First();
        var says = RuleWords.Of(rule, found.Programme.ItemName);
        return Problem.Invalid(($"{one.Name}不符合条件“{rule.Rule.Name.Zh}”：{says.Zh}。", $"{one.Name} does not meet “{rule.Rule.Name.In(Language.English)}”: {says.In(Language.English)}."));
    }

    private async Task<Problem?> OverBudget(PolicyInstrument policy, int count, CancellationToken cancel)
    {
        if (policy is not { Budget: { } budget, Amount: { } amount })
            return null;
        var bound = await PolicyRules.Bound(db, policy.Code, cancel);
        var over = bound + (count * amount) - budget;
        return over <= 0 ? null : Problem.Invalid((
            $"预算 {Quantity.Number(budget)} 万元，已占用 {Quantity.Number(bound)} 万元，本次 {count} 家需 {Quantity.Number(count * amount)} 万元，超出 {Quantity.Number(over)} 万元。",
            $"Of the budget of {Quantity.Number(budget)} 万元, {Quantity.Number(bound)} are bound; {count} more take {Quantity.Number(count * amount)}, which exceeds it by {Quantity.Number(over)} 万元."));
    }

    private async Task<OffersMade> Offer(PolicyInstrument policy, List<JudgedEnterprise> meeting, DateOnly due, CancellationToken cancel)
    {
        var answering = await holders.ByOrganisation(Answering, cancel);
        foreach (var one in meeting)
        {
            db.Add(new PolicyOffer
            {
                Policy = policy.Code,
                UnitId = one.Id,
                State = OfferState.Offered,
                Amount = policy.Amount,
                OfferedAt = time.GetUtcNow(),
                OfferedBy = caller.Caller.Name,
                OfferedByAccount = caller.Caller.Account,
                Due = due,
            });
            book.Note(one.Id, ($"推送惠企政策：{policy.Name}", $"offered: {policy.Name}"));
            foreach (var clerk in answering[one.Code])
                tell.Tell(clerk, ($"可享受惠企政策“{policy.Name}”，请于 {due:yyyy-MM-dd} 前确认。", $"You may have “{policy.Name}”; confirm it by {due:yyyy-MM-dd}."), "/offers");
        }

        db.Changes.Named.AddRange(meeting.Select(one => one.Name));
        return new OffersMade(meeting.Count, meeting.Count * (policy.Amount ?? 0), meeting.Count(one => !answering.Contains(one.Code)));
    }
}
