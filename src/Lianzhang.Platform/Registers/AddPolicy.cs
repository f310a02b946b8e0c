using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>Registers an instrument of support.</summary>
public sealed record AddPolicy(string Code, PolicyEntry Entry) : IRequest<Done>;

/// <summary>Changes an instrument. What was offered before keeps its amount.</summary>
public sealed record EditPolicy(string Code, PolicyEntry Entry) : IRequest<Done>;

/// <summary>Closes an instrument: nothing more is offered of it, and what was offered goes on.</summary>
public sealed record ClosePolicy(string Code, string Reason) : IRequest<Done>;

internal sealed class AddPolicySlice(LianzhangDb db, PublishedProgrammes programmes, UnitBook book, TimeProvider time) : Slice<AddPolicy, Done>
{
    public override Permission Permission { get; } = new("policies.manage", Changes: true);

    protected override Problem? Validate(AddPolicy request) => CheckPolicy.Code(request.Code) ?? CheckPolicy.Entry(request.Entry);

    protected override async Task<Answer<Done>> Handle(AddPolicy request, CancellationToken cancel)
    {
        var entry = request.Entry;
        if (await PolicyRules.Fault(entry, programmes, cancel) is { } fault)
            return fault;
        if (await db.Set<PolicyInstrument>().AnyAsync(policy => policy.Code == request.Code, cancel))
            return Problem.Conflict(($"编码 {request.Code} 已有政策使用。", $"There is an instrument {request.Code} already."));
        db.Add(new PolicyInstrument
        {
            Code = request.Code,
            Name = entry.Name.Trim(),
            Issuer = entry.Issuer.Trim(),
            Industries = [.. entry.Industries],
            From = entry.From,
            To = entry.To,
            Budget = entry.Budget,
            Amount = entry.Amount,
            Conditions = entry.Conditions,
            Documents = entry.Documents,
            Delivery = entry.Delivery,
            Measure = entry.Measure,
            RecordedAt = time.GetUtcNow(),
        });
        book.Note(null, ($"登记惠企政策：{entry.Name.Trim()}", $"instrument registered: {entry.Name.Trim()}"));
        return Done.It;
    }
}

internal sealed class EditPolicySlice(LianzhangDb db, PublishedProgrammes programmes, UnitBook book) : Slice<EditPolicy, Done>
{
    public override Permission Permission { get; } = new("policies.manage", Changes: true);

    protected override Problem? Validate(EditPolicy request) => CheckPolicy.Entry(request.Entry);

    protected override async Task<Answer<Done>> Handle(EditPolicy request, CancellationToken cancel)
    {
        var entry = request.Entry;
        if (await PolicyRules.Fault(entry, programmes, cancel) is { } fault)
            return fault;
        if (await db.Set<PolicyInstrument>().SingleOrDefaultAsync(policy => policy.Code == request.Code, cancel) is not { } policy)
            return PolicyRules.NoPolicy;
        if (policy.ClosedAt is not null)
            return Problem.Conflict(("政策已关闭，不能修改。", "The instrument is closed and cannot be changed."));
        if (entry.Budget < await PolicyRules.Bound(db, policy.Code, cancel))
            return Problem.Invalid(($"预算低于已占用的 {Quantity.Number(await PolicyRules.Bound(db, policy.Code, cancel))} 万元。", $"The budget is below the {Quantity.Number(await PolicyRules.Bound(db, policy.Code, cancel))} 万元 that are bound."));
        (policy.Name, policy.Issuer, policy.Industries, policy.From, policy.To) = (entry.Name.Trim(), entry.Issuer.Trim(), [.. entry.Industries], entry.From, entry.To);
        (policy.Budget, policy.Amount, policy.Conditions, policy.Documents, policy.Delivery, policy.Measure) = (entry.Budget, entry.Amount, entry.Conditions, entry.Documents, entry.Delivery, entry.Measure);
        book.Note(null, ($"修改惠企政策：{policy.Name}", $"instrument changed: {policy.Name}"));
        return Done.It;
    }
}

internal sealed class ClosePolicySlice(LianzhangDb db, UnitBook book, TimeProvider time) : Slice<ClosePolicy, Done>
{
    public override Permission Permission { get; } = new("policies.manage", Changes: true);

    protected override Problem? Validate(ClosePolicy request) => EndTitleSlice.CheckReason(request.Reason);

    protected override async Task<Answer<Done>> Handle(ClosePolicy request, CancellationToken cancel)
    {
        if (await db.Set<PolicyInstrument>().SingleOrDefaultAsync(policy => policy.Code == request.Code, cancel) is not { } policy)
            return PolicyRules.NoPolicy;
        if (policy.ClosedAt is not null)
            return Problem.Conflict(("政策已关闭。", "The instrument is closed already."));
        (policy.ClosedAt, policy.CloseReason) = (time.GetUtcNow(), request.Reason.Trim());
        book.Note(null, ($"关闭惠企政策：{policy.Name}；{policy.CloseReason}", $"instrument closed: {policy.Name}; {policy.CloseReason}"));
        return Done.It;
    }
}

/// <summary>What instruments and offers are held to.</summary>
internal static class PolicyRules
{
    public static Problem NoPolicy { get; } = Problem.NotFound(("没有这项政策。", "There is no such instrument."));

    public static async Task<Problem?> Fault(PolicyEntry entry, PublishedProgrammes programmes, CancellationToken cancel) =>
        (await programmes.Find(null, cancel))?.Programme is not { } programme
            ? Problem.NotFound(("没有已发布的方案。", "No programme is published."))
            : CheckPolicy.Names(entry, programme) ?? CheckPolicy.Conditions(entry.Conditions, programme).Problem;

    /// <summary>What is set aside or paid, in 万元. Of the whole budget, whoever asks.</summary>
    public static async Task<decimal> Bound(LianzhangDb db, string policy, CancellationToken cancel) =>
        (await db.Set<PolicyOffer>().IgnoreQueryFilters().AsNoTracking().Where(offer => offer.Policy == policy && PolicyOffer.Binding.Contains(offer.State)).Select(offer => offer.DeliveredAmount ?? offer.Amount).ToListAsync(cancel)).Sum() ?? 0;

    /// <summary>The rules of an instrument, with that of its industries.</summary>
    public static IReadOnlyList<UnitCondition> Conditions(PolicyInstrument policy, PolicyConditions conditions) => policy.Industries.Count == 0
        ? conditions.All
        : [new UnitCondition(new UnitRule("industries", ("属于适用产业", "in one of its industries"), Attribute: UnitAttributes.Industry, In: policy.Industries)), .. conditions.All];
}
