using System.Globalization;
using Lianzhang.Benchmarks;
using Lianzhang.Browser.Tests;
using Lianzhang.Core.Supervision;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Supervision;
using Lianzhang.Platform.Tests;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Tests.Hosting;

/// <summary>Two server processes on one PostgreSQL, one of which is killed in each round while deadlines come: each is seen to once.</summary>
public sealed class KilledDeadlinesTests(PostgresCluster cluster)
{
    private const int PerRound = 12;

    // Each costs the start of a server; LIANZHANG_TEST_ROUNDS asks for more.
    private static readonly int Rounds = int.Parse(Environment.GetEnvironmentVariable("LIANZHANG_TEST_ROUNDS") ?? "2", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Each_deadline_is_seen_to_once_whatever_is_killed()
    {
        await using var store = await ServedStore.EmptyAsync(StoreKind.Postgres, cluster);
        await using (var made = new ReportingClerks(store.Address, store.Keys))
            await made.Make(1, []);
        var (random, running) = (new Random(20261127), new List<Server> { await StartAsync(store), await StartAsync(store) });
        try
        {
            for (var round = 0; round < Rounds; round++)
            {
                await store.InDbAsync(db => PutAsync(db, round));
                var before = random.Next(PerRound);
                await ServedStore.WaitAsync(async () => await FiredAsync(store) >= (round * PerRound) + before);
                var victim = running[random.Next(running.Count)];
                running.Remove(victim);
                await victim.DisposeAsync();
                await ServedStore.WaitAsync(async () => await FiredAsync(store) == (round + 1) * PerRound);
                running.Add(await StartAsync(store));
            }

            var told = await store.InDbAsync(db => db.Set<OrderEvent>().Where(happened => db.Set<Order>().Any(order => order.Id == happened.OrderId && order.Rule == null)).GroupBy(happened => happened.OrderId).Select(group => group.Count()).ToListAsync());
            Assert.Equal(Rounds * PerRound, told.Count);
            Assert.All(told, count => Assert.Equal(1, count));
        }
        finally
        {
            foreach (var one in running)
                await one.DisposeAsync();
        }
    }

    private static Task<Server> StartAsync(ServedStore store) => store.StartAsync("serve", "--keys", store.Keys);

    private static Task<int> FiredAsync(ServedStore store) => store.InDbAsync(db => db.Set<OrderDeadline>().CountAsync(deadline => deadline.FiredAt != null && db.Set<Order>().Any(order => order.Id == deadline.OrderId && order.Rule == null)));

    // Orders that nobody signs for, each with a deadline that has just come.
    private static async Task<int> PutAsync(LianzhangDb db, int round)
    {
        var now = TimeProvider.System.StoredNow();
        for (var number = 0; number < PerRound; number++)
        {
            var id = Guid.CreateVersion7(now);
            var order = new Order
            {
                Id = id,
                Year = now.Year + 1,
                Number = (round * PerRound) + number + 1,
                Matter = $"order/{id}",
                Source = "note",
                Title = "核实",
                TitleEn = "to verify",
                Region = ReportingClerks.Region,
                Level = "blue",
                OpenedAt = now,
                Due = new DateOnly(now.Year + 1, 1, 31),
                ProgrammeVersion = 1,
            };
            order.Standing = new OrderStanding(OrderState.Assigned);
            db.Add(order);
            db.Add(new OrderDeadline { Id = Guid.CreateVersion7(now), OrderId = id, Kind = DeadlineKind.Sign, At = now });
        }

        return await db.SaveChangesAsync();
    }
}
