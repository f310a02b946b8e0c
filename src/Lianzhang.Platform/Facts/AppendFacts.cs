using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Facts;

/// <summary>What was appended. The same source a second time changes nothing and is answered alike.</summary>
/// <param name="Batch">The number under which it counts; later batches count before earlier ones.</param>
/// <param name="Reports">How many reports it holds.</param>
/// <param name="Values">How many values they hold.</param>
/// <param name="WasThere">Whether it had been appended before.</param>
public sealed record AppendedFacts(long Batch, int Reports, int Values, bool WasThere);

/// <summary>
/// Appends what units reported: all of it or, when anything is wrong, none. Nothing is overwritten; a later report of the same item,
/// unit and period counts in place of an earlier one.
/// </summary>
/// <param name="Origin">Where it comes from.</param>
/// <param name="SourceId">By which the source knows it.</param>
/// <param name="Title">What it is called beside the figures.</param>
/// <param name="Reports">The reports, in the order in which they count.</param>
public sealed record AppendFacts(FactOrigin Origin, string SourceId, string Title, IReadOnlyList<UnitReport> Reports) : IRequest<AppendedFacts>
{
    /// <summary>More are appended in several batches, so that memory stays bounded.</summary>
    public const int MostReports = 100_000;

    public override string ToString() => $"{Origin} {SourceId} {Title}";
}

internal sealed class AppendFactsSlice(LianzhangDb db, PublishedProgrammes programmes, StoredFacts stored, FactNumbers numbers, TimeProvider time) : Slice<AppendFacts, AppendedFacts>
{
    private const int LongestText = 200;
    private const int MostFaults = 50;
    private const int MostMonthsAhead = 12;

    // So that no unit's sum over a year can go beyond what is kept of it.
    private const decimal LargestAmount = 50_000_000_000_000m;

    private static readonly CompiledQuery<Func<LianzhangDb, string, CancellationToken, Task<FactBatch?>>> OfSource = new(() => EF.CompileAsyncQuery((LianzhangDb db, string source, CancellationToken _) => db.Set<FactBatch>().AsNoTracking().SingleOrDefault(batch => batch.SourceId == source)));

    private static readonly BulkTable Table = new("facts_report", "BatchId", "Unit", "Period", "Payload");

    public override Permission Permission { get; } = new("facts.append", Changes: true, For: Audience.Product);

    protected override Problem? Validate(AppendFacts request)
    {
        if (request.SourceId.Length is 0 or > LongestText || request.Title.Length is 0 or > LongestText)
            return Problem.Invalid(($"来源编号和名称须为 1 至 {LongestText} 字。", $"The source's id and title have 1 to {LongestText} characters."));
        return request.Reports.Count > AppendFacts.MostReports
            ? Problem.Invalid(($"一次最多 {AppendFacts.MostReports} 份报表，请分批。", $"At most {AppendFacts.MostReports} reports at once; send several batches."))
            : null;
    }

    protected override async Task<Answer<AppendedFacts>> Handle(AppendFacts request, CancellationToken cancel)
    {
        if (await OfSource.In(db)(db, request.SourceId, cancel) is { } there)
            return new AppendedFacts(there.Id, there.Reports, there.Values, WasThere: true);
        if (await programmes.Find(null, cancel) is not { } published)
            return Problem.NotFound(("没有已发布的方案，无法对应数据项。", "No programme is published that items could be mapped to."));
        if (FarAhead(request.Reports).Concat(Faults(request.Reports, published.Programme)).Take(MostFaults).ToList() is { Count: > 0 } faults)
            return Problem.Invalid(("数据有误，没有写入任何数据。", "Some values are wrong; nothing was written."), faults);
        return await Append(request, cancel);
    }

    private async Task<AppendedFacts> Append(AppendFacts request, CancellationToken cancel)
    {
        // Read so that two that append at once conflict and one is done again: batches are then numbered in the order in which they are seen.
        await stored.Latest(cancel);
        var units = await numbers.Of(FactCodeKind.Unit, request.Reports.Select(report => report.Unit).ToHashSet(), cancel);
        var items = await numbers.Of(FactCodeKind.Item, request.Reports.SelectMany(report => report.Values, (_, value) => value.Item).ToHashSet(), cancel);
        var batch = new FactBatch
        {
            Origin = request.Origin,
            SourceId = request.SourceId,
            Title = request.Title,
            RecordedAt = time.GetUtcNow(),
            Reports = request.Reports.Count,
            Values = request.Reports.Sum(report => report.Values.Count),
        };
        db.Add(batch);
        await db.SaveChangesAsync(cancel);
        await db.Bulk(Table, request.Reports.Select(report => new object?[] { batch.Id, units[report.Unit], PeriodNumber.Of(report.Period), Packed(report, items) }), cancel);
        return new AppendedFacts(batch.Id, batch.Reports, batch.Values, WasThere: false);
    }

    private static byte[] Packed(UnitReport report, Dictionary<string, int> items) =>
        ReportPayload.Pack([.. report.Values.Select(value => new PackedValue(items[value.Item], value.State, Conventions.ToScaled(value.Amount), value.Flags, value.Reason))]);

    private IEnumerable<Fault> FarAhead(IReadOnlyList<UnitReport> reports) => reports.Index()
        .Where(pair => pair.Item.Period.Start > time.Today().AddMonths(MostMonthsAhead))
        .Select(pair => new Fault(new Location($"{pair.Item.Unit} {pair.Item.Period}", pair.Index + 1), ($"时期在 {MostMonthsAhead} 个月以后，请核对年份", $"the period lies more than {MostMonthsAhead} months ahead; check the year")));

    private static IEnumerable<Fault> Faults(IReadOnlyList<UnitReport> reports, Programme programme) =>
        from pair in reports.Index()
        from value in pair.Item.Values
        let fault = FaultOf(value, programme)
        where fault is not null
        select new Fault(new Location($"{pair.Item.Unit} {pair.Item.Period}", pair.Index + 1), fault.Value);

    private static Text? FaultOf(in ReportedValue value, Programme programme) => value switch
    {
        _ when programme.FindItem(value.Item) is null => ($"方案中没有数据项 {value.Item}", $"the programme has no item {value.Item}"),
        { State: FactState.Undefined } => ($"{value.Item}：须为数值、零、不适用或缺报", $"{value.Item}: say a value, zero, not applicable or missing"),
        { State: FactState.Missing, Reason: null or "" } => ($"{value.Item}：缺报须说明原因", $"{value.Item}: a missing value needs a reason"),
        { Reason.Length: > LongestText } => ($"{value.Item}：说明超过 {LongestText} 字", $"{value.Item}: the reason is longer than {LongestText} characters"),
        _ when (value.Amount != 0) != (value.State == FactState.Value) => ($"{value.Item}：数值与状态不符", $"{value.Item}: the amount does not fit the state"),
        _ when !Conventions.CanStore(value.Amount) || Math.Abs(value.Amount) > LargestAmount => ($"{value.Item}：数值最多保留 {Conventions.Decimals} 位小数，且不能过大", $"{value.Item}: a value has at most {Conventions.Decimals} decimals and must not be too large"),
        _ => null,
    };
}
