using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Programmes;

/// <summary>Every kind of fault, planted into a sound programme: it is told once, where it stands, and nothing else is.</summary>
public sealed class DamagedProgrammeTests
{
    [Theory]
    // Unknown codes, with what was probably meant.
    [InlineData("targets.yaml", "indicator: visitors\n    year: 2026", "indicator: vistors\n    year: 2026", "unknown indicator vistors; did you mean visitors?")]
    [InlineData("targets.yaml", "region: \"990101002\"", "region: \"990101009\"", "unknown region 990101009; did you mean 990101001?")]
    [InlineData("targets.yaml", "by: tourism", "by: turism", "unknown organisation turism; did you mean tourism?")]
    [InlineData("measures.yaml", "places: green_park", "places: [green_park, gren_park]", "unknown region gren_park; did you mean green_park?")]
    [InlineData("measures.yaml", "parent: parks", "parent: park", "unknown measure park; did you mean parks?")]
    [InlineData("measures.yaml", "start: 2025-01-01", "start: 2027-01-01", "the work starts before its deadline", "a milestone is due between the start and the deadline", "a milestone is due between the start and the deadline")]
    [InlineData("measures.yaml", "due: 2026-05-31", "due: 2027-05-31", "a milestone is due between the start and the deadline")]
    [InlineData("measures.yaml", "due: 2026-05-31", "due: 2025-05-31", "milestones stand in the order of their days")]
    [InlineData("measures.yaml", "code: building", "code: site", "duplicate milestone code site")]
    [InlineData("measures.yaml", "name_en: Parks, kind: undertaking,", "name_en: Parks, kind: undertaking, milestones: [{code: a, name: 甲, due: 2026-01-01}],", "milestones belong to tasks")]
    [InlineData("lights.yaml", "measures: [points_behind, days_left", "measures: [points_behind, day_left", "unknown rule set day_left; did you mean days_left?")]
    [InlineData("items.yaml", "kind: rate, unit: 吨/万元, owner: county_drc", "kind: rate, unit: 吨/万元, owner: county_drb", "unknown organisation county_drb; did you mean county_drc?")]
    [InlineData("indicators.yaml", "industry: textiles", "industry: textile", "unknown industry textile; did you mean textiles?")]
    [InlineData("lights.yaml", "use: points_behind", "use: points", "unknown rule set points")]
    [InlineData("programme.yaml", "region: \"990101\"", "region: \"990102\"", "unknown region 990102; did you mean 990101?")]
    // Duplicates.
    [InlineData("items.yaml", "code: organic_output", "code: food_output", "duplicate item code food_output, first given at items.yaml:5", "formula, character 13: no item organic_output", "unknown item organic_output")]
    [InlineData("items.yaml", "published_as: 规模以上家纺企业", "published_as: 绿色食品产值", "published name 绿色食品产值 already belongs to item food_output")]
    [InlineData("targets.yaml", "    year: 2026\n    qualifier: exact\n    value: 60", "    year: 2024\n    qualifier: exact\n    value: 60", "this target of food_output is stated before")]
    [InlineData("programme.yaml", "name_en: Qinghe county", "name: 又名\nname_en: Qinghe county", "duplicate key name")]
    // Items that are close, and what does not add up.
    [InlineData("items.yaml", "name: 有机食品产值, name_en", "name: 绿色食品产值额, name_en", "the item organic_output is close to food_output: same kind and dimension, like name; use food_output, or state differs_from: food_output")]
    [InlineData("items.yaml", "name: 示范园区, name_en", "name: 园区规上家纺企业, name_en", "the item model_parks is close to textile_firms: same kind and dimension, like name")]
    [InlineData("items.yaml", "firm_rd, name: 企业研发费用, name_en: R&D of a firm, kind: flow, unit: 万元, owner: county_stats}", "firm_rd, name: 企业研发费用, name_en: R&D of a firm, kind: flow, unit: 万元, owner: county_stats, differs_from: firm_revenu}", "unknown item firm_revenu; did you mean firm_revenue?")]
    [InlineData("items.yaml", "firm_rd, name: 企业研发费用, name_en: R&D of a firm, kind: flow, unit: 万元, owner: county_stats}", "firm_rd, name: 企业研发费用, name_en: R&D of a firm, kind: flow, unit: 万元, owner: county_stats, differs_from: firm_rd}", "the item firm_rd does not differ from itself")]
    [InlineData("items.yaml", "firm_rd, name: 企业研发费用, name_en: R&D of a firm, kind: flow, unit: 万元, owner: county_stats}", "firm_rd, name: 企业研发费用, name_en: R&D of a firm, kind: flow, unit: 万元, owner: county_stats, differs_from: [firm_revenue]}", "the item firm_rd is not close to firm_revenue; leave it out")]
    [InlineData("items.yaml", "over_regions: mean", "over_regions: average", "'average' is not one of sum, mean, none")]
    [InlineData("indicators.yaml", "value(energy_intensity)", "sum(energy_intensity)", "formula, character 5: energy_intensity does not add up over regions; write avg(energy_intensity), or the ratio of two items that add up")]
    // Formulas.
    [InlineData("indicators.yaml", "value(visitors)", "value(visitor)", "formula, character 7: no item visitor; did you mean visitors?")]
    [InlineData("indicators.yaml", "value(visitors)", "value(visitors", "formula, character 15: ")]
    [InlineData("indicators.yaml", "value(visitors)", "value(visitors) + value(food_output)", "formula, character 1: cannot add 万人 and 亿元")]
    [InlineData("indicators.yaml", "unit: 万人, formula", "unit: 万吨, formula", "formula, character 1: the formula gives 万人, but the indicator needs 万吨")]
    [InlineData("indicators.yaml", "unit: 万人, formula: value(visitors)", "unit: 万人, formula: indicator(visitors)", "indicators rest on each other: visitors → visitors")]
    // Years, qualifiers, values.
    [InlineData("targets.yaml", "textile_firms, year: 2026", "textile_firms, year: 2030", "year 2030 lies outside the programme's 2024–2026")]
    [InlineData("targets.yaml", "qualifier: strive_for", "qualifier: strive", "'strive' is not one of exact, about, at_least, at_most, exceed, strive_for, range, qualitative")]
    [InlineData("targets.yaml", "qualifier: at_most, value: 0.5", "qualifier: at_least, value: 0.5", "the qualifier runs against the direction of indicator energy_intensity")]
    [InlineData("targets.yaml", "value: 3, upper: 5", "value: 3", "upper belongs to range alone and is greater than value")]
    [InlineData("targets.yaml", "qualifier: exact, value: 12", "qualifier: exact", "this qualifier needs a value")]
    [InlineData("targets.yaml", "    statement: 打响区域公用品牌\n    statement_en: A regional brand that is known\n", "", "a qualitative target says in its statement what is to be reached")]
    [InlineData("targets.yaml", "value: 240000, unit: 万元", "value: 240000, unit: 万人", "unit 万人 does not fit the indicator's 亿元")]
    [InlineData("targets.yaml", "value: 400000, unit: 万元", "value: 400000, unit: 家", "unit 家 does not fit the indicator's 亿元")]
    [InlineData("targets.yaml", "baseline: {period: 2023, value: 8,", "baseline: {period: 2026, value: 8,", "the baseline is not before the target year's end")]
    [InlineData("targets.yaml", "{at: 2024-12-31, value: 130}", "{at: 2027-12-31, value: 130}", "2027-12-31 does not lie between baseline and target")]
    [InlineData("targets.yaml", "path: steps\n", "path: linear\n", "steps belong to a path by steps alone")]
    [InlineData("targets.yaml", "path: compound", "path: compund", "'compund' is not one of linear, compound, steps; did you mean compound?")]
    // Children against parents.
    [InlineData("targets.yaml", "value: 240000, unit: 万元", "value: 200000, unit: 万元", "contradicts the parent's target: the sum of the parts' targets is 58 亿元, below its 60 亿元")]
    [InlineData("industries.yaml", "gb: \"141\"", "gb: \"151\"", "GB/T 4754 code 151 lies outside the codes of its parent food")]
    [InlineData("industries.yaml", "gb: [\"177\"]", "gb: [\"1411\"]", "GB/T 4754 code 1411 overlaps 14 of food; where each holds only a part, both list it under gb_partly")]
    [InlineData("industries.yaml", "name_en: Own trades", "name_en: Own trades, parent: baking", "parents form a cycle: crafts → baking → food → crafts")]
    [InlineData("regions.yaml", "kind: county", "kind: town", "990101001 is not of a lower kind than its parent 990101", "990101002 is not of a lower kind than its parent 990101")]
    [InlineData("regions.yaml", "tile: {column: 1, row: 1}", "tile: {column: 2, row: 1}", "another region's tile stands there")]
    // Regions that were merged, split or renamed.
    [InlineData("regions.yaml", "tile: {column: 2, row: 1}", "successors: [\"990101002\"]", "a region with successors has a last day: give to")]
    [InlineData("regions.yaml", "tile: {column: 2, row: 1}", "to: 2026-12-31, successors: [\"990101001\"]", "a region does not succeed itself; for a new name use formerly")]
    [InlineData("regions.yaml", "tile: {column: 2, row: 1}", "to: 2026-12-31, successors: [\"990101003\"]", "unknown region 990101003; did you mean 990101001?")]
    [InlineData("regions.yaml", "tile: {column: 2, row: 1}", "to: 2026-12-31, successors: [\"990101002\", \"990101002\"]", "a successor is given twice")]
    [InlineData("regions.yaml", "tile: {column: 2, row: 1}", "formerly: [{name: 河口镇, until: 2020-12-31}, {name: 河湾镇, until: 2019-12-31}]", "former names stand in the order of their days")]
    [InlineData("regions.yaml", "tile: {column: 2, row: 1}", "to: 2026-12-31, formerly: [{name: 河口镇, until: 2026-12-31}]", "a former name ends before the region does")]
    // Shape.
    [InlineData("items.yaml", "kind: rate", "kin: rate", "unknown key kin; did you mean kind?", "missing key kind")]
    [InlineData("items.yaml", "unit: 万吨", "unit: 万顿", "expected a unit such as 亿元, 万千瓦, 家 or %, found '万顿'")]
    [InlineData("targets.yaml", "value: 12,", "value: 十二,", "expected a number, found '十二'")]
    [InlineData("targets.yaml", "value: 12,", "value: [12],", "expected a number, found a list or mapping")]
    [InlineData("targets.yaml", "date: 2025-12-20", "date: 2025-12-32", "expected a date such as 2025-12-31, found '2025-12-32'")]
    [InlineData("items.yaml", "code: visitors", "code: Visitors", "code Visitors must consist of lower-case letters, digits and underscores and start with a letter", "formula, character 7: visitors is an indicator; write indicator(visitors)")]
    [InlineData("calendar.yaml", "workdays: 2026-01-04", "workdays: 2026-01-05", "2026-01-05 is not a weekend day of 2026")]
    [InlineData("calendar.yaml", "to: 2026-01-03", "to: 2025-01-03", "元旦 does not lie within 2026 or ends before it starts")]
    [InlineData("lights.yaml", "measure: points_behind, above: 30, status", "measure: points_behind, status", "a rule states a bound: above, at_least, below or at_most")]
    // Titles and their rules.
    [InlineData("titles.yaml", "sum(firm_revenue), at_least: 500", "sum(firm_revenu), at_least: 500", "formula, character 5: no item firm_revenu; did you mean firm_revenue?")]
    [InlineData("titles.yaml", "at_least: 500, unit: 万元", "at_least: 500, unit: 人", "formula, character 1: the formula gives 万元, but the rule needs 人")]
    [InlineData("titles.yaml", "at_least: 500, unit: 万元", "unit: 万元", "a formula has one bound: at_least, at_most, above or at_least_of")]
    [InlineData("titles.yaml", "at_least: 500, unit: 万元", "at_least: 500, at_most: 900, unit: 万元", "a formula has one bound: at_least, at_most, above or at_least_of")]
    [InlineData("titles.yaml", "at_least: 500, unit: 万元", "at_least: 500", "a rule with a formula states its unit")]
    [InlineData("titles.yaml", "formula: sum(firm_staff), at_most: 300, unit: 人", "at_most: 300", "a rule states one thing")]
    [InlineData("titles.yaml", "years_at_least: 2}", "years_at_least: 2, unit: 人}", "unit belongs to a formula")]
    [InlineData("titles.yaml", "years_at_least: 2}", "years_at_least: 2, years_at_most: 1}", "years lie between 0 and 100")]
    [InlineData("titles.yaml", "years_at_least: 2}", "years_at_least: 2, in: crafts}", "in belongs to an attribute")]
    [InlineData("titles.yaml", "attribute: industry, in: crafts", "attribute: industri, in: crafts", "unknown attribute industri; did you mean industry?")]
    [InlineData("titles.yaml", "attribute: industry, in: crafts", "attribute: industry, in: craft", "no code of industry craft; did you mean crafts?")]
    [InlineData("titles.yaml", "attribute: industry, in: crafts", "attribute: industry", "list under in the codes that are meant")]
    [InlineData("titles.yaml", "sum(firm_staff), at_most", "value(textile_firms), at_most", "a rule is about the facts of one enterprise: use sum(item), not value or indicator")]
    [InlineData("titles.yaml", "{code: staff,", "{code: revenue,", "duplicate rule code revenue")]
    [InlineData("titles.yaml", "rests_on: craft_house", "rests_on: craft_hous", "unknown title craft_hous; did you mean craft_house?")]
    [InlineData("titles.yaml", "rests_on: craft_house", "rests_on: craft_star", "titles rest on each other: craft_star → craft_star")]
    [InlineData("titles.yaml", "code: old_brand", "code: new_brand", "title new_brand is no value of the attribute title in items.yaml")]
    [InlineData("titles.yaml", "code: old_brand", "code: craft_star", "duplicate title code craft_star, first given at titles.yaml:13")]
    [InlineData("titles.yaml", "valid_months: 12", "valid_months: 0", "the validity is a number of months above zero")]
    [InlineData("titles.yaml", "review_months: 12", "review_months: 60", "the review lies within the validity")]
    [InlineData("titles.yaml", "period: last_3_years", "period: last_3_year", "'last_3_year' is not one of year, last_month, last_3_years; did you mean last_3_years?")]
    // Forms.
    [InlineData("forms.yaml", "owner: county_stats\n    basis: 青禾县统计报表制度（2026 年）\n    due_days: 5", "owner: county_stat\n    basis: 青禾县统计报表制度（2026 年）\n    due_days: 5", "unknown organisation county_stat; did you mean county_stats?")]
    [InlineData("forms.yaml", "item: firm_revenue, grey: ytd", "item: firm_revenu, grey: ytd", "unknown item firm_revenu; did you mean firm_revenue?")]
    [InlineData("forms.yaml", "item: firm_staff, grey: ytd", "item: firm_staff, grey: year", "the section has no column year")]
    [InlineData("forms.yaml", "item: firm_staff, grey: ytd", "item: firm_revenue, grey: ytd", "the item firm_revenue is asked in 'Monthly report of firms' already")]
    [InlineData("forms.yaml", "total: organic_output", "total: firm_revenue", "the item firm_revenue is asked in 'Monthly report of firms' already")]
    [InlineData("forms.yaml", "unit: 万元, total: organic_output", "unit: 人, total: organic_output", "the item organic_output is measured in 万元, the column is not")]
    [InlineData("forms.yaml", "kind: number, unit: 万元", "kind: number", "a column of numbers has a unit, others have none")]
    [InlineData("forms.yaml", "repeat: {most: 3}", "repeat: {most: 0}", "1 to 50 rows can be added, the least not above the most")]
    [InlineData("forms.yaml", "        repeat: {most: 3}\n", "", "a section has either rows or repeat", "kind, unit, options and total belong to a table of repeated rows", "kind, unit, options and total belong to a table of repeated rows")]
    [InlineData("forms.yaml", "options: [增加, 持平, 减少], ", "", "a row of choices lists its options, others have none")]
    [InlineData("forms.yaml", "code: \"03\", name: 期末职工", "code: \"02\", name: 期末职工", "duplicate row code 02 in the form")]
    [InlineData("forms.yaml", "code: \"03\", name: 期末职工", "code: \"0.3\", name: 期末职工", "the code 0.3 must not have a point in it")]
    [InlineData("forms.yaml", "lock_days: 10", "lock_days: 4", "it is due at least one working day after the period, and locked no earlier than it is due")]
    [InlineData("forms.yaml", "minutes: 12", "minutes: 0", "it takes 1 to 480 minutes")]
    [InlineData("forms.yaml", "code: park_quarter", "code: firm_month", "duplicate form code firm_month, first given at forms.yaml:2")]
    [InlineData("forms.yaml", "in: [food, textiles]", "in: [food, textile]", "no code of industry textile; did you mean textiles?")]
    [InlineData("forms.yaml", "attribute: industry, in: [food, textiles]}", "formula: sum(firm_staff), at_least: 5, unit: 人}", "whom a form is for is told by attributes, not by a formula")]
    [InlineData("forms.yaml", "sum(firm_rd) <= sum(firm_revenue)", "sum(firm_rd) <= sum(firm_revenu)", "formula, character 21: no item firm_revenu; did you mean firm_revenue?")]
    [InlineData("forms.yaml", "sum(firm_rd) <= sum(firm_revenue)", "sum(firm_rd) <= sum(firm_staff)", "formula, character 1: cannot compare 万元 with 人")]
    [InlineData("forms.yaml", "sum(firm_rd) <= sum(firm_revenue)", "sum(firm_rd)", "formula, character 1: a condition is needed here")]
    [InlineData("forms.yaml", "sum(firm_rd) <= sum(firm_revenue)", "sum(firm_rd) <= value(food_output)", "a check is about what the unit reports: use sum(item), not value or indicator")]
    [InlineData("forms.yaml", "code: staff_with_revenue", "code: rd_below_revenue", "duplicate check code rd_below_revenue in the form")]
    // Supervision.
    [InlineData("supervision.yaml", "statuses: [critical]\n    level: yellow", "statuses: [critical]\n    level: yelow", "unknown level yelow; did you mean yellow?")]
    [InlineData("supervision.yaml", "    statuses: [critical]\n", "", "a rule on the status of targets states its statuses")]
    [InlineData("supervision.yaml", "forms: [firm_month]", "forms: [firm_mont]", "unknown form firm_mont; did you mean firm_month?")]
    [InlineData("supervision.yaml", "recovery: 1", "recovery: 0", "it is a number above zero")]
    [InlineData("supervision.yaml", "relapse: 3", "relapse: -1", "it is zero or more")]
    [InlineData("supervision.yaml", "relapse: 3", "relapse: 3\n    forms: [firm_month]", "only a rule on overdue reports states forms")]
    [InlineData("supervision.yaml", "    forms: [firm_month]\n", "    forms: [firm_month]\n    statuses: [behind]\n", "only a rule on the status of targets states statuses")]
    [InlineData("supervision.yaml", "colour: red, days: 3", "colour: red, days: 0", "it is a number above zero")]
    [InlineData("supervision.yaml", "colour: red, days: 3", "colour: crimson, days: 3", "'crimson' is not one of green, blue, yellow, orange, red, grey")]
    [InlineData("supervision.yaml", "days: 15, count: calendar", "days: 15, count: lunar", "'lunar' is not one of working, calendar")]
    [InlineData("supervision.yaml", "days: 30, level: yellow", "days: 30, level: orange", "unknown level orange")]
    [InlineData("supervision.yaml", "{level: red, name: 约谈", "{level: read, name: 约谈", "unknown level read; did you mean red?")]
    [InlineData("supervision.yaml", "code: report_overdue", "code: target_critical", "duplicate rule code target_critical, first given at supervision.yaml:6")]
    // Appeals.
    [InlineData("appeals.yaml", "code: land, name: 用地用能, name_en: Land and energy, route_to: county_drc", "code: land, name: 用地用能, name_en: Land and energy, route_to: county_dr", "unknown organisation county_dr; did you mean county_drc?")]
    [InlineData("appeals.yaml", "code: other", "code: land", "duplicate kind of appeal code land, first given at appeals.yaml:2")]
    [InlineData("appeals.yaml", "code: three_days", "code: same_day", "duplicate level of urgency code same_day, first given at appeals.yaml:5")]
    [InlineData("appeals.yaml", "days_to_route: 1", "days_to_route: 11", "it is routed within 0 to 10 working days")]
    [InlineData("appeals.yaml", "days_to_answer: 5", "days_to_answer: 0", "it is answered within 1 to 66 working days")]
    [InlineData("appeals.yaml", "days: 3", "days: 67", "it is answered within 0 to 66 working days")]
    // Inspections.
    [InlineData("inspections.yaml", "code: park_fire", "code: safety", "duplicate theme of inspections code safety, first given at inspections.yaml:2")]
    [InlineData("inspections.yaml", "months_between: 6", "months_between: 37", "one is not visited again within 0 to 36 months")]
    [InlineData("inspections.yaml", "{code: workers", "{code: exits", "duplicate point code exits in the theme")]
    [InlineData("inspections.yaml", "of: parks", "of: park", "'park' is not one of units, measures, parks; did you mean parks?")]
    // Assessments.
    [InlineData("assessment.yaml", "compares: regions", "compares: persons", "'persons' is not one of regions, organisations")]
    [InlineData("assessment.yaml", "\"990101002\"]", "\"990101003\"]", "unknown region 990101003; did you mean 990101001?")]
    [InlineData("assessment.yaml", "\"990101002\"]", "\"990101001\"]", "990101001 is in another group or there twice")]
    [InlineData("assessment.yaml", "\"990101001\", \"990101002\"", "\"990101001\"", "a group has at least two members to be compared")]
    [InlineData("assessment.yaml", "code: order_points, name: 督办扣分, name_en: Points from orders, count: order_points", "code: order_points, name: 督办扣分, name_en: Points from orders, count: order_points, formula: count(units)", "a column has a formula or counts, not both", "a column with a formula states its unit")]
    [InlineData("assessment.yaml", "column: order_points", "column: order_point", "there is no order_point among the columns; did you mean order_points?")]
    [InlineData("assessment.yaml", "count: order_points", "count: order_points, part: joint", "part belongs to measures_done and measures_late")]
    [InlineData("assessment.yaml", "first: 1", "first: 0", "at least 1")]
    [InlineData("assessment.yaml", "last: 1", "last: 1, first: 1", "it states one of first, last and grade")]
    [InlineData("assessment.yaml", "every: quarter", "every: quarter\n    publicity_days: 31", "results are made known for 1 to 30 working days")]
    [InlineData("assessment.yaml", "score: total", "score: total\n      robustness: {runs: 0}", "runs lies between 1 and 1,000,000")]
    [InlineData("assessment.yaml", "score: total", "score: total\n      robustness: {alternatives: [{step: 汇兑, methods: [{step: 汇兑, method: geometric}]}]}", "unknown code 汇兑")]
    public void A_planted_fault_is_told_once_and_nothing_else_is(string file, string sound, string damaged, params string?[]? messages)
    {
        var files = Repository.Files("tests/programmes/qinghe").ToList();
        var index = files.FindIndex(each => each.Name == file);
        var line = LineOf(files[index].Text, sound);
        files[index] = files[index] with { Text = Replace(files[index].Text, sound, damaged) };

        var faults = ReadProgramme.Read("tests/programmes/qinghe", files).Faults;

        var expected = messages?.OfType<string>().ToList() ?? [];
        Assert.True(expected.Count == faults.Count, string.Join('\n', faults));
        Assert.All(expected, message => Assert.Contains(faults, fault => fault.Message.En!.StartsWith(message, StringComparison.Ordinal)));
        Assert.All(faults, fault => Assert.NotEmpty(fault.Message.Zh));
        if (expected.Count == 1)
        {
            // At the key itself, or at the key or entry that lacks something: a few lines of the same entry at the most.
            Assert.EndsWith(file, faults[0].At.File, StringComparison.Ordinal);
            Assert.InRange(faults[0].At.Line, line - 2, line + 2);
        }
    }

    [Fact]
    public void What_was_published_is_not_held_to_what_is_asked_since()
    {
        var files = Repository.Files("tests/programmes/qinghe").ToDictionary(file => file.Name, file => file.Text);
        files["items.yaml"] = Replace(files["items.yaml"], "name: 有机食品产值, name_en", "name: 绿色食品产值额, name_en");
        files["indicators.yaml"] = Replace(files["indicators.yaml"], "value(energy_intensity)", "sum(energy_intensity)");
        Assert.Equal(2, Read(files).Count);
        var published = ReadProgramme.ReadPublished("x", [.. files.Select(file => new SourceFile(file.Key, file.Value))]);
        Assert.Empty(published.Faults);
        Assert.NotNull(published.Programme);
        files["indicators.yaml"] = Replace(files["indicators.yaml"], "value(visitors)", "value(visitor)");
        Assert.Single(ReadProgramme.ReadPublished("x", [.. files.Select(file => new SourceFile(file.Key, file.Value))]).Faults);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_told_once_and_does_not_accuse_the_others()
    {
        var files = Repository.Files("tests/programmes/qinghe").ToDictionary(file => file.Name, file => file.Text);
        files["items.yaml"] = "items:\n  - {code: a, name: [";
        files["regions.yaml"] = "regions: &all\n  - *all\n";
        var faults = Read(files);
        Assert.Equal(2, faults.Count);
        Assert.StartsWith("not valid YAML", faults[0].Message.En!, StringComparison.Ordinal);
        Assert.Equal("YAML anchors and aliases are not supported; write the content out", faults[1].Message.En);
        Assert.Equal(1, faults[1].At.Line);
    }

    [Fact]
    public void A_missing_and_an_empty_file_are_named()
    {
        var files = Repository.Files("tests/programmes/qinghe").ToDictionary(file => file.Name, file => file.Text);
        files.Remove("measures.yaml");
        files["calendar.yaml"] = "# nothing yet\n";
        Assert.Equal(["x/calendar.yaml: file is empty", "x/measures.yaml: file is missing"], Read(files, "x").Select(fault => fault.ToString()));
    }

    [Fact]
    public void A_nest_of_brackets_is_refused_before_it_grows()
    {
        var files = Repository.Files("tests/programmes/qinghe").ToDictionary(file => file.Name, file => file.Text);
        files["calendar.yaml"] = "years: " + new string('[', 100_000);
        var fault = Assert.Single(Read(files));
        Assert.Equal("nested deeper than 20 levels", fault.Message.En);
    }

    private static IReadOnlyList<Fault> Read(IReadOnlyDictionary<string, string> files, string folder = "programmes/heze") =>
        ReadProgramme.Read(folder, [.. files.Select(file => new SourceFile($"{folder}/{file.Key}", file.Value))]).Faults;

    private static string Replace(string text, string sound, string damaged)
    {
        var at = text.IndexOf(sound, StringComparison.Ordinal);
        return text[..at] + damaged + text[(at + sound.Length)..];
    }

    private static int LineOf(string text, string part) =>
        text[..text.IndexOf(part, StringComparison.Ordinal)].Count(letter => letter == '\n') + 1;
}
