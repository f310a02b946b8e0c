using System.Globalization;
using Lianzhang.Core.Cubes;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Values;

namespace Lianzhang.Benchmarks.Cube;

/// <summary>The product's own: facts in arrays, cells that go along.</summary>
internal sealed class OurCube : ICubeEngine
{
    private static readonly string[] ItemCodes = [.. Enumerable.Range(0, CubeWorld.Items).Select(item => $"i{item}")];

    private CubeWorld world = null!;
    private UnitRegister register = UnitRegister.Empty;
    private FactArrays facts = FactArrays.Empty;
    private Core.Cubes.Cube cube = null!;
    private Catalogue catalogue = null!;
    private FactTable table = null!;
    private Formula[] formulas = [];
    private double[] indicators = [];
    private int[] regions = [];

    public void Load(CubeWorld world)
    {
        this.world = world;
        var units = Enumerable.Range(0, world.Units).Select(Name).ToList();
        var since = new DateOnly(2020, 1, 1);
        register = new UnitRegister([.. units.Select((code, unit) => new UnitHistory(code, [new(UnitAttributes.Region, Name(CubeWorld.FirstCounty + world.County(unit)), since), new(UnitAttributes.Industry, Name(CubeWorld.FirstClass + world.Class(unit)), since)]))]);
        facts = new FactArrays(units, ItemCodes.ToDictionary(code => code, _ => Unit.One), CubeWorld.FirstYear);
        for (var item = 0; item < CubeWorld.Items; item++)
        {
            for (var unit = 0; unit < world.Units; unit++)
            {
                for (var month = 0; month < CubeWorld.Months; month++)
                {
                    if (CubeWorld.Value(item, unit, month) is { } value)
                        facts.Put(unit, ItemCodes[item], Month(month), Packed(value));
                }
            }
        }

        catalogue = Catalogue();
        formulas = [.. CubeWorld.Indicators.Select(indicator => ParseFormula.Parse(indicator.Formula, out _)!)];
        regions = [.. world.AllRegions];
        indicators = new double[regions.Length * formulas.Length * CubeWorld.Months];
        cube = Core.Cubes.Cube.Build(new CubeDefinition(catalogue, formulas, ItemCodes), register, facts, (count, work) => Parallel.For(0, count, work)).Value!;
        table = Table();
    }

    // As the tables of the others have their units in place already.
    public void Full()
    {
        cube.Recount(facts);
        IReadOnlyList<int> all = [.. Enumerable.Range(0, CubeWorld.Months)];
        // Cells that are there may be read by several at once.
        Parallel.For(0, regions.Length, region => Evaluate(region, all));
    }

    // What is not said any more is missing: it was asked for.
    public void Refresh(CorrectedReport report)
    {
        facts = facts.With([.. report.Values.Select((value, item) => new ChangedFact(Name(report.Unit), ItemCodes[item], Month(report.Month), Packed(value)))]);
        if (!cube.Take(facts))
            throw new InvalidOperationException("the facts do not follow");
        table = Table();
        // A month counts in its own growth and in that of a year later.
        foreach (var region in world.Regions(world.County(report.Unit)))
            Evaluate(Array.BinarySearch(regions, region), report.Month + 12 < CubeWorld.Months ? [report.Month, report.Month + 12] : [report.Month]);
    }

    public double[] Indicators() => indicators;

    public ulong Digest()
    {
        var digest = 0UL;
        foreach (var region in Enumerable.Range(0, world.Counties).SelectMany(world.Regions).Distinct())
        {
            foreach (var industry in Enumerable.Range(0, CubeWorld.Classes).SelectMany(CubeWorld.IndustryNodes).Distinct())
            {
                for (var item = 0; item < CubeWorld.Items; item++)
                {
                    for (var month = 0; month < CubeWorld.Months; month++)
                    {
                        var cell = cube.Find(ItemCodes[item], Name(region), industry == 0 ? null : Name(industry), null, Month(month))!.Value;
                        digest += CubeWorld.Digest(region, industry, item, month, (long)cell.Sum, cell.Values);
                    }
                }
            }
        }

        return digest;
    }

    public void Dispose()
    {
    }

    private FactTable Table() => new([], new UnitData(register, facts, Cells: cube.Cells));

    private void Evaluate(int region, IReadOnlyList<int> months)
    {
        var context = new FormulaContext(table, catalogue, _ => null, Name(regions[region]), Month(0));
        IReadOnlyList<Period> periods = [.. months.Select(Month)];
        for (var at = 0; at < formulas.Length; at++)
        {
            var series = indicators.AsSpan(((region * formulas.Length) + at) * CubeWorld.Months, CubeWorld.Months);
            foreach (var month in months)
                series[month] = double.NaN;
            foreach (var value in EvaluateFormula.Values(formulas[at], context, periods))
                series[((value.Period.Year - CubeWorld.FirstYear) * 12) + value.Period.LastMonth - 1] = (double)value.Amount;
        }
    }

    private static string Name(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static Period Month(int month) => Period.OfMonth(CubeWorld.FirstYear + (month / 12), (month % 12) + 1);

    private static PackedValue Packed(long? value) => new(0, value switch { null => FactState.Missing, 0 => FactState.Zero, _ => FactState.Value }, value ?? 0, FactFlags.None, null);

    private Catalogue Catalogue()
    {
        var parents = new Dictionary<string, string?> { ["0"] = null };
        for (var county = 0; county < world.Counties; county++)
        {
            var nodes = world.Regions(county);
            for (var at = nodes.Length - 1; at > 0; at--)
                parents[Name(nodes[at])] = Name(nodes[at - 1]);
        }

        var industries = new Dictionary<string, string?>();
        for (var @class = 0; @class < CubeWorld.Classes; @class++)
        {
            industries[Name(1 + CubeWorld.Industry(@class))] = null;
            industries[Name(CubeWorld.FirstClass + @class)] = Name(1 + CubeWorld.Industry(@class));
        }

        return new Catalogue(
            ItemCodes.ToDictionary(code => code, code => new CatalogueItem(code, ItemKind.Flow, Unit.One)),
            new Dictionary<string, Unit>(),
            new Dictionary<string, CatalogueAttribute>
            {
                [UnitAttributes.Region] = new(UnitAttributes.Region, null, new CodeTree(parents)),
                [UnitAttributes.Industry] = new(UnitAttributes.Industry, null, new CodeTree(industries)),
            },
            new HashSet<string>());
    }
}
