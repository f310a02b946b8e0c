using Lianzhang.Core.Generation;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>How many enterprises were filled in; none when they were there already.</summary>
public sealed record FilledRegisters(int Enterprises, bool WereThere);

/// <summary>
/// Fills made-up enterprises and clusters of one city into the registers, all of them or none; done again it changes nothing. Where real
/// enterprises are, or made-up ones of another seed, it is refused.
/// </summary>
/// <param name="Title">What was made up, for the timeline.</param>
/// <param name="FirstCode">The code of the first enterprise of the whole economy, by which it is known again.</param>
/// <param name="Enterprises">The enterprises; who was merged is here together with whom it was merged into.</param>
/// <param name="Clusters">The clusters that they belong to.</param>
public sealed record FillRegisters(string Title, string FirstCode, IReadOnlyList<GeneratedEnterprise> Enterprises, IReadOnlyList<GeneratedCluster> Clusters) : IRequest<FilledRegisters>
{
    public override string ToString() => $"{Title}: {Enterprises.Count}";
}

internal sealed class FillRegistersSlice(LianzhangDb db, NewUnits units, UnitBook book, TimeProvider time) : Slice<FillRegisters, FilledRegisters>
{
    private static readonly BulkTable Titles = new("registers_title", "UnitId", "Title", "Level", "Certificate", "GrantedOn", "ValidTo", "ReviewBy", "EndedOn", "EndReason", "RecordedAt");

    public override Permission Permission { get; } = new("registers.fill", Changes: true, For: Audience.Product);

    protected override Problem? Validate(FillRegisters request) => request.Enterprises.All(one => GeneratedCodes.IsReserved(one.Code))
        ? null
        : Problem.Invalid(("生成的企业须用保留的代码。", "Made-up enterprises need codes of the reserved range."));

    protected override async Task<Answer<FilledRegisters>> Handle(FillRegisters request, CancellationToken cancel)
    {
        var all = db.Set<RegisteredUnit>().IgnoreQueryFilters();
        if (await all.AnyAsync(unit => unit.Kind == UnitKind.Enterprise && !unit.Generated, cancel))
            return Problem.Invalid(("登记册中已有真实企业，不能再填入生成数据。请换一个空的数据库。", "The registers hold real enterprises; generated ones are not put beside them. Use an empty store."));
        if (await all.AnyAsync(unit => unit.Generated, cancel) && !await all.AnyAsync(unit => unit.Code == request.FirstCode, cancel))
            return Problem.Invalid(("登记册中已有另一规模或种子的生成数据，不能混在一起。请换一个空的数据库。", "The registers hold data generated at another scale or from another seed; they are not mixed. Use an empty store."));
        // All were written together, so that one stands for all.
        var first = request.Enterprises[0].Code;
        if (await all.AnyAsync(unit => unit.Code == first, cancel))
            return new FilledRegisters(0, WereThere: true);
        await Write(request, cancel);
        book.Note(null, ($"填入{request.Title}：企业 {request.Enterprises.Count} 家", $"{request.Title} filled in: {request.Enterprises.Count} enterprises"));
        return new FilledRegisters(request.Enterprises.Count, WereThere: false);
    }

    private async Task Write(FillRegisters request, CancellationToken cancel)
    {
        var now = time.GetUtcNow();
        var all = db.Set<RegisteredUnit>().IgnoreQueryFilters();
        var ids = await units.Write([.. request.Enterprises.Select(one => new NewUnit(one.Code, one.Values, IsGenerated: true))], cancel);
        await db.Bulk(Titles, request.Enterprises.SelectMany(one => one.Titles, (one, title) => Title(ids[one.Code], title, now)), cancel);
        foreach (var merged in request.Enterprises.Where(one => one.MergedInto is not null))
        {
            var (unit, heir) = (ids[merged.Code], ids[merged.MergedInto!]);
            await all.Where(row => row.Id == unit).ExecuteUpdateAsync(set => set.SetProperty(row => row.MergedInto, heir), cancel);
        }

        var known = await db.Set<Cluster>().Select(cluster => cluster.Code).ToListAsync(cancel);
        db.AddRange(request.Clusters.Where(cluster => !known.Contains(cluster.Code)).Select(cluster => new Cluster { Code = cluster.Code, Name = cluster.Name.Zh, NameEn = cluster.Name.En, Industry = cluster.Industry, Generated = true }));
    }

    private static object?[] Title(long unit, GeneratedTitle title, DateTimeOffset now) =>
        [unit, title.Title, title.Level, title.Certificate, title.GrantedOn, title.ValidTo, title.ReviewBy, title.EndedOn, title.EndReason, now];
}
