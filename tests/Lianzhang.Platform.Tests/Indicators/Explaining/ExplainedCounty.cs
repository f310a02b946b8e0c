using Lianzhang.Core.Values;
using Lianzhang.Platform.Indicators.Explaining;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Tests.Registers;
using Lianzhang.Storage;

namespace Lianzhang.Platform.Tests.Indicators.Explaining;

/// <summary>The invented county with an indicator that is put together from what firms report.</summary>
internal static class ExplainedCounty
{
    public const string Output = "food_output";
    public const string County = "990101";
    public const string FirstFirm = "U1";
    public const string OtherFirm = "U2";

    public static readonly Period Year = Period.OfYear(2025);

    /// <summary>A firm in each town, of which one has reported a hundred 万元 and the other two hundred.</summary>
    public static async Task<Store> Open(StoreKind kind, PostgresCluster cluster)
    {
        var store = await Store.OpenWithQinghe(kind, cluster);
        await Define(store, "sum(firm_revenue)");
        await Firms.Add(store, FirstFirm);
        await Firms.Add(store, OtherFirm, Firms.Hexi);
        await Firms.Report(store, FirstFirm, revenue: 100);
        await Firms.Report(store, OtherFirm, revenue: 200);
        return store;
    }

    /// <summary>From now on an indicator, the one that is explained unless another is named, has another formula.</summary>
    public static Task Define(Store store, string formula, string indicator = Output) =>
        store.Do(new PublishProgramme([.. Store.Qinghe.Select(file => file.Name == "indicators.yaml" ? file with { Text = file.Text.Replace($"formula: value({indicator}),", $"formula: \"{formula}\",", StringComparison.Ordinal) } : file)], formula));

    public static NumberQuery Number(string? region = null, DateTimeOffset? knownAt = null) => new(Output, region, Year, knownAt);

    /// <summary>An instant with a minute before and after it in which nothing happens.</summary>
    public static DateTimeOffset Mark(Store store)
    {
        store.Time.Advance(TimeSpan.FromMinutes(1));
        var at = store.Time.GetUtcNow();
        store.Time.Advance(TimeSpan.FromMinutes(1));
        return at;
    }

    public static async Task<ProblemKind?> Refused<TResult>(Store store, IRequest<TResult> request, string? account = null)
        where TResult : class => (await store.Ask(request, account is null ? null : await store.As(account))).Problem?.Kind;
}
