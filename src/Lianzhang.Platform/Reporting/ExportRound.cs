using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;


/// <summary>Writes the units of a round to Excel: what <see cref="GetRound"/> pages through.</summary>
public sealed record ExportRound(Language Language, Guid Id, RoundQuery Query) : IRequest<ReportingWorkbook>;

internal sealed class ExportRoundSlice(RoundBook book, RoundUnits units, TimeProvider time) : Slice<ExportRound, ReportingWorkbook>
{
    public override Permission Permission { get; } = new("rounds.read", Changes: false);

    protected override Subject About(ExportRound request) => new(Region: request.Query.Region);

    protected override async Task<Answer<ReportingWorkbook>> Handle(ExportRound request, CancellationToken cancel)
    {
        if (await book.Seen().SingleOrDefaultAsync(round => round.Id == request.Id, cancel) is not { } round)
            return RoundBook.NoRound;
        var programme = await book.Programme(round, cancel);
        var row = await book.Row(round, RoundCounts.None, cancel);
        var rows = await units.Rows(units.Of(round, programme, request.Query), programme, cancel);
        var columns = new WorkbookColumns<RoundUnit>()
            .Text(("单位", "unit"), 34, unit => unit.Name)
            .Text(("代码", "code"), 22, unit => unit.Unit)
            .Text(("地区", "region"), 14, unit => unit.RegionName)
            .Text(("状态", "state"), 10, unit => RoundUnitWords.Of(unit, time.Today()))
            .Date(("截止日期", "due"), unit => unit.Due)
            .Date(("锁定日期", "locked after"), unit => unit.Lock)
            .Date(("首次报送", "first sent"), unit => unit.ReceivedOn)
            .Whole(("迟报天数", "days late"), unit => unit.LateDays)
            .Text(("延期原因", "why it has more time"), 24, unit => unit.ExtensionReason)
            .Text(("免报原因", "why it is exempt"), 24, unit => unit.ExemptReason)
            .Text(("未报原因", "why it is missing"), 24, unit => unit.MissingReason);
        var table = new WorkbookTable<RoundUnit>(("报送进度", "Round"), ($"{row.Name.Zh} {row.Period.In(Language.Chinese)}", $"{row.Name.In(Language.English)} {row.Period}"), time.Today(), columns, rows);
        return new ReportingWorkbook($"{round.Form}-{row.Period}.xlsx", WriteWorkbook.Of(table, request.Language));
    }
}

/// <summary>The words for how the report of a unit goes.</summary>
public static class RoundUnitWords
{
    public static Text Of(RoundUnit unit, DateOnly today) => unit switch
    {
        { ExemptReason: not null } => RoundWords.Of(RoundFilter.Exempt),
        { State: ReportState.Open } when unit.Due < today => RoundWords.Of(RoundFilter.Missing),
        _ => ReportStateWords.Of(unit.State),
    };
}
