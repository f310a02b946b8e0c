using Lianzhang.Core.Explaining;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators.Explaining;

/// <summary>Writes what became of a number to Excel: for each aggregate what it was, each kind of change, and what it is.</summary>
public sealed record ExportChange(Language Language, NumberQuery Of, DateTimeOffset Since) : IRequest<NumberWorkbook>;

internal sealed class ExportChangeSlice(Slice<ChangedSince, NumberChange> changed, CurrentBoard current) : Slice<ExportChange, NumberWorkbook>
{
    public override Permission Permission { get; } = new("board.read", Changes: false);

    protected override Subject About(ExportChange request) => new(Region: request.Of.Region);

    protected override async Task<Answer<NumberWorkbook>> Handle(ExportChange request, CancellationToken cancel)
    {
        var found = await changed.HandleAny(new ChangedSince(request.Of, request.Since), cancel);
        if (!found.Succeeded(out var change))
            return found.Problem!;
        var rows = Whole(change).Concat(change.Aggregates.SelectMany(Of)).ToList();
        var subject = new Text($"{change.Region.Name.Zh}{change.Name.Zh}，{change.Period.In(Language.Chinese)}", $"{change.Name.In(Language.English)} of {change.Region.Name.In(Language.English)}, {change.Period}");
        var columns = new WorkbookColumns<Row>()
            .Text(("构成", "part"), 40, row => row.Words)
            .Period(("时期", "period"), row => row.Period)
            .Text(("变化", "change"), 14, row => row.Change)
            .Whole(("单位数", "units"), row => row.Units)
            .Number(("数值", "amount"), row => row.Amount)
            .Unit(("计量单位", "unit"), row => row.Unit);
        var table = new WorkbookTable<Row>(("数值变化", "What became of a number"), subject, current.DayOf(request.Of.KnownAt), columns, rows) { Remark = GeneratedWords.LineOf(change.IsGenerated) };
        return new NumberWorkbook($"changes-{change.Indicator}-{change.Region.Code}-{change.Period}.xlsx", WriteWorkbook.Of(table, request.Language));
    }

    private static IEnumerable<Row> Whole(NumberChange change) =>
    [
        new(change.Name, change.Period, Before, null, change.Before, change.Unit),
        new(change.Name, change.Period, Redefined, null, change.Redefined, change.Unit),
        new(change.Name, change.Period, After, null, change.After, change.Unit),
    ];

    private static IEnumerable<Row> Of(ChangedAggregate aggregate) =>
    [
        new(aggregate.Words, aggregate.Period, Before, null, aggregate.Before, aggregate.Unit),
        .. aggregate.Lines.Select(line => new Row(aggregate.Words, aggregate.Period, DifferenceWords.Of(line.Kind), line.Units, line.Amount, aggregate.Unit)),
        new(aggregate.Words, aggregate.Period, After, null, aggregate.After, aggregate.Unit),
    ];

    private static Text Before => ("原值", "before");

    private static Text Redefined => ("原数据按现公式", "the earlier facts by the later formula");

    private static Text After => ("现值", "after");

    private sealed record Row(Text Words, Period Period, Text Change, int? Units, decimal? Amount, Unit Unit);
}
