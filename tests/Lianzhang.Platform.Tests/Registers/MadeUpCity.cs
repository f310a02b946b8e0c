using Lianzhang.Core.Facts;
using Lianzhang.Core.Figures;
using Lianzhang.Core.Generation;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Registers;
using Lianzhang.Storage;

namespace Lianzhang.Platform.Tests.Registers;

/// <summary>The bundled programme with a small city that was made up for it.</summary>
internal static class MadeUpCity
{
    public static IReadOnlyList<SourceFile> Heze { get; } =
        [.. ProgrammeSchema.Files.Select(name => new SourceFile($"heze/{name}", File.ReadAllText(Path.Combine(Store.Root, "programmes/heze", name))))];

    private static readonly Programme Programme = ReadProgramme.Read("heze", Heze).Programme!;

    public static GeneratedCity Of(ulong seed = 7, int enterprises = 150) => new GeneratedEconomy(new GenerationPlan(Programme, Figures(), GenerationScale.City, seed, Period.Parse("2026-05"), Months: 36, EnterprisesOfCity: enterprises)).City(0);

    /// <summary>The registers and facts of the city.</summary>
    public static FillRegisters Filling(GeneratedCity city) => new("生成数据", city.Code(0), [.. Enumerable.Range(0, city.Count).Select(city.Enterprise)], city.Clusters);

    public static async Task<Store> OpenAsync(StoreKind kind, PostgresCluster cluster, GeneratedCity city)
    {
        var store = await Store.Open(kind, cluster);
        await store.Do(new PublishProgramme(Heze, "first"));
        await store.Do(new PrepareIdentity(WithAdministrators: false));
        await store.Do(new PrepareDemo());
        await store.Do(Filling(city));
        await store.Do(new AppendFacts(FactOrigin.Generated, "generated/7", "生成数据", [.. Enumerable.Range(0, city.Count).SelectMany(city.Reports).Select(report => report.Report)]));
        return store;
    }

    private static IReadOnlyList<PublishedFigure> Figures() =>
        ReadFigures.Read(new SourceFile("figures.csv", File.ReadAllText(Path.Combine(Store.Root, "programmes/heze/figures.csv"))), Programme).Value!.Figures;
}
