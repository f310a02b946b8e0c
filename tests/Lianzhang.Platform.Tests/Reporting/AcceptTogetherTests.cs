using Lianzhang.Core.Reporting;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Tests.Registers;
using Lianzhang.Storage;

namespace Lianzhang.Platform.Tests.Reporting;

/// <summary>Two reviewers who accept the same and different reports at once: each counts once, as it was sent.</summary>
public sealed class AcceptTogetherTests(PostgresCluster cluster)
{
    private const int AtOnce = 6;
    private const int Cases = 4;

    private static readonly string[] Units = ["F1", "F2", "F3", "F4", "F5"];

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory]
    [MemberData(nameof(Stores))]
    public async Task Whoever_accepts_what_at_once_each_report_counts_once_and_as_it_was_sent(StoreKind kind)
    {
        for (var seed = 1; seed <= Cases; seed++)
        {
            var chance = new Random(seed);
            await using var store = await Sent(kind, chance);
            Caller[] reviewers = [await store.As("reviewer"), await store.As("officer")];
            var reports = new Dictionary<string, Guid>();
            foreach (var unit in Units)
                reports[unit] = await Rounds.ReportOf(store, unit);

            List<AcceptReports> asked = [.. Enumerable.Range(0, AtOnce).Select(_ => new AcceptReports([.. chance.GetItems(reports.Values.ToArray(), chance.Next(1, 4)).Distinct()]))];
            var answers = await Task.WhenAll(asked.Select((request, at) => store.Ask(request, reviewers[at % 2])));
            var taken = asked.Where((_, at) => answers[at].Problem is null).SelectMany(request => request.Ids).ToList();

            // What overlaps is refused whole, and at least one was first.
            Assert.All(answers.Where(answer => answer.Problem is not null), answer => Assert.Equal((seed, ProblemKind.Conflict), (seed, answer.Problem!.Kind)));
            Assert.NotEmpty(taken);
            Assert.Equal(taken.Count, taken.Distinct().Count());
            Assert.Equal(taken.Count, answers.Sum(answer => answer.Value?.Accepted ?? 0));
            await CountAsSent(store, reports, taken, seed);

            // Again, by both at once: nothing is left to accept, and nothing counts twice.
            await Task.WhenAll(reports.Values.SelectMany(report => reviewers, (report, reviewer) => store.Ask(new AcceptReports([report]), reviewer)));
            await CountAsSent(store, reports, reports.Values, seed);
        }
    }

    private static async Task CountAsSent(Store store, Dictionary<string, Guid> reports, ICollection<Guid> taken, int seed)
    {
        var facts = (await store.Do(new ReadFacts(Units, AllVersions: true))).Facts.ToLookup(fact => fact.Unit, fact => (fact.Period, fact.Value.Item, fact.Value.State, fact.Value.Amount, fact.Value.Reason));
        var clerk = await store.As("clerk");
        foreach (var (unit, report) in reports)
        {
            var own = await store.Do(new GetOwnReport(report), clerk);
            var expected = taken.Contains(report)
                ? ReportFacts.Of(own.Sheet, own.Content, unit, own.Period).SelectMany(said => said.Values, (said, value) => (said.Period, value.Item, value.State, value.Amount, value.Reason))
                : [];
            Assert.Equal((seed, taken.Contains(report) ? ReportState.Accepted : ReportState.Submitted), (seed, own.Standing.State));
            Assert.Equal(expected.OrderBy(fact => fact.Item, StringComparer.Ordinal), facts[unit].OrderBy(fact => fact.Item, StringComparer.Ordinal));
        }
    }

    // Every unit's report of June, sent with figures of its own.
    private async Task<Store> Sent(StoreKind kind, Random chance)
    {
        var store = await Store.OpenWithQinghe(kind, cluster);
        store.Time.SetUtcNow(new DateTimeOffset(2026, 7, 3, 1, 0, 0, TimeSpan.Zero));
        foreach (var unit in Units)
        {
            await Firms.Add(store, unit);
            await Rounds.GiveToClerk(store, unit);
        }

        await store.Do(new OpenRound("firm_month", Rounds.June), await store.As("officer"));
        var clerk = await store.As("clerk");
        foreach (var unit in Units)
        {
            var cells = Rounds.Cells(("01.month", $"{chance.Next(100_000)}.{chance.Next(100):00}"), ("02.ytd", "0"), ("03.month", $"{chance.Next(1, 900)}"), ("products.1.name", "有机小米"), ("products.1.output", $"{chance.Next(1, 90)}"));
            if (chance.Next(2) == 0)
                cells["03.month"] = new CellEntry("缺报", $"停机 {chance.Next(90)}");
            await store.Do(new SendReport("firm_month", Rounds.June, unit, cells, new Dictionary<string, string>(), "june"), clerk);
        }

        return store;
    }
}
