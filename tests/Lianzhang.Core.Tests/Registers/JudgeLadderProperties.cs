using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Registers;

namespace Lianzhang.Core.Tests.Registers;

public sealed class JudgeLadderProperties
{
    private static readonly Programme Qinghe = Repository.Qinghe.Programme!;

    private static readonly Gen<decimal> Amounts = Gen.Choose(-20_000, 2_000_000).Select(scaled => scaled / 100m);

    // Each figure may be missing.
    private static readonly Gen<(decimal? Revenue, decimal? Staff)> Firms =
        from revenue in Amounts
        from staff in Gen.Choose(0, 600)
        from known in Gen.Choose(0, 5)
        select (known == 0 ? (decimal?)null : revenue, known == 1 ? (decimal?)null : staff);

    [Property(MaxTest = 500)]
    public Property A_rule_is_met_if_and_only_if_nothing_is_short() => Prop.ForAll(Firms.ToArbitrary(), firm => Judge(firm).Rules.All(rule => rule.State switch
    {
        RuleState.Met => rule.Shortfall is null && rule.Value is not null,
        RuleState.Unmet => rule.Shortfall is { Amount: > 0 } shortfall && Math.Abs(rule.Value!.Value.Amount - rule.Bound!.Value.Amount) == shortfall.Amount,
        _ => rule.Shortfall is null && rule.Missing is { Count: > 0 },
    }));

    [Property(MaxTest = 500)]
    public Property Making_up_the_shortfall_meets_the_rule() => Prop.ForAll(Firms.ToArbitrary(), firm =>
    {
        var judged = Judge(firm);
        var (revenue, staff) = (judged.Rules[0].Shortfall?.Amount ?? 0, judged.Rules[1].Shortfall?.Amount ?? 0);
        return Judge((firm.Revenue + revenue, firm.Staff - staff)).Readiness == (firm.Revenue is null || firm.Staff is null ? Readiness.CannotTell : Readiness.Meets);
    });

    [Property(MaxTest = 500)]
    public Property More_revenue_never_makes_it_worse() => Prop.ForAll((from firm in Firms from more in Gen.Choose(0, 100_000) select (firm, more)).ToArbitrary(), sample =>
    {
        var (before, after) = (Judge(sample.firm), Judge((sample.firm.Revenue + sample.more, sample.firm.Staff)));
        return after.Distance <= before.Distance && after.Readiness <= before.Readiness;
    });

    [Property(MaxTest = 500)]
    public Property What_is_not_known_is_never_a_failure() => Prop.ForAll(Firms.ToArbitrary(), firm =>
    {
        var judged = Judge((null, firm.Staff));
        return judged.Rules[0].State == RuleState.CannotTell && judged.Readiness == Readiness.CannotTell;
    });

    private static LadderJudgement Judge((decimal? Revenue, decimal? Staff) firm)
    {
        var figures = new Dictionary<string, decimal>();
        if (firm.Revenue is { } revenue)
            figures["firm_revenue"] = revenue;
        if (firm.Staff is { } staff)
            figures["firm_staff"] = staff;
        var unit = new JudgedUnit(new ReportingUnit("u", new Dictionary<string, IReadOnlyList<string>>()), null, new DateOnly(2026, 6, 30), SampleFirm.Measure(Qinghe, figures), _ => null);
        return JudgeLadder.Of(JudgeLadder.Conditions(Qinghe, Qinghe.FindTitle("craft_house")!), unit, "craft_house");
    }
}
