using Lianzhang.Core.Facts;
using Lianzhang.Core.Figures;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Figures;

public sealed class ReadFiguresTests
{
    private const string Header = "item,region,period,value,unit,qualifier,flag,published,source,url\n";

    private static readonly Programme Qinghe = Repository.Qinghe.Programme!;

    [Fact]
    public void A_row_becomes_a_figure_with_everything_that_was_published()
    {
        var figure = Assert.Single(Read(Header + "food_output,990101,2024年,46.5,亿元,约,预计,2025-03-18,公报,http://example.invalid/a\n").Figures);
        Assert.Equal(("food_output", "990101", Period.OfYear(2024)), (figure.Item, figure.Place, figure.Period));
        Assert.Equal(new Quantity(46.5m, Unit.Parse("亿元")), figure.Quantity);
        Assert.Equal(("约", FigureFlag.Expected, new DateOnly(2025, 3, 18)), (figure.Qualifier, figure.Flag, figure.Published!.Value));
        Assert.Equal(new FigureSource("公报", "http://example.invalid/a"), figure.Source);
        Assert.Equal(2, figure.At.Line);
    }

    [Theory]
    [InlineData("绿色食品产业总产值", "青禾县")]
    [InlineData("绿色食品产值", "990101")]
    [InlineData("food_output", "绿色食品园")]
    public void Items_and_places_are_found_by_code_and_by_published_name(string item, string place) =>
        Assert.Single(Read(Header + $"{item},{place},2024,1,万元,,,,公报,\n").Figures);

    [Fact]
    public void Other_column_names_are_known_and_further_columns_ignored()
    {
        const string Text = "indicator,place,region_code,period,period_as_published,value,unit,qualifier,flag,source_title,source_url,remark\n"
            + "绿色食品产值,青禾县,,,2024年前三季度,33,亿元,,,新闻发布会,,x\n"
            + "绿色食品产值,某地,990101,2024-M09-YTD,前三季度,33,亿元,,,新闻发布会,,x\n";
        var figures = Read(Text).Figures;
        Assert.Equal(2, figures.Count);
        Assert.All(figures, figure => Assert.Equal((Period.ToDate(2024, 9), "990101"), (figure.Period, figure.Place)));
    }

    [Fact]
    public void Chinese_headers_are_read() =>
        Assert.Single(Read("指标,地区,时期,数值,单位,来源\n接待游客,青禾县,2024年,120,万人,公报\n").Figures);

    [Fact]
    public void Titles_may_stand_above_the_columns()
    {
        var figure = Assert.Single(Read("青禾县数据,,,,,\n,,,,,\n截至六月,,,,,\n指标,地区,时期,数值,单位,来源\n接待游客,青禾县,2024年,120,万人,公报\n").Figures);
        Assert.Equal(5, figure.At.Line);
    }

    [Theory]
    [InlineData("12.5%", "%", 0)]
    [InlineData("１２．５％", "%", 0)]
    [InlineData("12.5%", "亿元", 1)]
    public void A_percentage_is_a_number_where_the_unit_says_so(string typed, string unit, int malformed) =>
        Assert.Equal(malformed, Read(Header + $"food_output,990101,2024,{typed},{unit},,,,公报,\n").Malformed.Count);

    [Theory]
    [InlineData("1,234.50", "1234.50")]
    [InlineData("１２３", "123")]
    [InlineData("-0.5", "-0.5")]
    public void Numbers_are_read_as_people_type_them(string typed, string number) =>
        Assert.Equal(decimal.Parse(number), Read(Header + $"visitors,990101,2024,\"{typed}\",万人,,,,公报,\n").Figures[0].Quantity.Amount);

    [Theory]
    [InlineData("山羊存栏,990101,2024,5,万只,,,,公报,", "no item of the programme")]
    [InlineData("visitors,某县,2024,5,万人,,,,公报,", "no region or place")]
    [InlineData("visitors,990101,2024,5,万人次,,,,公报,", "unknown unit 万人次")]
    [InlineData("visitors,990101,2024,5,亿元,,,,公报,", "unit 亿元 does not fit the item's 万人")]
    public void A_row_that_maps_to_nothing_is_listed_with_its_reason(string row, string reason)
    {
        var read = Read(Header + row + "\n");
        Assert.Empty(read.Figures);
        var unmapped = Assert.Single(read.Unmapped);
        Assert.StartsWith(reason, unmapped.Reason.En!, StringComparison.Ordinal);
        Assert.Equal(2, unmapped.At.Line);
    }

    [Theory]
    [InlineData("visitors,990101,2024,NaN,万人,,,,公报,", "value 'NaN' is not a number")]
    [InlineData("visitors,990101,2024,Infinity,万人,,,,公报,", "value 'Infinity' is not a number")]
    [InlineData("visitors,990101,2024,1e3,万人,,,,公报,", "value '1e3' is not a number")]
    [InlineData("visitors,990101,2024,,万人,,,,公报,", "value '' is not a number")]
    [InlineData("visitors,990101,2024,\"1,2,3\",万人,,,,公报,", "value '1,2,3' is not a number")]
    [InlineData("visitors,990101,去年,5,万人,,,,公报,", "'去年' is not a period")]
    [InlineData("visitors,990101,2024,5,万人,,maybe,,公报,", "flag 'maybe'")]
    [InlineData("visitors,990101,2024,5,万人,,,昨天,公报,", "published date '昨天'")]
    [InlineData(",990101,2024,5,万人,,,,公报,", "the item is empty")]
    [InlineData("visitors,990101,2024,5", "the row has 4 fields and the header 10")]
    public void A_malformed_row_is_told_apart_from_the_others(string row, string message)
    {
        var set = ReadFigures.Read(new SourceFile("f.csv", Header + "visitors,990101,2023,4,万人,,,,公报,\n" + row + "\n"), Qinghe).Value!;
        Assert.Single(set.Figures);
        var fault = Assert.Single(set.Malformed);
        Assert.Equal("f.csv:3", fault.At.ToString());
        Assert.StartsWith(message, fault.Message.En!, StringComparison.Ordinal);
    }

    [Fact]
    public void The_line_is_right_after_a_field_of_several_lines()
    {
        var outcome = ReadFigures.Read(new SourceFile("f.csv", Header + "visitors,990101,2023,4,万人,,,,\"公报\n第二行\",\nvisitors,990101,2024,x,万人,,,,公报,\n"), Qinghe);
        Assert.Equal(4, Assert.Single(outcome.Value!.Malformed).At.Line);
    }

    [Theory]
    [InlineData("", "file is empty")]
    [InlineData("a,b,c\n1,2,3\n", "missing column item, region, period, value, unit, source")]
    [InlineData("item,region,period,value,source\n", "missing column unit")]
    [InlineData("item,region,period,value,unit,source,value\n", "column value stands twice")]
    public void A_wrong_header_is_one_fault(string text, string message)
    {
        var outcome = ReadFigures.Read(new SourceFile("f.csv", text), Qinghe);
        Assert.StartsWith(message, Assert.Single(outcome.Faults).Message.En!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_is_refused_before_it_swallows_the_file()
    {
        var outcome = ReadFigures.Read(new SourceFile("f.csv", Header + "visitors,990101,2024,5,万人,,,,\"公报" + new string('x', 100_000)), Qinghe);
        Assert.Contains("quotation mark", Assert.Single(outcome.Faults).Message.En, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_nonsense_stops_at_fifty_rows()
    {
        var rows = string.Concat(Enumerable.Repeat("visitors,990101,2024,x,万人,,,,公报,\n", 500));
        Assert.Equal(50, ReadFigures.Read(new SourceFile("f.csv", Header + rows), Qinghe).Value!.Malformed.Count);
    }

    private static FigureSet Read(string text)
    {
        var outcome = ReadFigures.Read(new SourceFile("f.csv", text), Qinghe);
        Assert.Empty(outcome.Faults);
        return outcome.Value!;
    }
}
