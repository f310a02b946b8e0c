using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Reporting;

/// <summary>Writes items to Excel: what <see cref="ListItems"/> pages through.</summary>
public sealed record ExportItems(Language Language, ItemQuery Query) : IRequest<ReportingWorkbook>;

internal sealed class ExportItemsSlice(ItemBook book, TimeProvider time) : Slice<ExportItems, ReportingWorkbook>
{
    public override Permission Permission { get; } = new("items.read", Changes: false);

    protected override async Task<Answer<ReportingWorkbook>> Handle(ExportItems request, CancellationToken cancel)
    {
        if (await book.Programme(cancel) is not { } programme)
            return ItemBook.NothingPublished;
        var columns = new WorkbookColumns<ItemRow>()
            .Text(("数据项", "item"), 30, item => item.Name)
            .Text(("编码", "code"), 30, item => item.Code)
            .Unit(("计量单位", "unit"), item => item.Unit)
            .Text(("跨期汇总", "over time"), 22, item => ItemWords.OverTime(item.Kind))
            .Text(("跨区域汇总", "over regions"), 22, item => ItemWords.OverRegions(item.OverRegions))
            .Text(("责任单位", "owner"), 18, item => item.OwnerName)
            .Text(("填报单位", "reported by"), 12, item => item.ReportedBy.Count == 0 ? ItemWords.Of(ItemReporter.Nobody) : Text.Join([.. item.ReportedBy.Select(ItemWords.Of)]))
            .Text(("所在报表", "forms"), 24, item => Text.Join([.. item.Forms]))
            .Text(("指标解释", "definition"), 50, item => item.Definition);
        var table = new WorkbookTable<ItemRow>(("数据项", "Items"), programme.Head.Name, time.Today(), columns, ItemBook.Rows(programme, request.Query));
        return new ReportingWorkbook($"items-{time.Today():yyyy-MM-dd}.xlsx", WriteWorkbook.Of(table, request.Language));
    }
}
