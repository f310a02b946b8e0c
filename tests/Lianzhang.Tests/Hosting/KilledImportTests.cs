using System.Globalization;
using System.Text;
using Lianzhang.Files;
using Lianzhang.Platform.Tests;
using Lianzhang.Storage;

namespace Lianzhang.Tests.Hosting;

/// <summary>A server is killed with SIGKILL while it imports a large file: the store then holds all of the file or nothing of it.</summary>
public sealed class KilledImportTests(PostgresCluster cluster)
{
    // More than SQLite keeps in memory, so that it writes before the commit.
    private const int Rows = 20_000;

    // After what share of that which an undisturbed import writes the server is killed. The last is reached when everything is
    // written, which may be before or after the commit.
    private static readonly double[] KillPoints = [0.01, 0.5, 1];

    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task An_import_that_is_cut_short_leaves_all_or_nothing(StoreKind kind)
    {
        await using var store = await ServedStore.EmptyAsync(kind, cluster);
        await (await store.StartAsync("demo")).DisposeAsync();

        var whole = await ImportAsync(store, "whole", killAfter: long.MaxValue);
        Assert.Equal((true, Rows), (whole.Acknowledged, whole.Recorded));

        var cut = new List<Import>();
        foreach (var point in KillPoints)
            cut.Add(await ImportAsync(store, $"cut at {point}", (long)(whole.Written * point)));

        Assert.All(cut, import => Assert.Contains(import.Recorded, new long[] { 0, Rows }));
        Assert.All(cut, import => Assert.True(import.Recorded == Rows || !import.Acknowledged, "what was acknowledged is lost"));
        Assert.Contains(cut, import => import.Recorded == 0 && import.Written > 0);
        await using var restarted = await store.StartAsync("serve");
        using var client = new HttpClient { BaseAddress = restarted.Address };
        Assert.Equal("Healthy", await client.GetStringAsync("/readyz", TestContext.Current.CancellationToken));
        // What was acknowledged first is still there after all that came later.
        Assert.Equal(Rows, await RecordedAsync(store, "whole"));
    }

    private sealed record Import(bool Acknowledged, long Written, long Recorded);

    // Starts a server on what the last one left, and kills it when the import has written so much, or when it is acknowledged.
    private static async Task<Import> ImportAsync(ServedStore store, string source, long killAfter)
    {
        var server = await store.StartAsync("demo");
        using var form = await ImportForm.OpenAsync(server.Address);
        Task<bool> confirming;
        var written = 0L;
        await using (server)
        {
            using var confirmation = await form.PreviewAsync($"{source}.csv", File(source));
            var before = await store.StartCountingAsync();
            confirming = form.ConfirmAsync(confirmation);
            await ServedStore.WaitAsync(async () =>
            {
                written = await store.WrittenAsync() - before;
                return written >= Math.Max(killAfter, 1) || confirming.IsCompleted;
            });
        }

        var acknowledged = await confirming;
        await store.WaitUntilAloneAsync();
        return new Import(acknowledged, written, await RecordedAsync(store, source));
    }

    // The figures, after checking that everything else that the import writes is there with them, or absent with them.
    private static async Task<long> RecordedAsync(ServedStore store, string source)
    {
        var figures = await store.AskAsync($"""SELECT COUNT(*) AS "Value" FROM facts_figure WHERE "Source" = {source}""");
        var whole = figures == 0 ? 0 : 1;
        var name = $"{source}.csv";
        Assert.Equal(whole, await store.AskAsync($"""SELECT COUNT(*) AS "Value" FROM facts_import WHERE "FileName" = {name} AND "Added" = {Rows}"""));
        Assert.Equal(1 - whole, await store.AskAsync($"""SELECT COUNT(*) AS "Value" FROM facts_draft WHERE "FileName" = {name}"""));
        return figures;
    }

    private static string File(string source)
    {
        var programme = ReadProgrammeFolder.Read(RunCommand.Heze).Reading.Programme!;
        var text = new StringBuilder("item,region,period,value,unit,source\n");
        for (var i = 0; i < Rows; i++)
        {
            var item = programme.Items[i % programme.Items.Count];
            var region = programme.Regions[i / programme.Items.Count % programme.Regions.Count].Code;
            var month = i / programme.Items.Count / programme.Regions.Count;
            text.Append(CultureInfo.InvariantCulture, $"{item.Code},{region},{1990 + (month / 12)}-{(month % 12) + 1:00},{i % 9973},{item.Unit},{source}\n");
        }

        return text.ToString();
    }
}
