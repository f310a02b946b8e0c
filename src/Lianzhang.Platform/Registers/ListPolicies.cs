using Lianzhang.Core.Values;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>Every instrument of support, those in force first.</summary>
public sealed record PolicyList(IReadOnlyList<PolicyView> Policies);

/// <summary>Lists the instruments of support.</summary>
/// <param name="Measure">Only those that serve this measure of the programme.</param>
public sealed record ListPolicies(string? Measure = null) : IRequest<PolicyList>;

/// <summary>An instrument with its conditions.</summary>
/// <param name="Policy">The instrument.</param>
/// <param name="Conditions">The conditions in words.</param>
/// <param name="Source">The conditions as they are written.</param>
/// <param name="IndustryCodes">Codes of its industries.</param>
public sealed record PolicyFile(PolicyView Policy, IReadOnlyList<ConditionView> Conditions, string Source, IReadOnlyList<string> IndustryCodes);

/// <summary>Reads an instrument.</summary>
public sealed record GetPolicy(string Code) : IRequest<PolicyFile>;

/// <summary>What one chooses from when an instrument is registered.</summary>
public sealed record PolicyChoices(IReadOnlyList<RegisterChoice> Industries, IReadOnlyList<RegisterChoice> Measures);

/// <summary>Lists the industries and measures that an instrument can name.</summary>
public sealed record ListPolicyChoices : IRequest<PolicyChoices>;

/// <summary>Writes the instruments to Excel: what <see cref="ListPolicies"/> lists.</summary>
public sealed record ExportPolicies(Language Language) : IRequest<RegisterWorkbook>;

internal sealed class ListPoliciesSlice(LianzhangDb db, CountOffers count, PublishedProgrammes programmes, TimeProvider time) : Slice<ListPolicies, PolicyList>
{
    public override Permission Permission { get; } = new("policies.read", Changes: false);

    protected override async Task<Answer<PolicyList>> Handle(ListPolicies request, CancellationToken cancel)
    {
        var all = await db.Set<PolicyInstrument>().AsNoTracking().Where(policy => request.Measure == null || policy.Measure == request.Measure).OrderBy(policy => policy.To).ThenBy(policy => policy.Code).ToListAsync(cancel);
        var (numbers, programme, today) = (await count.Of([.. all.Select(policy => policy.Code)], cancel), (await programmes.Find(null, cancel))?.Programme, time.Today());
        return new PolicyList([.. all.Select(policy => PolicyView.Of(policy, numbers(policy.Code), programme, today)).OrderBy(policy => policy.State)]);
    }
}

internal sealed class GetPolicySlice(LianzhangDb db, CountOffers count, PublishedProgrammes programmes, TimeProvider time) : Slice<GetPolicy, PolicyFile>
{
    public override Permission Permission { get; } = new("policies.read", Changes: false);

    protected override async Task<Answer<PolicyFile>> Handle(GetPolicy request, CancellationToken cancel)
    {
        if (await db.Set<PolicyInstrument>().AsNoTracking().SingleOrDefaultAsync(policy => policy.Code == request.Code, cancel) is not { } policy)
            return PolicyRules.NoPolicy;
        var programme = (await programmes.Find(null, cancel))?.Programme;
        // Under a later programme its conditions may no longer be readable; the instrument itself is.
        var conditions = programme is null ? null : CheckPolicy.Conditions(policy.Conditions, programme).Value;
        return new PolicyFile(
            PolicyView.Of(policy, (await count.Of([policy.Code], cancel))(policy.Code), programme, time.Today()),
            [.. (conditions?.All ?? []).Select(condition => ConditionView.Of(condition, programme!))],
            policy.Conditions,
            policy.Industries);
    }
}

internal sealed class ListPolicyChoicesSlice(PublishedProgrammes programmes) : Slice<ListPolicyChoices, PolicyChoices>
{
    public override Permission Permission { get; } = new("policies.manage", Changes: false);

    protected override async Task<Answer<PolicyChoices>> Handle(ListPolicyChoices request, CancellationToken cancel) => (await programmes.Find(null, cancel))?.Programme is { } programme
        ? new PolicyChoices([.. programme.Industries.Select(industry => new RegisterChoice(industry.Code, industry.Name))], [.. programme.Measures.Select(measure => new RegisterChoice(measure.Code, measure.Name))])
        : new PolicyChoices([], []);
}

internal sealed class ExportPoliciesSlice(Slice<ListPolicies, PolicyList> list, TimeProvider time) : Slice<ExportPolicies, RegisterWorkbook>
{
    public override Permission Permission { get; } = new("policies.read", Changes: false);

    protected override async Task<Answer<RegisterWorkbook>> Handle(ExportPolicies request, CancellationToken cancel)
    {
        var listed = await list.HandleAny(new ListPolicies(), cancel);
        var columns = new WorkbookColumns<PolicyView>()
            .Text(("政策", "instrument"), 34, row => row.Name)
            .Text(("编码", "code"), 18, row => row.Code)
            .Text(("发布单位", "issuer"), 22, row => row.Issuer)
            .Text(("适用产业", "industries"), 24, row => Text.Join(row.Industries))
            .Date(("开始", "from"), row => row.From)
            .Date(("截止", "to"), row => row.To)
            .Text(("状态", "state"), 9, row => PolicyStateWords.Of(row.State))
            .Text(("兑现方式", "gives"), 11, row => PolicyWords.Of(row.Delivery))
            .Number(("每家金额（万元）", "amount, 万元"), row => row.Amount)
            .Number(("预算（万元）", "budget, 万元"), row => row.Budget)
            .Number(("已占用（万元）", "bound, 万元"), row => row.Numbers.Bound)
            .Number(("已兑现（万元）", "paid, 万元"), row => row.Numbers.Paid)
            .Whole(("推送", "offered"), row => row.Numbers.Offered)
            .Whole(("确认", "confirmed"), row => row.Numbers.Confirmed)
            .Whole(("审定", "approved"), row => row.Numbers.Approved)
            .Whole(("兑现", "delivered"), row => row.Numbers.Delivered)
            .Text(("服务举措", "measure"), 24, row => row.MeasureName);
        var table = new WorkbookTable<PolicyView>(("惠企政策", "Instruments of support"), ("全部政策", "all instruments"), time.Today(), columns, listed.Value!.Policies);
        return new RegisterWorkbook($"policies-{table.AsOf:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(table, request.Language));
    }
}
