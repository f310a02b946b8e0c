using Lianzhang.Core.Programmes;
using Lianzhang.Core.Registers;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>Whether an instrument can be offered.</summary>
public enum PolicyState
{
    Open,
    NotYet,
    Over,
    Closed,
}

/// <summary>The words for instruments.</summary>
public static class PolicyStateWords
{
    public static Text Of(PolicyState state) => state switch
    {
        PolicyState.Open => ("执行中", "in force"),
        PolicyState.NotYet => ("未开始", "not yet"),
        PolicyState.Over => ("已到期", "over"),
        PolicyState.Closed => ("已关闭", "closed"),
    };
}

/// <summary>How many enterprises an instrument has reached, step by step, and how much of its budget is bound and paid, in 万元.</summary>
/// <param name="Offered">To how many it was offered.</param>
/// <param name="Confirmed">How many of them confirmed it.</param>
/// <param name="Approved">For how many it was decided.</param>
/// <param name="Delivered">How many got it.</param>
/// <param name="Declined">How many declined it or let the day pass.</param>
/// <param name="ToDecide">How many wait for a decision.</param>
/// <param name="ToDeliver">How many wait for what was decided.</param>
/// <param name="Bound">What is set aside or paid of the budget.</param>
/// <param name="Paid">What was paid or delivered.</param>
public sealed record PolicyNumbers(int Offered, int Confirmed, int Approved, int Delivered, int Declined, int ToDecide, int ToDeliver, decimal Bound, decimal Paid);

/// <summary>An instrument of support.</summary>
public sealed record PolicyView(
    string Code, string Name, string Issuer, IReadOnlyList<Text> Industries, DateOnly From, DateOnly To, decimal? Budget, decimal? Amount,
    PolicyDelivery Delivery, string? Documents, string? Measure, Text? MeasureName, PolicyState State, string? CloseReason, PolicyNumbers Numbers)
{
    internal static PolicyView Of(PolicyInstrument policy, PolicyNumbers numbers, Programme? programme, DateOnly today) => new(
        policy.Code, policy.Name, policy.Issuer, [.. policy.Industries.Select(code => programme?.NameOfCode(code) ?? new Text(code))], policy.From, policy.To, policy.Budget, policy.Amount,
        policy.Delivery, policy.Documents, policy.Measure, programme?.Measures.FirstOrDefault(measure => measure.Code == policy.Measure)?.Name, StateOf(policy, today), policy.CloseReason, numbers);

    private static PolicyState StateOf(PolicyInstrument policy, DateOnly today) => policy switch
    {
        { ClosedAt: not null } => PolicyState.Closed,
        _ when today < policy.From => PolicyState.NotYet,
        _ when today > policy.To => PolicyState.Over,
        _ => PolicyState.Open,
    };
}

/// <summary>A condition as it is told: its name and what it asks.</summary>
public sealed record ConditionView(Text Name, Text Asks, string? Note)
{
    internal static ConditionView Of(UnitCondition condition, Programme programme) => new(condition.Rule.Name, RuleWords.Asks(condition, programme.NameOfCode), condition.Rule.Note);
}

/// <summary>Counts offers by instrument and step.</summary>
internal sealed class CountOffers(LianzhangDb db)
{
    /// <summary>The numbers of instruments over the enterprises that the caller may see; of the budget, over all.</summary>
    public async Task<Func<string, PolicyNumbers>> Of(IReadOnlyCollection<string> policies, CancellationToken cancel)
    {
        var offers = await db.Set<PolicyOffer>().AsNoTracking().Where(offer => policies.Contains(offer.Policy))
            .Select(offer => new { offer.Policy, offer.State }).ToListAsync(cancel);
        var amounts = await db.Set<PolicyOffer>().IgnoreQueryFilters().AsNoTracking().Where(offer => policies.Contains(offer.Policy) && PolicyOffer.Binding.Contains(offer.State))
            .Select(offer => new { offer.Policy, offer.State, Amount = offer.DeliveredAmount ?? offer.Amount }).ToListAsync(cancel);
        var (byPolicy, money) = (offers.ToLookup(offer => offer.Policy), amounts.ToLookup(offer => offer.Policy));
        return code => new PolicyNumbers(
            byPolicy[code].Count(),
            byPolicy[code].Count(offer => offer.State is OfferState.Confirmed or OfferState.Approved or OfferState.Refused or OfferState.Delivered),
            byPolicy[code].Count(offer => offer.State is OfferState.Approved or OfferState.Delivered),
            byPolicy[code].Count(offer => offer.State == OfferState.Delivered),
            byPolicy[code].Count(offer => offer.State is OfferState.Declined or OfferState.Expired),
            byPolicy[code].Count(offer => offer.State == OfferState.Confirmed),
            byPolicy[code].Count(offer => offer.State == OfferState.Approved),
            money[code].Sum(offer => offer.Amount) ?? 0,
            money[code].Where(offer => offer.State == OfferState.Delivered).Sum(offer => offer.Amount) ?? 0);
    }
}
