using Lianzhang.Core.Values;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>A list of titles, of those who are ready for one, or of support, as an Excel file.</summary>
public sealed record RegisterWorkbook(string FileName, byte[] Content) : Workbook(FileName, Content);

/// <summary>Writes grants of titles to Excel: what <see cref="ListTitles"/> pages through.</summary>
public sealed record ExportTitles(Language Language, TitleQuery Query) : IRequest<RegisterWorkbook>;

internal sealed class ExportTitlesSlice(FindTitles titles, PublishedProgrammes programmes, TimeProvider time) : Slice<ExportTitles, RegisterWorkbook>
{
    public override Permission Permission { get; } = new("titles.read", Changes: false);

    protected override Subject About(ExportTitles request) => new(Region: request.Query.Region);

    protected override async Task<Answer<RegisterWorkbook>> Handle(ExportTitles request, CancellationToken cancel)
    {
        var day = request.Query.AsOf ?? time.Today();
        var programme = (await programmes.Find(null, cancel))?.Programme;
        var found = await (await titles.By(request.Query, day, cancel)).ToListAsync(cancel);
        List<TitleView> rows = [.. found.Select(held => TitleView.Of(held, programme, day))];
        var columns = new WorkbookColumns<TitleView>()
            .Text(("企业", "enterprise"), 34, row => row.Name)
            .Text(("统一社会信用代码", "code"), 22, row => row.Unit)
            .Text(("地区", "region"), 14, row => row.RegionName)
            .Text(("称号", "title"), 22, row => row.TitleName)
            .Text(("层级", "level"), 9, row => row.Level)
            .Text(("证书编号", "certificate"), 20, row => row.Certificate)
            .Date(("认定日期", "from"), row => row.GrantedOn)
            .Date(("有效期至", "valid to"), row => row.ValidTo)
            .Date(("复核日期", "review by"), row => row.ReviewBy)
            .Date(("终止日期", "ended on"), row => row.EndedOn)
            .Text(("终止原因", "why it ended"), 20, row => row.EndReason)
            .Text(("状态", "state"), 9, row => TitleWords.Of(row.State))
            .Text(("数据性质", "nature"), 9, row => GeneratedWords.MarkOf(row.IsGenerated));
        var subject = request.Query.Title is { } title && programme is not null ? programme.TitleName(title) : ("全部称号", "all titles");
        var table = new WorkbookTable<TitleView>(("称号", "Titles"), subject, day, columns, rows) { Remark = GeneratedWords.LineOf(rows.Exists(row => row.IsGenerated)) };
        return new RegisterWorkbook($"titles-{day:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(table, request.Language));
    }
}
