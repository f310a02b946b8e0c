using System.Data;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>With what a report is filled at once.</summary>
public enum FillWay
{
    /// <summary>What the unit wrote into the same form the last time it was accepted.</summary>
    LikeLast,

    /// <summary>Nothing happened in the period: flows are zero, and what there was is still there.</summary>
    Nothing,
}

/// <summary>How many cells were filled; those that had something kept it.</summary>
public sealed record FilledDraft(int Filled);

/// <summary>Fills the empty cells of a draft of one's own unit at once. What is typed already stays, and all of it can be changed.</summary>
public sealed record FillDraft(Guid Id, FillWay Way) : IRequest<FilledDraft>;

internal sealed class FillDraftSlice(LianzhangDb db, ReportBook book, TimeProvider time) : Slice<FillDraft, FilledDraft>
{
    // Beyond a year what stood is no longer what stands.
    private const int MostPeriodsBack = 12;

    public override Permission Permission { get; } = new("reports.fill", Changes: true);

    internal override IsolationLevel Isolation => IsolationLevel.RepeatableRead;

    protected override async Task<Answer<FilledDraft>> Handle(FillDraft request, CancellationToken cancel)
    {
        if (await book.FindOwn(request.Id, cancel) is not { } open)
            return ReportBook.NoReport;
        if (!open.Report.Standing.IsWithUnit)
            return Problem.Conflict(($"报表当前状态为“{ReportStateWords.Of(open.Report.State).Zh}”，不能改写。", $"The report is {ReportStateWords.Of(open.Report.State).En} and cannot be written."));
        if (request.Way == FillWay.Nothing && !open.Form.Nothing)
            return Problem.Conflict(("本表不能按“本期无数据”填报。", "This form cannot be answered by saying that there is nothing."));
        var source = request.Way == FillWay.Nothing ? Nothing(open, await book.History(open, cancel)) : await LikeLast(open, cancel);
        if (source is null)
            return Problem.Conflict(("以前没有已通过的同一报表，请直接填写。", "The same form was never accepted before; fill it in."));
        var content = ReportJson.ReadContent(open.Report.Draft);
        var filled = source.Where(cell => string.IsNullOrWhiteSpace(content.Find(cell.Key)?.Typed)).ToDictionary(cell => cell.Key, cell => content.Find(cell.Key) is { } there ? there with { Typed = cell.Value } : new CellEntry(cell.Value));
        (open.Report.Draft, open.Report.DraftAt) = (ReportJson.Write(content.With(filled)), time.GetUtcNow());
        return new FilledDraft(filled.Count);
    }

    // A figure from January on is never the same as the last time, unless nothing was added.
    private async Task<Dictionary<string, string>?> LikeLast(OpenReport open, CancellationToken cancel)
    {
        var last = await (from report in book.Own().AsNoTracking()
                          join round in db.Set<ReportRound>() on report.RoundId equals round.Id
                          join version in db.Set<ReportVersion>() on new { Id = report.Id, Number = report.AcceptedVersion } equals new { Id = version.ReportId, version.Number }
                          where report.Unit == open.Report.Unit && round.Form == open.Round.Form && round.Period < open.Round.Period && report.AcceptedVersion > 0
                          orderby round.Period descending
                          select version.Content).FirstOrDefaultAsync(cancel);
        return last is null
            ? null
            : ReportJson.ReadContent(last).Cells.Where(cell => open.Sheet.Find(cell.Key) is { Column.Asks: AskedPeriod.Period } && !IsMissing(cell.Value)).ToDictionary(cell => cell.Key, cell => cell.Value.Typed);
    }

    // Why something was missing then says nothing of now.
    private static bool IsMissing(CellEntry cell) => cell.Typed.Length == 0 || cell.Reason is not null;

    private static Dictionary<string, string> Nothing(OpenReport open, IReadOnlyList<UnitReport> history)
    {
        var facts = OneUnitFacts.Of(open.Report.Unit, open.Programme, history);
        return open.Sheet.Cells.Where(cell => cell is { Kind: CellKind.Number, Item: not null })
            .Select(cell => (cell.Key, Said: cell.Item!.Kind switch
            {
                ItemKind.Flow => cell.Column.Asks == AskedPeriod.Period || open.Period.YearToDate() == open.Period ? "0" : Last(facts, open, cell, 1),
                ItemKind.Stock => Last(facts, open, cell, MostPeriodsBack),
                ItemKind.Rate => null,
            }))
            .Where(cell => cell.Said is not null)
            .ToDictionary(cell => cell.Key, cell => cell.Said!);
    }

    // What was said last; what was never said is not made up.
    private static string? Last(FactArrays facts, OpenReport open, FormCell cell, int mostBack) =>
        Enumerable.Range(1, mostBack)
            .Select(back => facts.Find(cell.Item!.Code, cell.Item.Kind, open.Report.Unit, FormSheet.PeriodOf(cell.Column, open.Period.Shift(-back))))
            .FirstOrDefault(reading => reading is { State: FactState.Value or FactState.Zero }) is { } reading
            ? Quantity.Number(cell.Item!.Unit.FromBase(reading.Amount))
            : null;
}
