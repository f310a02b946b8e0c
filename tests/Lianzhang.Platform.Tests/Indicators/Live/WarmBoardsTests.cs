using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Indicators.Live;
using Lianzhang.Platform.Programmes;
using Lianzhang.Storage;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Lianzhang.Platform.Tests.Indicators.Live;

public sealed class WarmBoardsTests(PostgresCluster cluster)
{
    [Fact]
    public async Task A_server_that_starts_has_computed_its_board_before_it_is_ready()
    {
        await using var store = await Store.OpenWithQinghe(StoreKind.Sqlite, cluster);
        var cache = store.Provider.GetRequiredService<BoardCache>();
        Assert.Null(cache.Kept);
        using var warm = new WarmBoards(store.Provider.GetRequiredService<IServiceScopeFactory>(), NullLogger<WarmBoards>.Instance);

        await warm.StartAsync(TestContext.Current.CancellationToken);
        await warm.Done;

        Assert.NotNull(cache.Kept);
    }

    [Fact]
    public async Task What_is_written_after_reading_began_is_on_the_board_that_makes_the_server_ready()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var store = await Store.Open(StoreKind.Sqlite, cluster);
        using var warm = new WarmBoards(store.Provider.GetRequiredService<IServiceScopeFactory>(), NullLogger<WarmBoards>.Instance);

        warm.Begin(cancel);
        await store.Do(new PublishProgramme(Store.Qinghe, "first"));
        await warm.StartAsync(cancel);
        await warm.Done;

        Assert.Equal("qinghe_crafts", store.Provider.GetRequiredService<BoardCache>().Kept!.Inputs.Programme.Head.Code);
    }

    [Fact]
    public async Task A_store_that_cannot_be_read_does_not_keep_the_server_from_starting()
    {
        await using var store = Store.At(new StoreAddress(StoreKind.Sqlite, Path.Combine(Path.GetTempPath(), "lianzhang-nowhere", "none.db")));
        using var warm = new WarmBoards(store.Provider.GetRequiredService<IServiceScopeFactory>(), NullLogger<WarmBoards>.Instance);

        await warm.StartAsync(TestContext.Current.CancellationToken);
        await warm.Done;

        Assert.Null(store.Provider.GetRequiredService<BoardCache>().Kept);
    }
}
