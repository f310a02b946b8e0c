using Lianzhang.Core.Facts;
using Lianzhang.Core.Figures;
using Lianzhang.Core.Programmes;

namespace Lianzhang.Core.Boards;

/// <summary>Computes a programme's board from published figures.</summary>
public static class BuildBoard
{
    /// <param name="reading">The programme with its warnings.</param>
    /// <param name="figures">Everything read, in order.</param>
    /// <param name="asOf">The board's date.</param>
    /// <param name="region">Code of the region whose targets are shown; the programme's own if null.</param>
    /// <param name="units">The units of the registers with what they reported, where there are any.</param>
    /// <param name="evaluated">What indicators came to by the same figures, units and date, where that is kept.</param>
    public static Board Build(ProgrammeReading reading, FigureSet figures, DateOnly asOf, string? region = null, UnitData? units = null, EvaluatedIndicators? evaluated = null)
    {
        var programme = reading.Programme ?? throw new ArgumentException("the programme has faults", nameof(reading));
        var shown = region ?? programme.Head.Region;
        var settled = SettleFigures.Settle(figures.Figures, asOf);
        var rows = new BuildRow(programme, new IndicatorSeries(programme, new FactTable(settled.Figures, units ?? UnitData.Empty), asOf, evaluated ?? new EvaluatedIndicators()), asOf);
        var targets = programme.Targets.Where(target => programme.RegionOf(target) == shown).Select(rows.Build).ToList();
        var figureNames = new NameFigure(programme);
        return new Board(
            new BoardProgramme(programme.Head.Code, programme.Head.Name, programme.Lights.Set.Code),
            asOf,
            new BoardPlace(shown, programme.PlaceName(shown)),
            targets,
            reading.Warnings,
            figures.Unmapped,
            [.. settled.Conflicts.Select(figureNames.Of)]);
    }
}
