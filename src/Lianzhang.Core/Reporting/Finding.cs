using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Reporting;

/// <summary>Something that a check found in a report.</summary>
/// <param name="Rule">Code of the check: of the form's own, or of those that every form has.</param>
/// <param name="Weight">Whether it must be put right or may be explained.</param>
/// <param name="Cells">Keys of the cells that it is about.</param>
/// <param name="Sentence">What was found, with the values, and what to do.</param>
/// <param name="Score">How far out it is; the larger, the sooner a reviewer looks.</param>
public sealed record Finding(string Rule, CheckWeight Weight, IReadOnlyList<string> Cells, Text Sentence, decimal Score = 0)
{
    /// <summary>By which an explanation names it: the same finding in the same cell, whatever its values.</summary>
    public string Key => Cells.Count == 0 ? Rule : $"{Rule}@{Cells[0]}";

    /// <summary>Whether it only says that a cell is still empty, which is no mistake while one is filling in.</summary>
    public bool IsGap => Rule == CheckCells.Unanswered;
}
