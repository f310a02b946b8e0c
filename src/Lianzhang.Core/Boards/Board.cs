using Lianzhang.Core.Facts;
using Lianzhang.Core.Figures;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Boards;

/// <summary>Where every target of a programme stands at a date, and what is not known. Amounts are rounded to 4 decimals.</summary>
public sealed record Board(
    BoardProgramme Programme,
    DateOnly AsOf,
    BoardPlace Region,
    IReadOnlyList<BoardRow> Targets,
    IReadOnlyList<Fault> Warnings,
    IReadOnlyList<UnmappedRow> Unmapped,
    IReadOnlyList<BoardConflict> Conflicts);

/// <summary>The programme that a board is of.</summary>
public sealed record BoardProgramme(string Code, Text Name, string LightRules);

/// <summary>A region, industry or body by code and name.</summary>
public sealed record BoardPlace(string Code, Text Name);

/// <summary>One target and where it stands.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Name">Name of the indicator.</param>
/// <param name="Region">Code of the region that answers for it.</param>
/// <param name="Industry">Code of the industry, where it is about one.</param>
/// <param name="Year">The target year; null for a target of every year or for good.</param>
/// <param name="EveryYear">Whether it is to be reached anew every year.</param>
/// <param name="Target">What is to be reached.</param>
/// <param name="Actual">The latest value known at the date.</param>
/// <param name="Baseline">The dated figure that the path starts from.</param>
/// <param name="Expected">The path's value at <paramref name="ExpectedAt"/>.</param>
/// <param name="ExpectedAt">The end of the actual's period, or the board's date where there is no actual value.</param>
/// <param name="Gap">What is still missing to the target, in its unit; negative when it is surpassed.</param>
/// <param name="RequiredGrowth">Growth a year that is still required.</param>
/// <param name="RequiredGrowthUnit">% or, for indicators that are ratios, percentage points.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Colour">The light's colour.</param>
/// <param name="Word">The light's word.</param>
/// <param name="Verdict">After the target year: met, missed or unknown.</param>
/// <param name="Missing">The figures that are needed and not there, with who owes them.</param>
/// <param name="Cite">Where the programme says it.</param>
public sealed record BoardRow(
    string Indicator,
    Text Name,
    string Region,
    string? Industry,
    int? Year,
    bool EveryYear,
    BoardTarget Target,
    BoardActual? Actual,
    BoardBaseline? Baseline,
    decimal? Expected,
    DateOnly? ExpectedAt,
    decimal? Gap,
    decimal? RequiredGrowth,
    Unit? RequiredGrowthUnit,
    Status Status,
    Colour Colour,
    Text Word,
    Verdict? Verdict,
    IReadOnlyList<BoardMissing> Missing,
    Cite Cite);

/// <summary>What is to be reached; a qualitative target has a statement and no value.</summary>
[CarriesTargets]
public sealed record BoardTarget(decimal? Value, decimal? Upper, Unit? Unit, Qualifier Qualifier, Text? Statement);

/// <summary>What of the registers a value rests on beside published figures.</summary>
public enum RegisterUse
{
    None,

    /// <summary>Counted or added up from the units of the registers.</summary>
    Register,

    /// <summary>The same, of units that were made up for trial and are not real.</summary>
    Generated,
}

/// <summary>The value that an indicator came to, with the figures that made it.</summary>
public sealed record BoardActual(decimal Value, Unit Unit, Period Period, string Source, FigureFlag Flag, IReadOnlyList<BoardFigure> Figures, RegisterUse Register = RegisterUse.None);

/// <summary>A published figure as a board shows it.</summary>
public sealed record BoardFigure(
    string Item,
    Text Name,
    string Place,
    Text PlaceName,
    Period Period,
    decimal Value,
    Unit Unit,
    string? Qualifier,
    FigureFlag Flag,
    DateOnly? Published,
    string Source,
    string? Url);

/// <summary>The dated figure that a path starts from.</summary>
public sealed record BoardBaseline(decimal Value, Unit Unit, Period Period, string Source);

/// <summary>A figure or verdict that is needed and not there.</summary>
/// <param name="Item">Code of the item; null for a verdict.</param>
/// <param name="Name">What is missing.</param>
/// <param name="Period">The period that it is missing for.</param>
/// <param name="Owner">Code of the body that owes it.</param>
/// <param name="OwnerName">Name of the body that owes it.</param>
public sealed record BoardMissing(string? Item, Text Name, Period? Period, string Owner, Text OwnerName);

/// <summary>Sources that disagree on a figure, with the rule that chose between them.</summary>
public sealed record BoardConflict(BoardFigure Chosen, IReadOnlyList<BoardFigure> Others, ConflictRule Rule);
