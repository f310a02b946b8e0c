using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Programmes;

/// <summary>Writes the list of published versions to Excel or, where two are named, how they differ.</summary>
public sealed record ExportProgrammeVersions(Language Language, int? Before = null, int? After = null) : IRequest<ProgrammeWorkbook>;

internal sealed class ExportProgrammeVersionsSlice(
    Slice<ListProgrammeVersions, ProgrammeVersions> list,
    Slice<CompareProgrammeVersions, ProgrammeComparison> compare,
    TimeProvider time) : Slice<ExportProgrammeVersions, ProgrammeWorkbook>
{
    public override Permission Permission { get; } = new("programmes.read", Changes: false);

    protected override async Task<Answer<ProgrammeWorkbook>> Handle(ExportProgrammeVersions request, CancellationToken cancel)
    {
        if (request is not { Before: { } before, After: { } after })
            return Listed((await list.HandleAny(new ListProgrammeVersions(), cancel)).Value!.Versions, request.Language);
        var compared = await compare.HandleAny(new CompareProgrammeVersions(before, after), cancel);
        return compared.Succeeded(out var comparison) ? Compared(comparison, request.Language) : compared.Problem!;
    }

    private ProgrammeWorkbook Listed(IReadOnlyList<ProgrammeVersionView> versions, Language language)
    {
        var columns = new WorkbookColumns<ProgrammeVersionView>()
            .Text(("方案", "programme"), 24, version => version.Code)
            .Whole(("版本", "version"), version => version.Number)
            .Instant(("发布时间", "recorded"), version => version.RecordedAt)
            .Text(("说明", "note"), 40, version => version.Note)
            .Text(("校验值", "hash"), 70, version => version.Hash);
        return Write("versions", new WorkbookTable<ProgrammeVersionView>(("已发布的版本", "Published versions"), ("方案", "programme"), time.Today(), columns, versions), language);
    }

    private ProgrammeWorkbook Compared(ProgrammeComparison comparison, Language language)
    {
        var columns = new WorkbookColumns<(ProgrammeChange Change, FieldChange Field)>()
            .Text(("清单", "list"), 14, row => row.Change.List)
            .Text(("条目", "entry"), 34, row => row.Change.Key)
            .Text(("变化", "change"), 9, row => ChangeKindWords.Of(row.Change.Kind))
            .Text(("字段", "field"), 18, row => row.Field.Field)
            .Text(("原来", "before"), 44, row => row.Field.Before)
            .Text(("现在", "after"), 44, row => row.Field.After);
        var rows = comparison.Changes.SelectMany(change => change.Fields.Select(field => (change, field))).ToList();
        Text subject = ($"第 {comparison.Before} 版与第 {comparison.After} 版", $"versions {comparison.Before} and {comparison.After}");
        return Write("comparison", new WorkbookTable<(ProgrammeChange, FieldChange)>(("版本比较", "Differences"), subject, time.Today(), columns, rows), language);
    }

    private static ProgrammeWorkbook Write<T>(string name, WorkbookTable<T> table, Language language) =>
        new($"{name}-{table.AsOf:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(table, language));
}
