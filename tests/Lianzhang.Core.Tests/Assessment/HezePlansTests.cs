using Lianzhang.Core.Assessment;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Assessment;

/// <summary>The plans of the bundled programme come to what their comments say, over invented figures.</summary>
public sealed class HezePlansTests
{
    private static readonly string[] Ranks = ["first", "second", "third", "fourth", "fifth", "sixth", "seventh"];

    private static readonly Programme Heze = Repository.Heze.Programme!;

    [Fact]
    public void Ballots_of_13_units_rank_districts_and_counties_apart()
    {
        // All put each at its place; the second and third of the counties share theirs.
        var result = Score("observation_quarter", (group, at, column) => column == Ranks[group == "counties" && at == 2 ? 1 : at] ? 13 : 0);
        Assert.Equal("100/1/一等 97/2/二等 94/3/三等 91/4/三等", Told(result, "districts_zones"));
        Assert.Equal("100/1/一等 97/2/二等 97/2/二等 91/4/二等 88/5/三等 85/6/三等 82/7/三等", Told(result, "counties"));
        Assert.Equal(["371702", "371721"], DraftUses.Of(result).Select(use => use.Member));
    }

    [Fact]
    public void Results_per_mu_are_classed_by_their_share_of_twice_the_mean()
    {
        var result = Score("per_mu_year", (_, at, column) => column == "tax_per_energy" ? null : 30 - (2 * at));
        // Without the energy of anybody the two others count 100 together: 30 of a base of 40 are 75.
        Assert.Equal(["tax_per_energy"], result.Scores.LeftOut);
        Assert.Equal("75/1/A 70/2/A 65/3/B 60/4/B 55/5/B 50/6/B 45/7/C 40/8/C 35/9/C 30/10/C 25/11/D", Told(result, "all"));
    }

    [Fact]
    public void Every_plan_of_regions_has_all_of_them_but_the_city_itself() =>
        Assert.All(Heze.Assessment.Plans.Where(plan => plan.Compares == AssessedKind.Regions), plan => Assert.Equal(
            Heze.Regions.Where(region => region.Parent == Heze.Head.Region).Select(region => region.Code).Order(), plan.Groups.SelectMany(group => group.Members).Order()));

    private static AssessmentResult Score(string code, Func<string, int, string, decimal?> figure)
    {
        var plan = Heze.Assessment.Find(code)!;
        var rows = from @group in plan.Groups
                   from member in @group.Members.Index()
                   select new AssessedRow(member.Item, member.Item, @group.Code, [.. plan.Columns.Select(column => new AssessedValue(column.Code, figure(@group.Code, member.Index, column.Code), "录入"))]);
        var run = AssessSheet.Run(new AssessmentSheet("heze", 1, code, Period.OfYear(2025), Heze.AssessmentSource!.Text, [.. rows]));
        Assert.True(run.Succeeded(out var result), string.Join('\n', run.Faults));
        return result;
    }

    private static string Told(AssessmentResult result, string group) =>
        string.Join(' ', result.Scores.Units.Where(unit => unit.Group == group).Select(unit => $"{Math.Round(unit.Score!.Value, 6)}/{unit.Rank}/{unit.Class}"));
}
