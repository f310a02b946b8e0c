using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators.Explaining;

/// <summary>Writes the units of a number to Excel: all that <see cref="ListExplainedUnits"/> pages through.</summary>
public sealed record ExportExplainedUnits(Language Language, NumberQuery Of, string Region, int Aggregate = 0, bool OnlyMissing = false) : IRequest<NumberWorkbook>;

internal sealed class ExportExplainedUnitsSlice(ExplainedUnits units, CurrentBoard current) : Slice<ExportExplainedUnits, NumberWorkbook>
{
    public override Permission Permission { get; } = new("registers.read", Changes: false, Recorded: true);

    protected override Subject About(ExportExplainedUnits request) => new(Region: request.Region);

    protected override async Task<Answer<NumberWorkbook>> Handle(ExportExplainedUnits request, CancellationToken cancel)
    {
        var found = await units.Find(new ListExplainedUnits(request.Of, request.Region, request.Aggregate, request.OnlyMissing, 1, NumberWorkbook.MostRows), cancel);
        if (!found.Succeeded(out var page))
            return found.Problem!;
        if (page.Total > NumberWorkbook.MostRows)
            return NumberWorkbook.TooMany(page.Total);
        var subject = new Text($"{page.Words.Zh}，{page.Period.In(Language.Chinese)}", $"{page.Words.In(Language.English)}, {page.Period}");
        var table = new WorkbookTable<ExplainedUnit>(("数值构成", "What a number rests on"), subject, current.DayOf(request.Of.KnownAt), Columns(page), page.Units) { Remark = GeneratedWords.LineOf(page.IsGenerated) };
        return new NumberWorkbook($"units-{request.Of.Indicator}-{request.Region}-{page.Period}.xlsx", WriteWorkbook.Of(table, request.Language));
    }

    private static WorkbookColumns<ExplainedUnit> Columns(ExplainedUnitPage page) => new WorkbookColumns<ExplainedUnit>()
        .Text(("单位代码", "code"), 22, row => row.Code)
        .Text(("单位名称", "name"), 36, row => row.Name)
        .Text(("地区", "region"), 14, row => row.RegionName)
        .Number(("数值", "amount"), row => row.Amount)
        .Unit(("计量单位", "unit"), _ => page.Unit)
        .Text(("状态", "state"), 9, row => AnswerWords.Of(row.State))
        .Text(("说明", "reason"), 24, row => row.Reason)
        .Text(("标记", "flags"), 14, row => FactFlagWords.Of(row.Flags));
}
