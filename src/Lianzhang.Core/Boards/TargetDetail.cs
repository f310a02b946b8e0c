using System.Text.Json.Serialization;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Boards;

/// <summary>A point of an indicator's series, in the target's unit.</summary>
public sealed record SeriesPoint(Period Period, decimal Value, FigureFlag Flag, IReadOnlyList<BoardFigure> Figures);

/// <summary>A target with all that explains where it stands.</summary>
/// <param name="Row">Where it stands.</param>
/// <param name="Indicator">The indicator with its formula.</param>
/// <param name="FormulaInWords">The formula in the programme's words; null for a qualitative indicator.</param>
/// <param name="OwnerName">The body that answers for the indicator.</param>
/// <param name="Path">The way from baseline to target, where there is a baseline.</param>
/// <param name="Series">Every value of the indicator known at the date, oldest first.</param>
/// <param name="Conflicts">Sources that disagree on a figure that the indicator rests on.</param>
/// <param name="Verdicts">The recorded verdicts of a target without a number.</param>
/// <param name="Measures">The measures that serve it.</param>
public sealed record TargetDetail(
    BoardRow Row,
    Indicator Indicator,
    Text? FormulaInWords,
    Text OwnerName,
    Trajectory? Path,
    IReadOnlyList<SeriesPoint> Series,
    IReadOnlyList<BoardConflict> Conflicts,
    IReadOnlyList<RecordedVerdict> Verdicts,
    IReadOnlyList<Measure> Measures)
{
    /// <summary>The figures of the series, each once, those of the latest period first.</summary>
    [JsonIgnore]
    public IReadOnlyList<BoardFigure> AllFigures => [.. Series.Reverse().SelectMany(point => point.Figures).Distinct()];
}
