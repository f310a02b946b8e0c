using Lianzhang.Core.Programmes;
using Lianzhang.Core.Reporting;

namespace Lianzhang.Core.Tests.Reporting;

public sealed class BurdenTests
{
    private static readonly Programme Heze = ReadProgramme.Read("programmes/heze", Repository.Files("programmes/heze")).Programme!;

    [Theory]
    [InlineData("monthly_operation", 16, 12)]
    [InlineData("quarterly_rd", 8, 4)]
    [InlineData("monthly_energy", 6, 12)]
    [InlineData("park_quarterly", 5, 4)]
    [InlineData("county_monthly", 6, 12)]
    public void What_a_form_asks_is_counted_from_its_tables(string form, int items, int periods)
    {
        var burden = Assert.Single(Burden.Of([Heze.FindForm(form)!]).Forms);
        Assert.Equal((items, periods), (burden.Items, burden.PeriodsAYear));
    }

    [Fact]
    public void A_quarterly_form_weighs_a_third_in_an_average_month()
    {
        var burden = Burden.Of([Heze.FindForm("monthly_operation")!, Heze.FindForm("quarterly_rd")!]);
        Assert.Equal(18.67m, Math.Round(burden.ItemsAMonth, 2));
        Assert.Equal(28.33m, Math.Round(burden.MinutesAMonth, 2));
    }

    [Fact]
    public void A_yearly_form_weighs_a_twelfth()
    {
        var burden = Burden.Of([Heze.FindForm("county_monthly")! with { Frequency = FormFrequency.Year, Minutes = 24 }]);
        Assert.Equal((0.5m, 2m), (burden.ItemsAMonth, burden.MinutesAMonth));
    }

    [Fact]
    public void Who_is_asked_nothing_bears_nothing()
    {
        var burden = Burden.Of([]);
        Assert.Equal((0m, 0m), (burden.ItemsAMonth, burden.MinutesAMonth));
    }

    [Fact]
    public void A_row_that_asks_nothing_is_a_heading() =>
        Assert.Equal(0, Assert.Single(Burden.Of([Heze.FindForm("county_monthly")! with { Sections = [new FormSection("s", ("节", "s"), [new FormColumn("c", ["列"])], [new FormRow("1", ("行", "row"))])] }]).Forms).Items);

    [Fact]
    public void The_bundled_forms_ask_nothing_twice_and_a_second_form_with_the_same_would()
    {
        Assert.Empty(AskedItems.Twice(Heze.Forms));
        var form = Heze.FindForm("county_monthly")!;
        var twice = AskedItems.Twice([.. Heze.Forms, form with { Code = "again" }]);
        Assert.Equal(["county_projects_signed", "county_projects_started", "county_project_investment", "county_appeals_settled"], twice.Select(one => one.Again.Item));
        Assert.All(twice, one => Assert.Equal(("county_monthly", "again"), (one.First.Form.Code, one.Again.Form.Code)));
        // Another kind of unit is asked for itself.
        Assert.Empty(AskedItems.Twice([.. Heze.Forms, form with { Code = "again", Of = FormUnits.Park }]));
    }
}
