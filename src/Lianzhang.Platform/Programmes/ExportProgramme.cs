using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Programmes;

/// <summary>A list of a programme as an Excel file.</summary>
[CarriesTargets]
public sealed record ProgrammeWorkbook(string FileName, byte[] Content) : Workbook(FileName, Content);

/// <summary>The lists of a programme.</summary>
public enum ProgrammeList
{
    Targets,
    Measures,
    Indicators,
    Industries,
    Regions,
    Warnings,
}

/// <summary>Writes a list of the programme in force to Excel.</summary>
public sealed record ExportProgramme(Language Language, ProgrammeList List) : IRequest<ProgrammeWorkbook>;

internal sealed class ExportProgrammeSlice(PublishedProgrammes programmes, TimeProvider time) : Slice<ExportProgramme, ProgrammeWorkbook>
{
    public override Permission Permission { get; } = new("programmes.read", Changes: false);

    protected override async Task<Answer<ProgrammeWorkbook>> Handle(ExportProgramme request, CancellationToken cancel)
    {
        if (await programmes.Find(null, cancel) is not { Programme: { } programme } published)
            return Problem.NotFound(("没有已发布的方案。", "No such programme is published."));
        return request.List switch
        {
            ProgrammeList.Targets => Write(("目标", "Targets"), ProgrammeSheets.Targets(programme), programme.Targets),
            ProgrammeList.Measures => Write(("工程、机制和任务", "Measures"), ProgrammeSheets.Measures(programme), programme.Measures),
            ProgrammeList.Indicators => Write(("指标", "Indicators"), ProgrammeSheets.Indicators(programme), programme.Indicators),
            ProgrammeList.Industries => Write(("产业和领域", "Industries and fields"), ProgrammeSheets.Industries(programme), programme.Industries),
            ProgrammeList.Regions => Write(("地区和园区", "Regions and places"), ProgrammeSheets.Places(programme), ProgrammeSheets.PlacesOf(programme)),
            ProgrammeList.Warnings => Write(("提示", "Warnings"), ProgrammeSheets.Warnings(), published.Reading.Warnings),
        };

        ProgrammeWorkbook Write<T>(Text title, WorkbookColumns<T> columns, IReadOnlyList<T> rows)
        {
            Text subject = ($"{programme.Head.Name.Zh}第 {published.Number} 版", $"{programme.Head.Name.In(Language.English)}, version {published.Number}");
            var table = new WorkbookTable<T>(title, subject, time.Today(), columns, rows);
            return new ProgrammeWorkbook($"{request.List.ToString().ToLowerInvariant()}-{table.AsOf:yyyy-MM-dd}.xlsx", WriteWorkbook.Of(table, request.Language));
        }
    }
}
