using System.Text;
using Lianzhang.Core.Reporting;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Tests.Reporting;

/// <summary>Bodies by which programs send reports.</summary>
public sealed class SentReportTests
{
    [Fact]
    public async Task Numbers_texts_and_objects_are_cells_and_no_digit_is_lost()
    {
        var sent = (await Read("""
            {"unit": "F1", "cells": {"01.month": 1200.50, "02.month": -0.00010, "03.month": "1,200", "04.month": {"typed": "缺报", "reason": "停产", "note": "下月补"}, "05.month": ""}, "explanations": {"rule@01.month": "新厂投产"}, "more": 1}
            """)).Value!;
        Assert.Equal("F1", sent.Unit);
        Assert.Equal(
            [("01.month", new CellEntry("1200.50")), ("02.month", new CellEntry("-0.00010")), ("03.month", new CellEntry("1,200")), ("04.month", new CellEntry("缺报", "停产", "下月补")), ("05.month", new CellEntry(""))],
            sent.Cells.Select(cell => (cell.Key, cell.Value)));
        Assert.Equal("新厂投产", sent.Explanations["rule@01.month"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("no json")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"cells": [1]}""")]
    [InlineData("""{"cells": {"01.month": 1, "01.month": 2}}""")]
    [InlineData("""{"cells": {}, "cells": {}}""")]
    [InlineData("""{"cells": {}, "explanations": {"a": "x", "a": "y"}}""")]
    [InlineData("""{"cells": {}, "explanations": "x"}""")]
    [InlineData("""{"cells": {}, "unit": {}}""")]
    [InlineData("""{"cells": {"01.month": "\ud800"}}""")]
    [InlineData("""{"cells": {"\ud800": 1}}""")]
    public async Task What_is_no_report_or_says_a_thing_twice_is_refused(string body)
    {
        var problem = (await Read(body)).Problem!;
        Assert.Equal(ProblemKind.Invalid, problem.Kind);
        Assert.Contains("nothing was sent", problem.Detail.En, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cell_that_says_nothing_readable_is_named()
    {
        var problem = (await Read("""{"cells": {"01.month": null, "02.month": 1, "03.month": true, "04.month": {"reason": "x"}}, "explanations": {"a": 1, "b": []}}""")).Problem!;
        Assert.Equal(["01.month", "03.month", "04.month", "b"], problem.Faults!.Select(fault => fault.At.File));
    }

    [Fact]
    public async Task A_body_may_have_a_megabyte_and_no_more_whether_or_not_it_says_so_beforehand()
    {
        var fitting = $"{{\"cells\": {{\"01.month\": \"{new string('x', SentReport.MostBytes - 27)}\"}}}}";
        Assert.Equal(SentReport.MostBytes, Encoding.UTF8.GetByteCount(fitting));
        Assert.Null((await Read(fitting)).Problem);
        Assert.Equal(ProblemKind.TooLarge, (await Read($"{fitting} ")).Problem!.Kind);
    }

    private static Task<Answer<SentReport>> Read(string body) => SentReport.Read(new MemoryStream(Encoding.UTF8.GetBytes(body)), TestContext.Current.CancellationToken);
}
