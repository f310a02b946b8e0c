using Lianzhang.Core.Generation;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Hosting;

/// <summary>How far the filling of a store has come.</summary>
internal sealed record FillProgress(int Cities, int OfCities, int Enterprises, int Reports);

/// <summary>
/// Puts a made-up economy into a store, a city and a thousand enterprises at a time, each whole or not at all. Interrupted and begun
/// again it goes on where it was; done again it changes nothing.
/// </summary>
internal sealed class FillStore(Run run, GeneratedEconomy economy)
{
    // With 120 months and their revisions still fewer reports than are appended at once.
    private const int EnterprisesAtOnce = 600;

    // How the id of the very last batch ends, so that one sees that all is there without making anything.
    private const string End = "-end";

    private readonly GenerationPlan plan = economy.Plan;

    /// <summary>How the ids of all batches of a scale and seed begin.</summary>
    public static string SourceOf(GenerationScale scale, ulong seed) => $"generated/{Word(scale)}/{seed}/";

    /// <summary>How the ids of the batches of a plan begin.</summary>
    public static string SourceOf(GenerationPlan plan) => $"{SourceOf(plan.Scale, plan.Seed)}{plan.Last}/{plan.Months}/";

    /// <summary>Whether these ids of batches are all of a plan.</summary>
    public static bool AreAll(IEnumerable<string> sourceIds) => sourceIds.Any(id => id.EndsWith(End, StringComparison.Ordinal));

    /// <summary>The last month of the plan that a batch belongs to.</summary>
    public static Period MonthOf(string sourceId) => Period.Parse(sourceId.Split('/')[3]);

    /// <summary>Null when everything is there, else what stood in the way.</summary>
    public async Task<Text?> Fill(Action<FillProgress> tell, CancellationToken cancel)
    {
        var found = await run.Do(new FindBatches(SourceOf(plan)), Caller.Product, cancel);
        var there = found.Value!.SourceIds.ToHashSet(StringComparer.Ordinal);
        var first = economy.City(0).Code(0);
        var (enterprises, reports) = (0, 0);
        for (var number = 0; number < plan.Cities; number++)
        {
            var city = economy.City(number);
            if (there.Contains(IdOf(city, Chunks(city) - 1)))
                continue;
            var filled = await run.Do(new FillRegisters(Title, first, [.. Enumerable.Range(0, city.Count).Select(city.Enterprise)], city.Clusters), Caller.Product, cancel);
            if (filled.Problem is { } refused)
                return refused.Detail;
            var appended = await Append(city, there, cancel);
            if (appended.Problem is { } wrong)
                return new Text(string.Join('\n', [wrong.Detail.Zh, .. (wrong.Faults ?? []).Select(fault => fault.In(Language.Chinese))]), string.Join('\n', [wrong.Detail.In(Language.English), .. (wrong.Faults ?? []).Select(fault => fault.In(Language.English))]));
            (enterprises, reports) = (enterprises + city.Count, reports + appended.Value!.Reports);
            tell(new FillProgress(number + 1, plan.Cities, enterprises, reports));
        }

        return null;
    }

    // While one part is written the next is made.
    private async Task<Answer<AppendedFacts>> Append(GeneratedCity city, HashSet<string> there, CancellationToken cancel)
    {
        var open = Enumerable.Range(0, Chunks(city)).Where(chunk => !there.Contains(IdOf(city, chunk))).ToList();
        var (making, reports) = (Make(city, open[0], cancel), 0);
        for (var at = 0; ; at++)
        {
            var made = await making;
            var next = at + 1 < open.Count ? Make(city, open[at + 1], cancel) : null;
            var answer = await run.Do(made, Caller.Product, cancel);
            if (!answer.Succeeded(out var appended))
            {
                if (next is not null)
                    await next;
                return answer;
            }

            reports += appended.Reports;
            if (next is null)
                return appended with { Reports = reports };
            making = next;
        }
    }

    private Task<AppendFacts> Make(GeneratedCity city, int chunk, CancellationToken cancel) => Task.Run(
        () => new AppendFacts(FactOrigin.Generated, IdOf(city, chunk), Title, [.. Enumerable.Range(0, city.Count).Skip(chunk * EnterprisesAtOnce).Take(EnterprisesAtOnce).SelectMany(city.Reports).Select(report => report.Report)]),
        cancel);

    private string Title => $"生成数据（{Word(plan.Scale)}，种子 {plan.Seed}）";

    private static int Chunks(GeneratedCity city) => (city.Count + EnterprisesAtOnce - 1) / EnterprisesAtOnce;

    private string IdOf(GeneratedCity city, int chunk) => $"{SourceOf(plan)}{city.Number:000}-{chunk:00}{(city.Number == plan.Cities - 1 && chunk == Chunks(city) - 1 ? End : string.Empty)}";

    private static string Word(GenerationScale scale) => scale switch
    {
        GenerationScale.City => "city",
        GenerationScale.Province => "province",
        GenerationScale.Nation => "nation",
    };
}
