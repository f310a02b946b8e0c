using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using Lianzhang.Core.Exploring;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Exploring;

public sealed class PivotQueryTests
{
    [Property(MaxTest = 500)]
    public Property The_text_reads_back_as_the_same_query() => Prop.ForAll(PivotGenerator.Queries.ToArbitrary(), query =>
    {
        var read = PivotQuery.Parse($"?{query}", out var faults);
        return (faults.Count == 0 && read == query && read.GetHashCode() == query.GetHashCode() && read.ToString() == query.ToString()).Label(query.ToString());
    });

    [Property(MaxTest = 300)]
    public bool Any_text_is_read_or_refused(string? text) => PivotQuery.Parse(text, out _) is not null;

    [Fact]
    public void What_a_form_sends_empty_is_as_usual()
    {
        var query = PivotQuery.Parse("?m=item.output&m=&m=item.output&rows=region&region=&where=&by=&show=value&gaps=&x=1", out var faults);
        Assert.Empty(faults);
        Assert.Equal("m=item.output&rows=region&cols=period", query.ToString());
    }

    [Theory]
    [InlineData("m=output")]
    [InlineData("m=item.")]
    [InlineData("m=other.output")]
    [InlineData("by=week")]
    [InlineData("by=1")]
    [InlineData("from=2025")]
    [InlineData("to=soon")]
    [InlineData("show=all")]
    [InlineData("where=size")]
    [InlineData("gaps=zero")]
    [InlineData("dir=left")]
    public void What_is_not_understood_is_a_fault(string text)
    {
        PivotQuery.Parse(text, out var faults);
        Assert.Equal(text.Split('=')[0], Assert.Single(faults).At.File);
    }

    [Fact]
    public void A_text_without_end_is_refused()
    {
        PivotQuery.Parse(new string('x', 2_001), out var faults);
        Assert.Contains("2000", Assert.Single(faults).Message.Zh, StringComparison.Ordinal);
    }

    [Fact]
    public void Months_are_read_as_people_write_them() =>
        Assert.Equal(Period.Parse("2025-03"), PivotQuery.Parse("from=2025%E5%B9%B43%E6%9C%88", out _).From);

    [Fact]
    public void Exchanging_twice_gives_the_query_back_without_its_order()
    {
        var query = PivotQuery.Parse("m=item.output&rows=cluster&cols=region&order=371700&dir=up", out _);
        Assert.Equal(query with { Order = null, Ascending = false }, query.Transposed().Transposed());
    }
}
