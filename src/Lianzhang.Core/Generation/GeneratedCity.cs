namespace Lianzhang.Core.Generation;

/// <summary>A city of an economy that was made up. It holds an outline of its enterprises; each is made in full when it is asked for.</summary>
public sealed class GeneratedCity
{
    private readonly GenerationPlan plan;
    private readonly CityGround ground;
    private readonly IReadOnlyList<FirmSketch> all;
    private readonly IReadOnlyList<FirmSketch> firms;
    private readonly GenerateHistory history;
    private readonly GenerateTitles titles;
    private readonly GenerateReports reports;

    internal GeneratedCity(GenerationPlan plan, int number)
    {
        this.plan = plan;
        Number = number;
        ground = CityGround.Of(plan, number);
        all = SketchCity.Of(plan, ground);
        firms = [.. all.Where(firm => firm.Founded <= plan.Last.Start)];
        history = new GenerateHistory(plan, ground);
        titles = new GenerateTitles(plan, ground);
        reports = new GenerateReports(plan, ground, new CityLevels(plan, ground, all));
    }

    /// <summary>From 0.</summary>
    public int Number { get; }

    /// <summary>How many enterprises there were until the last month.</summary>
    public int Count => firms.Count;

    /// <summary>The city with its counties.</summary>
    public IReadOnlyList<GeneratedRegion> Regions => ground.Regions;

    public IReadOnlyList<GeneratedCluster> Clusters => ground.Clusters;

    /// <summary>The credit code of an enterprise, from 0.</summary>
    public string Code(int index) => Code(firms[index]);

    public GeneratedEnterprise Enterprise(int index)
    {
        var firm = firms[index];
        return new GeneratedEnterprise(Code(firm), history.Of(firm), titles.Of(firm), firm.MergedInto is { } heir && firm.Ended <= plan.Today ? Code(all[heir]) : null);
    }

    /// <summary>The reports of an enterprise, month by month, a revision right after what it revises.</summary>
    public IEnumerable<GeneratedReport> Reports(int index) => reports.Of(firms[index], Code(firms[index]));

    private string Code(FirmSketch firm) => GeneratedCodes.Make(plan.Seed, Number, firm.County + 1, firm.Number);
}
