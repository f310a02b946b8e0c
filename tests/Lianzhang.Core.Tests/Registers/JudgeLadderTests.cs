using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Registers;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Registers;

public sealed class JudgeLadderTests
{
    private static readonly DateOnly Day = new(2026, 6, 30);

    private static readonly Programme Qinghe = Repository.Qinghe.Programme!;

    [Fact]
    public void Who_meets_every_rule_and_lacks_the_title_is_ready()
    {
        var judged = Judge("craft_house", Unit(), Figures(revenue: 500, staff: 300));
        Assert.Equal(Readiness.Meets, judged.Readiness);
        Assert.Equal(["符合（500 万元）", "符合（300 人）"], judged.Rules.Select(Said));
        Assert.Equal(Readiness.Has, Judge("craft_house", Unit(("title", "craft_house")), Figures(revenue: 500, staff: 300)).Readiness);
    }

    [Fact]
    public void Who_falls_short_is_told_the_exact_amount_with_its_unit()
    {
        var judged = Judge("craft_house", Unit(), Figures(revenue: 380.5m, staff: 312));
        Assert.Equal(Readiness.FallsShort, judged.Readiness);
        Assert.Equal([new Quantity(119.5m, Core.Values.Unit.Parse("万元")), new Quantity(12, Core.Values.Unit.Parse("人"))], judged.Rules.Select(rule => rule.Shortfall!.Value));
        Assert.Equal(["差 119.5 万元（380.5 万元，须达 500 万元）", "超出 12 人（312 人，不得超过 300 人）"], judged.Rules.Select(Said));
        // A shortfall too small to show is not shown as nothing.
        Assert.Equal("差 0.01 万元（500 万元，须达 500 万元）", Said(Judge("craft_house", Unit(), Figures(revenue: 499.9999m, staff: 1)).Rules[0]));
    }

    [Fact]
    public void A_missing_figure_is_no_failure_and_is_named()
    {
        var judged = Judge("craft_house", Unit(), Figures(staff: 10));
        Assert.Equal((Readiness.CannotTell, RuleState.CannotTell), (judged.Readiness, judged.Rules[0].State));
        Assert.Equal("缺企业营业收入（2025年）", Said(judged.Rules[0]));
        // Missing figures leave it open even beside a rule that is missed by an amount.
        Assert.Equal(Readiness.CannotTell, Judge("craft_house", Unit(), Figures(staff: 301)).Readiness);
    }

    [Fact]
    public void A_bound_by_size_is_the_one_of_the_enterprise()
    {
        var star = Unit(("title", "craft_house"), ("industry", "baking"));
        // 4 % of revenue: too little for a small one, enough for a larger one.
        var small = Judge("craft_star", star, Figures(revenue: 1000, rd: 40), founded: new(2020, 1, 1));
        Assert.Equal(new Quantity(1, Core.Values.Unit.Percent), Assert.Single(small.Unmet).Shortfall);
        Assert.Equal(Readiness.Meets, Judge("craft_star", star, Figures(revenue: 1001, rd: 40.04m), founded: new(2020, 1, 1)).Readiness);
    }

    [Fact]
    public void A_title_rests_on_the_one_below_it()
    {
        var judged = Judge("craft_star", Unit(("industry", "baking")), Figures(revenue: 1000, rd: 90), founded: new(2020, 1, 1));
        Assert.Equal(Readiness.NotMeant, judged.Readiness);
        Assert.Equal("已获县级工坊称号", Assert.Single(judged.Unmet).Rule.Name.Zh);
    }

    [Fact]
    public void Years_count_from_the_first_day_and_say_when_they_are_full()
    {
        var star = Unit(("title", "craft_house"), ("industry", "baking"));
        var judged = Judge("craft_star", star, Figures(revenue: 1000, rd: 90), founded: new(2024, 7, 1));
        Assert.Equal(Readiness.FallsShort, judged.Readiness);
        Assert.Equal("2026年7月1日起符合", Said(Assert.Single(judged.Unmet)));
        Assert.Equal(Readiness.Meets, Judge("craft_star", star, Figures(revenue: 1000, rd: 90), founded: new(2024, 6, 30)).Readiness);
        Assert.Equal(Readiness.CannotTell, Judge("craft_star", star, Figures(revenue: 1000, rd: 90)).Readiness);
    }

    [Fact]
    public void Three_years_are_as_good_as_the_weakest_and_more_than_a_bound_is_more()
    {
        Reading Revenue(Formula _, Period period) => Reading.Of(period.Year == 2024 ? 0 : 10);
        var judged = JudgeRules.Of(Qinghe.TitleConditions["old_brand"], new JudgedUnit(Unit(), new DateOnly(1900, 1, 1), Day, Revenue, Tree));
        Assert.Equal((RuleState.Unmet, 0m), (judged[1].State, judged[1].Shortfall!.Value.Amount));
        Assert.Equal("差 0 万元（0 万元，须高于 0 万元）", Said(judged[1]));
        Reading Unknown(Formula _, Period period) => period.Year == 2023 ? Reading.OfMissing(new MissingFigure("firm_revenue", "u", period, default)) : Reading.Of(10);
        Assert.Equal(RuleState.CannotTell, JudgeRules.Of(Qinghe.TitleConditions["old_brand"], new JudgedUnit(Unit(), new DateOnly(1900, 1, 1), Day, Unknown, Tree))[1].State);
    }

    [Fact]
    public void An_attribute_that_was_never_recorded_leaves_it_open()
    {
        var judged = Judge("craft_star", Unit(("title", "craft_house")), Figures(revenue: 1000, rd: 90), founded: new(2020, 1, 1));
        Assert.Equal((Readiness.CannotTell, "名录中没有记载"), (judged.Readiness, Said(Assert.Single(judged.Open))));
        Assert.Equal(Readiness.NotMeant, Judge("craft_star", Unit(("title", "craft_house"), ("industry", "elsewhere")), Figures(revenue: 1000, rd: 90), founded: new(2020, 1, 1)).Readiness);
        Assert.False(JudgeRules.MayMeet(JudgeLadder.Conditions(Qinghe, Qinghe.FindTitle("craft_star")!), Subject(Unit(("industry", "baking")), Figures(), null)));
        Assert.True(JudgeRules.MayMeet(JudgeLadder.Conditions(Qinghe, Qinghe.FindTitle("craft_star")!), Subject(Unit(("title", "craft_house")), Figures(), null)));
    }

    [Fact]
    public void The_nearest_stand_first()
    {
        var far = Judge("craft_house", Unit(), Figures(revenue: 1, staff: 1));
        var near = Judge("craft_house", Unit(), Figures(revenue: 499, staff: 1));
        var twice = Judge("craft_house", Unit(), Figures(revenue: 499, staff: 301));
        Assert.Equal([near, far, twice], new[] { twice, far, near }.OrderBy(judged => judged.Distance));
    }

    [Fact]
    public void The_bundled_titles_have_rules_and_the_little_giant_stands_above_the_specialised()
    {
        var heze = Repository.Heze.Programme!;
        Assert.Equal(["tech_sme", "high_tech", "specialised_new", "little_giant", "single_champion", "gazelle", "unicorn"], heze.Titles.Select(title => title.Code));
        Assert.Equal(["specialised_new"], heze.FindTitle("little_giant")!.RestsOn);
        Assert.Equal(new DateOnly(2026, 12, 31), heze.FindTitle("high_tech")!.ValidTo(new DateOnly(2024, 1, 1)));
        Assert.All(heze.Titles, title => Assert.NotEmpty(heze.TitleConditions[title.Code]));
        Assert.All(heze.Titles, title => Assert.NotNull(title.Note));
    }

    private static LadderJudgement Judge(string title, ReportingUnit unit, Dictionary<string, decimal> figures, DateOnly? founded = null) =>
        JudgeLadder.Of(JudgeLadder.Conditions(Qinghe, Qinghe.FindTitle(title)!), Subject(unit, figures, founded), title);

    private static JudgedUnit Subject(ReportingUnit unit, Dictionary<string, decimal> figures, DateOnly? founded) => new(unit, founded, Day, SampleFirm.Measure(Qinghe, figures), Tree);

    private static CodeTree? Tree(string attribute) => Qinghe.Catalogue.Attributes.GetValueOrDefault(attribute)?.Values;

    private static ReportingUnit Unit(params (string Attribute, string Value)[] values) =>
        new("u", values.GroupBy(value => value.Attribute).ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(value => value.Value)]));

    private static Dictionary<string, decimal> Figures(decimal? revenue = null, decimal? rd = null, decimal? staff = null) =>
        new (string Item, decimal? Amount)[] { ("firm_revenue", revenue), ("firm_rd", rd), ("firm_staff", staff) }.Where(figure => figure.Amount is not null).ToDictionary(figure => figure.Item, figure => figure.Amount!.Value);

    private static string Said(JudgedRule rule) => RuleWords.Of(rule, Qinghe.ItemName).Zh;
}
