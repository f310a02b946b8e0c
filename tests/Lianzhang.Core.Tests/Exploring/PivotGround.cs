using Lianzhang.Core.Cubes;
using Lianzhang.Core.Exploring;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Tests.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Exploring;

/// <summary>Firms of the invented county with what they reported, in 万元.</summary>
internal sealed class PivotGround
{
    public const string County = "990101";
    public const string East = "990101001";
    public const string West = "990101002";

    private readonly List<ReportingUnit> units = [];
    private readonly HashSet<string> places = [];
    private readonly List<ChangedFact> said = [];

    public static Programme Programme => Repository.Qinghe.Programme!;

    public PivotGround Firm(string code, string region, string industry = "baking", params IReadOnlyList<string> clusters)
    {
        var attributes = new Dictionary<string, IReadOnlyList<string>> { ["region"] = [region], ["industry"] = industry.Length > 0 ? [industry] : [] };
        if (clusters.Count > 0)
            attributes["cluster"] = clusters;
        units.Add(new ReportingUnit(code, attributes));
        return this;
    }

    public PivotGround Says(string unit, string month, decimal revenue) => Says(unit, month, new PackedValue(0, revenue == 0 ? FactState.Zero : FactState.Value, (long)(revenue * 10_000), FactFlags.None, null));

    public PivotGround Owes(string unit, string month) => Says(unit, month, new PackedValue(0, FactState.Missing, 0, FactFlags.None, "停产"));

    public PivotGround DoesNotApply(string unit, string month) => Says(unit, month, new PackedValue(0, FactState.NotApplicable, 0, FactFlags.None, null));

    /// <summary>A county that reports for itself, which is no enterprise.</summary>
    public PivotGround Place(string code, string region)
    {
        places.Add(code);
        return Firm(code, region, string.Empty);
    }

    /// <summary>What formulas look up, with the sums of what was reported where they are to be kept.</summary>
    public FactTable Facts(bool areKept, params IEnumerable<PublishedFigure> figures)
    {
        var register = new UnitRegister([.. units.Select(Tables.Always).Select(unit => new UnitHistory(unit.Code, unit.Values, places.Contains(unit.Code)))]);
        var facts = new FactArrays([.. units.Select(unit => unit.Code)], new Dictionary<string, Unit> { ["firm_revenue"] = Unit.Parse("万元") }, 2024).With(said);
        var cells = areKept ? Cube.Build(new CubeDefinition(Programme.Catalogue, [], ["firm_revenue"]), register, facts).Value!.Cells : null;
        return new FactTable(figures, new UnitData(register, facts, Cells: cells));
    }

    public Outcome<Pivot> Ask(string query, params IEnumerable<PublishedFigure> figures)
    {
        var read = PivotQuery.Parse(query, out var faults);
        Assert.Empty(faults);
        return ComputePivot.Of(Programme, Facts(areKept: false, figures), new DateOnly(2026, 6, 30), read);
    }

    public Pivot Table(string query, params IEnumerable<PublishedFigure> figures)
    {
        var made = Ask(query, figures);
        Assert.True(made.Succeeded(out var pivot), string.Join('\n', made.Faults));
        return pivot;
    }

    /// <summary>A table as text: a line for each row, amounts or words.</summary>
    public static string Text(Pivot pivot) => string.Join('\n', pivot.Rows.Lines.Select((row, at) =>
        $"{row.Name.Zh} {string.Join(' ', pivot.Cells[at].Select(cell => cell.Amount is { } amount ? Quantity.Number(amount) : PivotWords.Of(cell)!.Value.Zh.Replace(" ", string.Empty, StringComparison.Ordinal)))}"));

    private PivotGround Says(string unit, string month, PackedValue value)
    {
        said.Add(new ChangedFact(unit, "firm_revenue", Period.Parse(month), value));
        return this;
    }
}
