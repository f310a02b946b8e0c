using Lianzhang.Core.Cubes;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Tests.Cubes;

/// <summary>What may happen to units, reports and definitions.</summary>
public enum CubeEvent
{
    Reported,
    Returned,
    ReportedTogether,
    RepeatedDelivery,
    Opened,
    Closed,
    Moved,
    Merged,
    Reclassified,
    Joined,
    RegionSplit,
    FormulaChanged,
    Rebuilt,
    Recounted,
}

/// <summary>One thing that happens, told by small numbers so that a counterexample shrinks well.</summary>
public readonly record struct CubeStep(CubeEvent Event, int Unit, int Month, int Value);

/// <summary>A small world that things happen to, with a cube that goes along.</summary>
internal sealed class CubeHistory
{
    // Which periods are kept beside months.
    private readonly PeriodKind longer;

    public const int FirstYear = 2024;

    private const int Months = 30;
    private const long BeyondHalfTheRoom = 1L << 40;
    private static readonly string[] Codes = ["u1", "u2", "u3", "u4"];
    private static readonly string[] Items = ["output", "staff"];
    private static readonly string[] Regions = ["city", "east", "west", "west1"];
    private static readonly string[] Industries = ["green", "solar", "wind"];
    private static readonly PeriodKind[] Kinds = Enum.GetValues<PeriodKind>();
    private static readonly Formula[][] Formulas =
    [
        [.. Parsed("sum(output)", "ytd(sum(default(output, 0)))", "count(units where industry in green)", "count(clusters where sum(default(output, 0)) > 10 万元)", "-share(sum(output where industry in solar), sum(default(output, 0)) + sum(output))")],
        [.. Parsed("avg(staff where industry = solar)", "yoy(sum(output where not region = east))", "count(output)", "count(clusters where (count(units) >= 2 家 and not (sum(output) < 5 万元)) or count(staff) = 1 家)", "yoy(sum(default(output, 0)) / avg(staff)) * 2 - 1")],
    ];

    private static readonly (string Region, PeriodKind Kind)[] Places = [("city", PeriodKind.Month), ("west", PeriodKind.YearToDate), ("east", PeriodKind.Year)];

    private readonly Dictionary<string, List<DatedValue>> units = Codes.ToDictionary(code => code, code => new List<DatedValue>
    {
        new("region", code is "u1" or "u2" ? "east" : "west", new DateOnly(2020, 1, 1)), new("industry", code is "u1" or "u3" ? "solar" : "wind", new DateOnly(2020, 1, 1)),
    });

    private readonly List<ChangedFact> said = [];
    private bool isSplit;
    private int formulas;
    private Catalogue catalogue = CatalogueOf(isSplit: false);
    private FactArrays facts = Empty();

    public CubeHistory(PeriodKind longer)
    {
        this.longer = longer;
        Cube = Build(facts);
    }

    public Cube Cube { get; private set; }

    public void Do(CubeStep step)
    {
        var unit = Codes[step.Unit % Codes.Length];
        var day = Day(step.Month);
        switch (step.Event)
        {
            case CubeEvent.Reported or CubeEvent.Returned:
                Report([Said(step, unit, step.Event == CubeEvent.Returned)]);
                break;
            case CubeEvent.ReportedTogether:
                // Two deliveries that the cube takes at once, the later month first.
                facts = Put([Said(step with { Month = step.Month + 1 }, unit, returned: false), Said(step, Codes[(step.Unit + 1) % Codes.Length], returned: false)]);
                Report([Said(step, unit, returned: false)]);
                break;
            case CubeEvent.RepeatedDelivery when said.Count > 0:
                Report([said[step.Value % said.Count], .. said.TakeLast(1)]);
                Assert.True(Cube.Take(facts));
                break;
            case CubeEvent.RegionSplit:
                (isSplit, catalogue) = (!isSplit, CatalogueOf(!isSplit));
                Cube = Build(facts);
                break;
            case CubeEvent.FormulaChanged:
                formulas = 1 - formulas;
                Cube = Build(facts);
                break;
            case CubeEvent.Rebuilt:
                Cube = Build(facts);
                break;
            case CubeEvent.Recounted:
                // Read from the store again: the same, but no step leads there.
                facts = ReadAgain();
                Assert.True(Cube.Recount(facts));
                break;
            default:
                Change(step, unit, day);
                Assert.Null(Cube.Take(Register()));
                break;
        }
    }

    /// <summary>The same counted from nothing: facts in the order in which they were said, units as they stand.</summary>
    public Cube Anew() => Build(ReadAgain());

    /// <summary>What the formulas come to in one place, by the cube, beside the period of a year before, and by asking each unit.</summary>
    public IEnumerable<(string Formula, Reading ByCube, Reading ByUnits)> Readings(int month)
    {
        var (region, kind) = Places[month % Places.Length];
        var period = Period.LastEnded(kind, Day(month));
        FormulaContext Over(UnitCells? cells) => new(new FactTable([], new UnitData(Cube.Register, facts, Cells: cells)), catalogue, _ => null, region, period);
        foreach (var formula in Formulas[formulas])
        {
            var byUnits = EvaluateFormula.Evaluate(formula, Over(null));
            yield return ($"{formula} {region} {period}", EvaluateFormula.Evaluate(formula, Over(Cube.Cells)).Reading, byUnits.Reading);
            var yearBefore = period.InYear(period.Year - 1);
            var beside = EvaluateFormula.Values(formula, Over(Cube.Cells), [yearBefore, period]).ToDictionary(value => value.Period);
            foreach (var (at, alone) in new[] { (yearBefore, EvaluateFormula.Evaluate(formula, Over(null) with { Period = yearBefore })), (period, byUnits) })
            {
                var together = beside.TryGetValue(at, out var value) && value.UsesUnits == alone.UsesUnits ? Reading.Of(value.Amount) : Reading.NotApplicable;
                yield return ($"{formula} {region} {at} beside another", together, alone.Reading is { HasValue: true } told ? told : Reading.NotApplicable);
            }
        }
    }

    private FactArrays ReadAgain()
    {
        var all = Empty();
        foreach (var change in said)
            all.Put(Array.IndexOf(Codes, change.Unit), change.Item, change.Period, change.Value);
        return all;
    }

    private void Change(CubeStep step, string unit, DateOnly day)
    {
        var values = units[unit];
        var now = step.Event switch
        {
            CubeEvent.Closed => Ended(values, day),
            CubeEvent.Opened => [.. Ended(values, day), new("region", Regions[step.Value % 3], day), new("industry", Industries[step.Value % 3], day)],
            CubeEvent.Moved => ChangeHistory.Set(values, "region", Regions[step.Value % Regions.Length], day) is var change ? Applied(values, change) : values,
            CubeEvent.Reclassified => Applied(values, ChangeHistory.Set(values, "industry", step.Value % 4 == 3 ? null : Industries[step.Value % 3], day)),
            CubeEvent.Joined => step.Value % 3 == 0
                ? Applied(values, ChangeHistory.Leave(values, "cluster", "c1", day))
                : Applied(values, ChangeHistory.Join(values, "cluster", step.Value % 3 == 1 ? "c1" : "c2", day)),
            CubeEvent.Merged => [.. Ended(values, day), new("merged_into", Codes[(step.Unit + 1) % Codes.Length], day)],
            _ => values,
        };
        units[unit] = now;
    }

    private static List<DatedValue> Ended(List<DatedValue> values, DateOnly day) =>
        [.. values.Where(value => value.From < day).Select(value => value.HoldsAt(day) ? value with { To = day.AddDays(-1) } : value)];

    private static List<DatedValue> Applied(List<DatedValue> values, HistoryChange change) => [.. values.Except(change.Retired), .. change.Added];

    private void Report(IReadOnlyList<ChangedFact> changes)
    {
        facts = Put(changes);
        Assert.True(Cube.Take(facts));
    }

    private FactArrays Put(IReadOnlyList<ChangedFact> changes)
    {
        said.AddRange(changes);
        return facts.With(changes);
    }

    private static ChangedFact Said(CubeStep step, string unit, bool returned)
    {
        var kind = Kinds[step.Value % 7 is var at && at < Kinds.Length ? at : 0];
        var period = Period.LastEnded(kind, Day(step.Month).AddMonths(1).AddDays(-1));
        var value = returned || step.Value % 11 == 3
            ? new PackedValue(0, FactState.Missing, 0, FactFlags.None, "更正")
            : step.Value % 11 == 5 ? new PackedValue(0, FactState.NotApplicable, 0, FactFlags.None, null) : new PackedValue(0, FactState.Value, (step.Value - 20) * (step.Value % 13 == 7 ? BeyondHalfTheRoom : 12_345L), FactFlags.None, null);
        return new ChangedFact(unit, Items[step.Value % Items.Length], period, value);
    }

    private static DateOnly Day(int month) => new DateOnly(FirstYear, 1, 1).AddMonths(month % Months);

    private UnitRegister Register() => new([.. units.Select(unit => new UnitHistory(unit.Key, [.. unit.Value]))]);

    private static IEnumerable<Formula> Parsed(params IEnumerable<string> sources) => sources.Select(source => ParseFormula.Parse(source, out _)!);

    private static FactArrays Empty() => new(Codes, new Dictionary<string, Unit> { ["output"] = Unit.Parse("万元"), ["staff"] = Unit.Parse("人") }, FirstYear);

    private Cube Build(FactArrays of)
    {
        var cube = Cube.Build(new CubeDefinition(catalogue, Formulas[formulas], Items), Register(), of).Value!;
        // Asked for once, longer periods are kept from then on.
        foreach (var item in Items)
            cube.Find(item, "city", null, Period.LastEnded(longer, new DateOnly(FirstYear + 1, longer == PeriodKind.YearToDate ? 11 : 12, 28)));
        return cube;
    }

    private static Catalogue CatalogueOf(bool isSplit) => new(
        new Dictionary<string, CatalogueItem> { ["output"] = new("output", ItemKind.Flow, Unit.Parse("万元")), ["staff"] = new("staff", ItemKind.Stock, Unit.Parse("人")) },
        new Dictionary<string, Unit>(),
        new Dictionary<string, CatalogueAttribute>
        {
            ["region"] = new("region", "regions", new CodeTree(new Dictionary<string, string?> { ["city"] = null, ["east"] = "city", ["west"] = "city", ["west1"] = isSplit ? "west" : "city" })),
            ["industry"] = new("industry", "industries", new CodeTree(new Dictionary<string, string?> { ["green"] = null, ["solar"] = "green", ["wind"] = "green" })),
            ["cluster"] = new("cluster", "clusters", new CodeTree(new Dictionary<string, string?> { ["c1"] = null, ["c2"] = null })),
        },
        new HashSet<string>());
}
