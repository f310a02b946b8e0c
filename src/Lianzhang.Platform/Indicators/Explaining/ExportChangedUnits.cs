using Lianzhang.Core.Explaining;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators.Explaining;

/// <summary>Writes the units by which a number became another to Excel: all that <see cref="ListChangedUnits"/> pages through.</summary>
public sealed record ExportChangedUnits(Language Language, NumberQuery Of, string Region, DateTimeOffset Since, int Aggregate = 0) : IRequest<NumberWorkbook>;

internal sealed class ExportChangedUnitsSlice(ChangedUnits units, CurrentBoard current) : Slice<ExportChangedUnits, NumberWorkbook>
{
    public override Permission Permission { get; } = new("registers.read", Changes: false, Recorded: true);

    protected override Subject About(ExportChangedUnits request) => new(Region: request.Region);

    protected override async Task<Answer<NumberWorkbook>> Handle(ExportChangedUnits request, CancellationToken cancel)
    {
        var found = await units.Find(new ListChangedUnits(request.Of, request.Region, request.Since, request.Aggregate, 1, NumberWorkbook.MostRows), cancel);
        if (!found.Succeeded(out var page))
            return found.Problem!;
        if (page.Total > NumberWorkbook.MostRows)
            return NumberWorkbook.TooMany(page.Total);
        var columns = new WorkbookColumns<ChangedUnit>()
            .Text(("单位代码", "code"), 22, row => row.Code)
            .Text(("单位名称", "name"), 36, row => row.Name)
            .Text(("变化", "change"), 10, row => DifferenceWords.Of(row.Kind))
            .Number(("原值", "before"), row => row.Before)
            .Number(("现值", "after"), row => row.After)
            .Number(("差额", "difference"), row => row.Amount)
            .Unit(("计量单位", "unit"), _ => page.Unit);
        var subject = new Text($"{page.Words.Zh}，{page.Period.In(Language.Chinese)}", $"{page.Words.In(Language.English)}, {page.Period}");
        var table = new WorkbookTable<ChangedUnit>(("变化的单位", "Units that changed"), subject, current.DayOf(request.Of.KnownAt), columns, page.Units) { Remark = GeneratedWords.LineOf(page.IsGenerated) };
        return new NumberWorkbook($"changed-{request.Of.Indicator}-{request.Region}-{page.Period}.xlsx", WriteWorkbook.Of(table, request.Language));
    }
}
