using Lianzhang.Core.Generation;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Hosting;

/// <summary>Gives a store for trial the enterprises of a city that was made up; once they are there, nothing is done.</summary>
internal static class FillDemo
{
    private const ulong Seed = 2027;

    /// <summary>Null when done, or when the store has enterprises of its own.</summary>
    public static async Task<Text?> Fill(IServiceProvider services, Terminal terminal, Language language, CancellationToken cancel)
    {
        var run = services.GetRequiredService<Run>();
        var found = await run.Do(new FindBatches(FillStore.SourceOf(GenerationScale.City, Seed)), Caller.Product, cancel);
        var there = found.Value!.SourceIds;
        if (FillStore.AreAll(there))
            return null;
        // What was begun in an earlier month is ended as it was begun.
        var last = there.Count > 0 ? FillStore.MonthOf(there[0]) : Period.LastEnded(PeriodKind.Month, terminal.Today);
        var read = BundledProgramme.Read();
        if (!read.Succeeded(out var folder))
            return read.Faults[0].Message;
        var economy = new GeneratedEconomy(new GenerationPlan(folder.Reading.Programme!, folder.Figures.Figures, GenerationScale.City, Seed, last));
        await terminal.Out.WriteLineAsync(new Text("正在填入生成的演示数据（企业、称号和月报），仅首次启动需要……", "Filling in generated data to try the product with (enterprises, titles, monthly reports), at the first start only …").In(language));
        var failure = await new FillStore(run, economy).Fill(_ => { }, cancel);
        // Somebody has put enterprises into it: the product is tried with those.
        return failure is not null && there.Count == 0 ? null : failure;
    }
}
