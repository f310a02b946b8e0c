using FsCheck.Fluent;
using Lianzhang.Core.Reporting;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Tests.Reporting;

/// <summary>What holds in the store whatever clerk and reviewer do, in whatever order.</summary>
public sealed class ReportJourneyProperties(PostgresCluster cluster)
{
    private const int Journeys = 12;
    private const int Steps = 14;

    private enum Step
    {
        Save,
        SaveNonsense,
        Submit,
        Withdraw,
        Return,
        Accept,
        Correct,
        ReviewerSaves,
        ReviewerSubmits,
    }

    [Fact]
    public async Task What_counts_is_the_accepted_version_and_no_version_ever_changes()
    {
        // A submission is what all else rests on, so that it is tried often.
        var steps = Gen.Elements([.. Enum.GetValues<Step>(), Step.Save, Step.Submit, Step.Submit, Step.Accept]).ListOf(Steps).Sample(Journeys);
        var accepted = 0;
        foreach (var journey in steps)
        {
            var (opened, clerk, reviewer, id) = await Rounds.Open(StoreKind.Sqlite, cluster);
            await using var store = opened;
            var (before, number) = (await Look(store, id), 0);
            foreach (var step in journey)
            {
                await Take(step, store, id, clerk, reviewer, ++number);
                var now = await Look(store, id);
                Check(before, step, now);
                before = now;
            }

            accepted += before.Accepted;
        }

        Assert.True(accepted > 0, "no journey came to an accepted version: nothing was tried");
    }

    private static void Check(Looked before, Step step, Looked now)
    {
        Assert.True(now.Accepted >= before.Accepted, $"{step} took back what counts");
        Assert.Equal(Enumerable.Range(1, now.Versions.Count), now.Versions.Select(version => version.Number));
        Assert.Equal(before.Versions, now.Versions.Take(before.Versions.Count));
        if (step is not (Step.Save or Step.SaveNonsense))
            Assert.Equal(before.Draft, now.Draft);
        if (step != Step.Accept)
            Assert.Equal(before.Facts, now.Facts);
        Assert.Equal(now.Counts, now.Facts);
    }

    private static async Task Take(Step step, Store store, Guid id, Caller clerk, Caller reviewer, int number)
    {
        var cells = Rounds.Good.Concat(Rounds.Cells(("03.month", $"{number}"))).GroupBy(cell => cell.Key).ToDictionary(group => group.Key, group => group.Last().Value);
        _ = step switch
        {
            Step.Save => (await store.Ask(new SaveDraft(id, cells), clerk)).Problem,
            Step.SaveNonsense => (await store.Ask(new SaveDraft(id, Rounds.Cells(("01.month", $"约 {number}"))), clerk)).Problem,
            Step.Submit => (await store.Ask(new SubmitReport(id), clerk)).Problem,
            Step.Withdraw => (await store.Ask(new WithdrawReport(id), clerk)).Problem,
            Step.Return => (await store.Ask(new ReturnReport(id, new Dictionary<string, string> { ["03.month"] = "请核实" }), reviewer)).Problem,
            Step.Accept => await AcceptTwice(store, id, reviewer),
            Step.Correct => (await store.Ask(new CorrectReport(id, "漏计"), clerk)).Problem,
            Step.ReviewerSaves => (await store.Ask(new SaveDraft(id, cells), reviewer)).Problem,
            Step.ReviewerSubmits => (await store.Ask(new SubmitReport(id), reviewer)).Problem,
            _ => null,
        };
    }

    // Done again it changes nothing.
    private static async Task<Problem?> AcceptTwice(Store store, Guid id, Caller reviewer)
    {
        var first = (await store.Ask(new AcceptReports([id]), reviewer)).Problem;
        var then = await Look(store, id);
        Assert.NotNull((await store.Ask(new AcceptReports([id]), reviewer)).Problem);
        var again = await Look(store, id);
        Assert.Equal((then.Draft, then.Facts, then.Accepted), (again.Draft, again.Facts, again.Accepted));
        return first;
    }

    private static async Task<Looked> Look(Store store, Guid id)
    {
        var report = await store.InDb(db => db.Set<Report>().AsNoTracking().SingleAsync(report => report.Id == id));
        var versions = await store.InDb(db => db.Set<ReportVersion>().AsNoTracking().Where(version => version.ReportId == id).OrderBy(version => version.Number).ToListAsync());
        var facts = await store.Do(new ReadFacts([Rounds.Enterprise]));
        var counts = versions.Find(version => version.Number == report.AcceptedVersion) is { } accepted
            ? ReportFacts.Of(Rounds.Sheet, ReportJson.ReadContent(accepted.Content), Rounds.Enterprise, Rounds.June)
            : [];
        return new Looked(
            report.Draft,
            report.AcceptedVersion,
            [.. versions.Select(version => new SentVersion(version.Number, version.Content, version.Findings, version.SubmittedAt, version.SubmittedBy))],
            Lines(facts.Facts.Select(fact => (fact.Period, fact.Value))),
            Lines(counts.SelectMany(one => one.Values, (one, value) => (one.Period, value))));
    }

    private static string Lines(IEnumerable<(Core.Values.Period Period, Core.Facts.ReportedValue Value)> values) =>
        string.Join('\n', values.Select(one => FormattableString.Invariant($"{one.Period} {one.Value.Item} {one.Value.State} {one.Value.Amount:0.####} {one.Value.Flags} {one.Value.Reason}")).Order(StringComparer.Ordinal));

    private sealed record Looked(string Draft, int Accepted, IReadOnlyList<SentVersion> Versions, string Facts, string Counts);

    private sealed record SentVersion(int Number, string Content, string Findings, DateTimeOffset SubmittedAt, string SubmittedBy);
}
