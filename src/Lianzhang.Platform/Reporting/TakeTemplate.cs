using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Reporting;

/// <summary>Why a cell of a workbook was not taken.</summary>
public sealed record CellFault(string Address, string Key, Text Sentence);

/// <summary>What a workbook changes in a draft, and which cells are not taken.</summary>
internal sealed record TakenCells(IReadOnlyDictionary<string, CellEntry> Changed, IReadOnlyList<CellFault> Faults);

/// <summary>
/// Takes what was changed in a workbook since it was downloaded into what stands in the draft: a cell that was left as it was leaves the
/// draft as it is, whatever was typed elsewhere since; a cell that was emptied is cleared.
/// </summary>
internal static class TakeTemplate
{
    private static readonly char[] AfterMissing = ['：', ':', '，', ',', '（', '(', ' '];

    public static TakenCells Of(FilledTemplate filled, FormSheet sheet, ReportContent draft)
    {
        var (changed, faults) = (new Dictionary<string, CellEntry>(StringComparer.Ordinal), new List<CellFault>());
        CellEntry Now(string key) => changed.GetValueOrDefault(key) ?? draft.Find(key) ?? new CellEntry(string.Empty);
        foreach (var cell in filled.Cells.Where(cell => cell.IsFormula || cell.IsChanged))
        {
            var key = cell.Keys[0];
            if (sheet.Find(key) is not { } known || Fault(cell) is not { } fault)
                changed[key] = Typed(Now(key), cell.Text);
            else
                faults.Add(new CellFault(cell.Address, key, ($"{known.Name.Zh}（{cell.Address}）：{fault.Zh}", $"{known.Name.En} ({cell.Address}): {fault.En}")));
        }

        foreach (var remark in filled.Remarks.Where(remark => remark.IsFormula || remark.IsChanged))
        {
            if (Fault(remark) is { } fault)
                faults.Add(new CellFault(remark.Address, remark.Keys[0], ($"说明（{remark.Address}）：{fault.Zh}", $"remark ({remark.Address}): {fault.En}")));
            else
                Remark(remark.Text, [.. remark.Keys.Select(sheet.Find).OfType<FormCell>()], Now, changed);
        }

        return new TakenCells(changed, faults);
    }

    /// <summary>What was typed into a cell, where a missing value may have its reason behind the word.</summary>
    public static CellEntry Typed(CellEntry now, string text)
    {
        var word = ReadCell.MissingWord.Zh;
        if (text.Length > word.Length + 1 && text.StartsWith(word, StringComparison.Ordinal) && AfterMissing.Contains(text[word.Length]))
            return now with { Typed = word, Reason = text[(word.Length + 1)..].Trim('）', ')', ' ') };
        return now with { Typed = text, Reason = CellRemark.IsMissing(text) ? now.Reason : null };
    }

    private static void Remark(string text, IReadOnlyList<FormCell> cells, Func<string, CellEntry> now, Dictionary<string, CellEntry> changed)
    {
        if (cells.Count == 0)
            return;
        var parts = CellRemark.Read(text, cells, cell => now(cell.Key).Typed);
        foreach (var cell in cells)
        {
            // A reason that stands in the cell itself stays where the remark says none.
            var (was, said) = (now(cell.Key), parts.GetValueOrDefault(cell.Key));
            var entry = was with { Reason = CellRemark.IsMissing(was.Typed) ? said.Reason ?? (text.Length > 0 ? was.Reason : null) : null, Note = said.Note };
            if (entry != was)
                changed[cell.Key] = entry;
        }
    }

    private static Text? Fault(FilledCell cell) => cell switch
    {
        { IsFormula: true } => ("是公式，没有采用；请复制后“选择性粘贴”为数值", "it is a formula and was not taken; paste the value instead"),
        { Text.Length: > ReadCell.LongestText } => ($"超过 {ReadCell.LongestText} 字，没有采用", $"it has more than {ReadCell.LongestText} characters and was not taken"),
        _ => (Text?)null,
    };
}
