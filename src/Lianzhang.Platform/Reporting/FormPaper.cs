using Lianzhang.Core.Programmes;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Reporting;

/// <summary>A report as it is put on paper or into a workbook.</summary>
/// <param name="Sheet">The form.</param>
/// <param name="Programme">The programme that the form belongs to.</param>
/// <param name="ProgrammeVersion">Its number.</param>
/// <param name="Period">The period.</param>
/// <param name="Report">The report.</param>
/// <param name="Unit">Code of the unit.</param>
/// <param name="UnitName">Its name.</param>
/// <param name="Content">What is written in.</param>
/// <param name="Before">What was said before, by cell.</param>
internal sealed record FormPaper(
    FormSheet Sheet, Programme Programme, int ProgrammeVersion, Period Period, Guid Report, string Unit, string UnitName, ReportContent Content, IReadOnlyDictionary<string, CellBefore> Before)
{
    /// <summary>What is marked in it; null where nothing is.</summary>
    public IReadOnlyList<Finding>? Findings { get; init; }

    public FormDefinition Form => Sheet.Form;

    public string PeriodName => Period.In(Language.Chinese);

    /// <summary>The lines above the tables: which unit on the left, which form on the right.</summary>
    public IReadOnlyList<(string Left, string Right)> Head =>
    [
        ($"填报单位：{UnitName}", $"表　　号：{Form.Number}"),
        ($"{(Form.Of == FormUnits.Enterprise ? "统一社会信用代码" : "单位代码")}：{Unit}", $"制定机关：{Programme.OrganisationName(Form.Owner).Zh}"),
        ($"报 告 期：{PeriodName}", $"文　　号：{Form.Basis}"),
    ];

    /// <summary>What counts and what does not, as it stands below the tables.</summary>
    public IReadOnlyList<string> Notes =>
    [
        "没有数据的填“不适用”，应有而暂缺的填“缺报”并在说明栏写明原因；确为零的填 0。灰色格不填。",
        .. Form.Sections.SelectMany(section => (section.Rows ?? []).Where(row => row.Note is not null).Select(row => $"{row.Code} {row.Name.Zh}：{row.Note}")),
        .. Form.Sections.Where(section => section.Note is not null).Select(section => $"{section.Name.Zh}：{section.Note}"),
        .. Form.Notes ?? [],
    ];
}
