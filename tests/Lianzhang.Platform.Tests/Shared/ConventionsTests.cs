using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Tests.Shared;

public sealed class ConventionsTests(PostgresCluster cluster)
{
    [Theory]
    [InlineData(StoreKind.Sqlite)]
    [InlineData(StoreKind.Postgres)]
    public async Task Amounts_and_instants_come_back_as_they_went_and_sort_as_numbers(StoreKind kind)
    {
        await using var store = await Store.OpenWithQinghe(kind, cluster);
        var values = await store.InDb(db => db.Set<FigureVersion>().OrderBy(figure => figure.Value).Select(figure => figure.Value).ToListAsync());
        Assert.Equal(values.Order(), values);
        Assert.Contains(0.54m, values);
        Assert.Contains(530_000m, values);
        var instant = await store.InDb(db => db.Set<FigureImport>().Select(import => import.RecordedAt).SingleAsync());
        Assert.Equal(store.Time.GetUtcNow(), instant);
    }

    [Theory]
    [InlineData("0.0001", true)]
    [InlineData("0.00001", false)]
    [InlineData("922337203685477.5807", true)]
    [InlineData("922337203685477.5808", false)]
    [InlineData("-1.5000000", true)]
    public void An_amount_that_would_be_rounded_is_not_stored(string amount, bool stored) =>
        Assert.Equal(stored, Conventions.CanStore(decimal.Parse(amount)));
}
