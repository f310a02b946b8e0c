using Lianzhang.Core.Judgement;
using Lianzhang.Core.Programmes;

namespace Lianzhang.Core.Tests.Programmes;

/// <summary>The bundled programme says what the city published, no more and no less.</summary>
public sealed class HezeTests
{
    private static readonly Programme Heze = Repository.Heze.Programme ?? throw new InvalidOperationException(string.Join('\n', Repository.Heze.Faults));

    [Fact]
    public void It_has_no_fault() => Assert.Empty(Repository.Heze.Faults);

    [Fact]
    public void It_has_24_numeric_and_6_qualitative_targets()
    {
        Assert.Equal(24, Heze.Targets.Count(target => target.Qualifier != Qualifier.Qualitative));
        Assert.Equal(6, Heze.Targets.Count(target => target.Qualifier == Qualifier.Qualitative));
    }

    [Theory]
    [InlineData("sei_value_added_share", 2025, Qualifier.About, 8, "%")]
    [InlineData("sei_value_added_share", 2027, Qualifier.About, 10, "%")]
    [InlineData("high_tech_share", 2025, Qualifier.About, 37, "%")]
    [InlineData("rd_spending_growth", 2025, Qualifier.About, 10, "%")]
    [InlineData("innovation_platforms", 2025, Qualifier.Exact, 300, "家")]
    [InlineData("innovation_platforms", 2027, Qualifier.About, 400, "家")]
    [InlineData("clusters_over_1000", 2025, Qualifier.Exact, 1, "个")]
    [InlineData("clusters_over_100", 2025, Qualifier.Exact, 5, "个")]
    [InlineData("high_tech_enterprises", 2025, Qualifier.Exact, 600, "家")]
    [InlineData("high_tech_enterprises", 2027, Qualifier.Exact, 700, "家")]
    [InlineData("tech_smes", 2025, Qualifier.Exact, 1000, "家")]
    [InlineData("tech_smes", 2027, Qualifier.Exact, 1200, "家")]
    [InlineData("biomedicine_output", 2025, Qualifier.Exact, 1000, "亿元")]
    [InlineData("biomedicine_output", 2027, Qualifier.AtLeast, 1200, "亿元")]
    [InlineData("high_end_equipment_revenue", 2025, Qualifier.Exact, 300, "亿元")]
    [InlineData("high_end_equipment_revenue", 2027, Qualifier.About, 350, "亿元")]
    [InlineData("new_energy_capacity", 2025, Qualifier.AtLeast, 700, "万千瓦")]
    [InlineData("new_energy_capacity", 2027, Qualifier.Exact, 800, "万千瓦")]
    [InlineData("new_materials_revenue", 2025, Qualifier.AtLeast, 310, "亿元")]
    [InlineData("new_materials_revenue", 2027, Qualifier.StriveFor, 360, "亿元")]
    [InlineData("new_it_revenue", 2025, Qualifier.Exceed, 100, "亿元")]
    [InlineData("new_it_revenue", 2027, Qualifier.StriveFor, 150, "亿元")]
    [InlineData("emerging_services_share", 2025, Qualifier.About, 58, "%")]
    [InlineData("emerging_services_share", 2027, Qualifier.About, 60, "%")]
    public void Each_number_is_as_it_was_published(string indicator, int year, Qualifier qualifier, int value, string unit)
    {
        var target = Assert.Single(Heze.Targets, target => target.Indicator == indicator && target.Year == year && target.Qualifier != Qualifier.Qualitative);
        Assert.Equal((qualifier, (decimal)value, unit), (target.Qualifier, target.Value!.Value, (target.Unit ?? Heze.IndicatorOf(indicator).Unit!).Symbol));
        Assert.Equal("opinion", target.Cite.Document);
        Assert.NotEmpty(target.Cite.Section);
    }

    [Fact]
    public void The_policy_gives_no_baseline_so_each_number_carries_a_warning()
    {
        Assert.All(Heze.Targets, target => Assert.Null(target.Baseline));
        Assert.Equal(24, Repository.Heze.Warnings.Count(warning => warning.Message.En!.Contains("has no baseline", StringComparison.Ordinal)));
    }

    [Fact]
    public void It_has_7_industries_with_fields_and_codes()
    {
        var industries = Heze.Industries.Where(industry => industry.Parent == "sei").ToList();
        Assert.Equal(7, industries.Count);
        Assert.All(industries, industry =>
        {
            Assert.Contains(Heze.Industries, field => field.Parent == industry.Code);
            Assert.NotEmpty(industry.GbCodes);
        });
    }

    [Fact]
    public void It_has_4_undertakings_and_3_mechanisms_with_owners_and_tasks()
    {
        Assert.Equal(4, Heze.Measures.Count(measure => measure.Kind == MeasureKind.Undertaking));
        Assert.Equal(3, Heze.Measures.Count(measure => measure.Kind == MeasureKind.Mechanism));
        Assert.All(Heze.Measures.Where(measure => measure.Kind != MeasureKind.Task), measure => Assert.Contains(Heze.Measures, task => task.Parent == measure.Code));
    }

    [Fact]
    public void It_has_12_regions_3_directions_4_principles_and_3_named_parks()
    {
        Assert.Equal(12, Heze.Regions.Count);
        Assert.Equal(3, Heze.Head.Directions!.Count);
        Assert.Equal(4, Heze.Head.Principles!.Count);
        Assert.Equal(3, Heze.Places.Count(place => place.Kind == PlaceKind.Park));
    }

    [Fact]
    public void All_its_published_figures_map()
    {
        var figures = Repository.Figures("programmes/heze", Heze);
        Assert.Empty(figures.Unmapped);
        Assert.NotEmpty(figures.Figures);
        Assert.All(figures.Figures, figure => Assert.NotEmpty(figure.Source.Title));
    }

    [Fact]
    public void Every_name_has_its_English()
    {
        var names = Heze.Indicators.Select(indicator => indicator.Name)
            .Concat(Heze.Items.Select(item => item.Name))
            .Concat(Heze.Industries.Select(industry => industry.Name))
            .Concat(Heze.Regions.Select(region => region.Name))
            .Concat(Heze.Measures.Select(measure => measure.Name))
            .Concat(Heze.Head.Organisations.Select(organisation => organisation.Name));
        Assert.All(names, name => Assert.False(string.IsNullOrWhiteSpace(name.En), name.Zh));
    }
}
