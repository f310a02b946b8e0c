using Lianzhang.Platform.Attachments;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Tests.Attachments;

public abstract class AttachmentTests(StoreKind kind, PostgresCluster cluster)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sound_files_are_kept_under_the_hash_of_their_content_and_hostile_ones_leave_nothing()
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var leader = await store.As("leader");
        foreach (var (name, content) in Samples.Hostile.Select(row => row.Data))
        {
            var answer = await Take(store, leader, name, content);
            Assert.True(answer.Problem is { Kind: ProblemKind.Invalid }, name);
            Assert.Contains("没有保存", answer.Problem.Detail.Zh, StringComparison.Ordinal);
        }

        Assert.Empty(OnDisk(store));
        Assert.Equal(0, await Rows(store));

        foreach (var (name, content) in Samples.Sound.Select(row => row.Data))
        {
            var kept = (await Take(store, leader, name, content)).Value!;
            var file = await store.Do(new GetAttachment(kept.Id), leader);
            await using var stream = file.Content;
            Assert.Equal((name, content.Length), (file.Name, (int)stream.Length));
        }

        // Two of the same content are one on the disk.
        Assert.Equal(Samples.Sound.Count - 1, OnDisk(store).Count);
        Assert.All(OnDisk(store), path => Assert.Matches("^[0-9a-f]{64}$", Path.GetFileName(path)));
    }

    [Fact]
    public async Task Two_gigabytes_are_cut_off_early()
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var huge = new EndlessStream(2_000_000_000);
        var answer = await Receive(store).Take("大.pdf", huge, await store.As("leader"), Cancel);
        Assert.Equal(ProblemKind.TooLarge, answer.Problem!.Kind);
        Assert.InRange(huge.BytesRead, AttachmentLimits.MostBytes, AttachmentLimits.MostBytes + 100_000);
        Assert.Empty(OnDisk(store));

        Assert.NotNull((await Receive(store).Take("大.pdf", new EndlessStream(AttachmentLimits.MostBytes), await store.As("leader"), Cancel)).Value);
    }

    [Fact]
    public async Task A_file_is_seen_by_its_bringer_until_it_is_used_and_then_by_whoever_may_see_what_it_belongs_to()
    {
        // Here a thing is whatever those see who may read figures.
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var (clerk, leader, nobody) = (await store.As("clerk"), await store.As("leader"), Caller.Nobody(null));
        var file = (await Take(store, clerk, "报告.pdf", Samples.Pdf)).Value!;
        await Opens(store, clerk, file.Id);
        await Hidden(store, leader, file.Id);
        await Hidden(store, nobody, file.Id);
        Assert.Equal(ProblemKind.NotFound, (await Take(store, nobody, "报告.pdf", Samples.Pdf)).Problem!.Kind);

        await using var other = Store.At(store.Address, services => services.AddSingleton(new FileVault(store.Files.FullName))
            .AddAttachedTo("thing", async (run, id, caller, cancel) => id == "1" && (await run.Do(new ListFigures(), caller, cancel)).Problem is null)
            .AddSlice<ClaimThing, Done, ClaimThingSlice>());
        Assert.Equal(ProblemKind.Invalid, (await other.Ask(new ClaimThing("1", file.Id), leader)).Problem!.Kind);
        await other.Do(new ClaimThing("1", file.Id), clerk);
        Assert.Equal(ProblemKind.Invalid, (await other.Ask(new ClaimThing("2", file.Id), clerk)).Problem!.Kind);
        await Opens(other, leader, file.Id);
        await Hidden(other, clerk, file.Id);
        // Where nobody says who may see it, nobody does.
        await Hidden(store, leader, file.Id);
    }

    [Fact]
    public async Task A_subject_has_at_most_ten_files_and_each_is_used_once()
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await using var other = Store.At(store.Address, services => services.AddSingleton(new FileVault(store.Files.FullName)).AddSlice<ClaimThing, Done, ClaimThingSlice>());
        var leader = await store.As("leader");
        var files = new List<Guid>();
        for (var number = 0; number <= AttachmentLimits.Most; number++)
            files.Add((await Take(store, leader, $"{number}.txt", [.. Samples.Text, (byte)('a' + number)])).Value!.Id);
        Assert.Contains("最多 10 个", (await other.Ask(new ClaimThing("1", [.. files]), leader)).Problem!.Detail.Zh, StringComparison.Ordinal);
        await other.Do(new ClaimThing("1", [.. files[..^1]]), leader);
        Assert.Contains("最多 10 个", (await other.Ask(new ClaimThing("1", files[^1]), leader)).Problem!.Detail.Zh, StringComparison.Ordinal);
        Assert.Contains("已失效", (await other.Ask(new ClaimThing("2", files[0]), leader)).Problem!.Detail.Zh, StringComparison.Ordinal);
        Assert.Equal([files[^1]], (await store.Do(new ListWaitingFiles([files[0], files[^1]]), leader)).All.Select(file => file.Id));
    }

    [Fact]
    public async Task Nobody_fills_the_disk_with_what_belongs_to_nothing()
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var leader = await store.As("leader");
        for (var number = 0; number < 50; number++)
            Assert.Null((await Take(store, leader, "a.txt", [.. Samples.Text, (byte)' '])).Problem);
        Assert.Contains("尚未使用", (await Take(store, leader, "b.txt", Samples.Text)).Problem!.Detail.Zh, StringComparison.Ordinal);
        Assert.Single(OnDisk(store));
    }

    [Fact]
    public async Task What_is_not_used_within_a_day_is_swept_and_what_is_used_stays()
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        await using var other = Store.At(store.Address, services => services.AddSingleton(new FileVault(store.Files.FullName)).AddSlice<ClaimThing, Done, ClaimThingSlice>());
        var leader = await store.As("leader");
        var used = (await Take(store, leader, "a.pdf", Samples.Pdf)).Value!;
        // The same content once more, which nothing uses: the row goes, the content stays for the other.
        await Take(store, leader, "b.pdf", Samples.Pdf);
        await Take(store, leader, "c.png", Samples.Png);
        await other.Do(new ClaimThing("1", used.Id), leader);
        Assert.Equal(0, await Sweep(store).Once(Cancel));
        Assert.Equal(2, OnDisk(store).Count);

        store.Time.Advance(TimeSpan.FromHours(25));
        var fresh = (await Take(store, leader, "d.txt", Samples.Text)).Value!;
        Assert.Equal(1, await Sweep(store).Once(Cancel));
        Assert.Equal(2, await Rows(store));
        Assert.Equal(2, OnDisk(store).Count);
        await Opens(store, leader, fresh.Id);
    }

    [Fact]
    public async Task Several_sweeps_at_once_leave_what_comes_in_again_at_that_moment()
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var leader = await store.As("leader");
        for (var round = 0; round < 12; round++)
        {
            var content = (byte[])[.. Samples.Text, (byte)('a' + round)];
            await Take(store, leader, "a.txt", content);
            store.Time.Advance(TimeSpan.FromHours(25));
            var sweeps = Enumerable.Range(0, 3).Select(_ => Task.Run(() => Sweep(store).Once(Cancel), Cancel)).ToList();
            var again = await Task.Run(() => Take(store, leader, "b.txt", content), Cancel);
            await Task.WhenAll(sweeps);
            await Opens(store, leader, again.Value!.Id);
        }
    }

    [Fact]
    public async Task A_kill_between_any_two_steps_leaves_nothing_half_and_nothing_for_ever()
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var vault = store.Provider.GetRequiredService<FileVault>();
        var leader = await store.As("leader");
        // While it comes in: a part under a name of its own.
        var part = Path.Combine(Directory.CreateDirectory(Path.Combine(store.Files.FullName, "incoming")).FullName, "0123.part");
        await File.WriteAllBytesAsync(part, Samples.Pdf[..5], Cancel);
        File.SetLastWriteTimeUtc(part, store.Time.GetUtcNow().UtcDateTime);
        // After the row and before the content has its name: the bringer was told nothing, and it cannot be used.
        var row = await store.Do(new AddAttachment(new string('a', 64), "a.pdf", FileKind.Pdf, 5), leader);
        Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetAttachment(row.Id), leader)).Problem!.Kind);
        await using var other = Store.At(store.Address, services => services.AddSingleton(new FileVault(store.Files.FullName)).AddSlice<ClaimThing, Done, ClaimThingSlice>());
        Assert.Contains("重新上传", (await other.Ask(new ClaimThing("1", row.Id), leader)).Problem!.Detail.Zh, StringComparison.Ordinal);
        // A sweep that was killed after it took contents away, of which one is needed and one is not.
        var needed = (await Take(store, leader, "b.txt", Samples.Text)).Value!;
        await other.Do(new ClaimThing("1", needed.Id), leader);
        var hash = await store.InDb(db => db.Set<Attachment>().Where(one => one.Id == needed.Id).Select(one => one.Hash).SingleAsync());
        Assert.NotNull(vault.Take(hash));
        await File.WriteAllTextAsync(Path.Combine(store.Files.FullName, "leaving", $"{new string('b', 64)}.{new string('c', 32)}"), "x", Cancel);

        await Sweep(store).Once(Cancel);
        Assert.True(File.Exists(part));
        Assert.True(vault.Has(hash));
        store.Time.Advance(TimeSpan.FromHours(25));
        await Sweep(store).Once(Cancel);
        Assert.Equal(1, await Rows(store));
        Assert.Equal([hash], OnDisk(store).Select(path => Path.GetFileName(path)));
    }

    private static ReceiveFiles Receive(Store store) => store.Provider.GetRequiredService<ReceiveFiles>();

    private static SweepFiles Sweep(Store store) => store.Provider.GetRequiredService<SweepFiles>();

    private static Task<Answer<AttachmentView>> Take(Store store, Caller caller, string name, byte[] content) => Receive(store).Take(name, new MemoryStream(content), caller, Cancel);

    private static Task<int> Rows(Store store) => store.InDb(db => db.Set<Attachment>().CountAsync(Cancel));

    private static List<string> OnDisk(Store store) => [.. store.Files.EnumerateFiles("*", SearchOption.AllDirectories).Select(file => file.FullName)];

    private static async Task Opens(Store store, Caller caller, Guid id)
    {
        var file = await store.Do(new GetAttachment(id), caller);
        await file.Content.DisposeAsync();
    }

    private static async Task Hidden(Store store, Caller caller, Guid id) => Assert.Equal(ProblemKind.NotFound, (await store.Ask(new GetAttachment(id), caller)).Problem!.Kind);

    /// <summary>Uses files for a thing of the test.</summary>
    internal sealed record ClaimThing(string Id, params IReadOnlyList<Guid> Files) : IRequest<Done>;

    internal sealed class ClaimThingSlice(AttachmentBook book) : Slice<ClaimThing, Done>
    {
        public override Permission Permission { get; } = new("things.claim", Changes: true, For: Audience.SignedIn);

        protected override async Task<Answer<Done>> Handle(ClaimThing request, CancellationToken cancel) =>
            await book.Claim(new AttachedTo("thing", request.Id), request.Files, cancel) is { } refused ? refused : Done.It;
    }
}

public sealed class SqliteAttachmentTests(PostgresCluster cluster) : AttachmentTests(StoreKind.Sqlite, cluster);

public sealed class PostgresAttachmentTests(PostgresCluster cluster) : AttachmentTests(StoreKind.Postgres, cluster);
