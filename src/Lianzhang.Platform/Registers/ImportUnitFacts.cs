using System.Security.Cryptography;
using System.Text;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>What a file of reports holds.</summary>
/// <param name="FileName">The file.</param>
/// <param name="Units">Of how many units.</param>
/// <param name="Reports">Of how many units and periods.</param>
/// <param name="Values">How many values.</param>
/// <param name="WasThere">Whether the same file had been taken in before, so that nothing was done now.</param>
public sealed record UnitFactsRead(string FileName, int Units, int Reports, int Values, bool WasThere = false);

/// <summary>Reads a file of what units reported, and says what is wrong with it or how much it holds; nothing is taken in.</summary>
public sealed record CheckUnitFacts(SourceFile File) : IRequest<UnitFactsRead>
{
    public override string ToString() => File.Name;
}

/// <summary>Takes in a file of what units reported: all of it or, when any row is wrong, none.</summary>
public sealed record ImportUnitFacts(SourceFile File) : IRequest<UnitFactsRead>
{
    public override string ToString() => File.Name;
}

internal sealed class CheckUnitFactsSlice(ReadUnitFacts read) : Slice<CheckUnitFacts, UnitFactsRead>
{
    public override Permission Permission { get; } = new("registers.import", Changes: false);

    protected override async Task<Answer<UnitFactsRead>> Handle(CheckUnitFacts request, CancellationToken cancel)
    {
        var answer = await read.Of(request.File, cancel);
        return answer.Succeeded(out var file) ? file.Told : answer.Problem!;
    }
}

internal sealed class ImportUnitFactsSlice(ReadUnitFacts read, Slice<AppendFacts, AppendedFacts> append) : Slice<ImportUnitFacts, UnitFactsRead>
{
    public override Permission Permission { get; } = new("registers.import", Changes: true);

    protected override async Task<Answer<UnitFactsRead>> Handle(ImportUnitFacts request, CancellationToken cancel)
    {
        var answer = await read.Of(request.File, cancel);
        if (!answer.Succeeded(out var file))
            return answer.Problem!;
        var appending = new AppendFacts(FactOrigin.File, $"file/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(request.File.Text)))}", request.File.Name, file.Reports);
        if (append.ValidateAny(appending) is { } invalid)
            return invalid;
        var appended = await append.HandleAny(appending, cancel);
        return appended.Succeeded(out var batch) ? file.Told with { WasThere = batch.WasThere } : appended.Problem!;
    }
}

/// <summary>A file of reports that has been read.</summary>
internal sealed record UnitFactFile(string Name, IReadOnlyList<UnitReport> Reports)
{
    public UnitFactsRead Told => new(Name, Reports.Select(report => report.Unit).Distinct().Count(), Reports.Count, Reports.Sum(report => report.Values.Count));
}

/// <summary>Turns a file into reports of units that the caller may see.</summary>
internal sealed class ReadUnitFacts(LianzhangDb db, PublishedProgrammes programmes)
{
    private const int MostFaults = 50;
    private const int AtOnce = 1_000;

    public async Task<Answer<UnitFactFile>> Of(SourceFile file, CancellationToken cancel)
    {
        if (await programmes.Find(null, cancel) is not { } published)
            return Problem.NotFound(("没有已发布的方案，无法对应数据项。", "No programme is published that items could be mapped to."));
        var sheet = new UnitFactSheet(published.Programme, file);
        var read = sheet.Rows();
        if (!read.Succeeded(out var rows))
            return Problem.Invalid(("文件无法读取，没有导入任何数据。", "The file cannot be read; nothing was imported."), read.Faults);
        List<Fault> faults = [];
        var reports = sheet.Reports(rows, await Known([.. rows.Select(UnitFactSheet.UnitOf).Distinct()], cancel), faults);
        return faults.Count == 0
            ? new UnitFactFile(file.Name, reports)
            : Problem.Invalid(($"有 {faults.Count} 行需要更正，没有导入任何数据。", $"{faults.Count} rows must be put right; nothing was imported."), [.. faults.Take(MostFaults)]);
    }

    // The units that the caller sees: the store's filter leaves out the others.
    private async Task<HashSet<string>> Known(IReadOnlyList<string> codes, CancellationToken cancel)
    {
        HashSet<string> known = [];
        foreach (var some in codes.Chunk(AtOnce))
            known.UnionWith(await db.Set<RegisteredUnit>().Where(unit => some.Contains(unit.Code)).Select(unit => unit.Code).ToListAsync(cancel));
        return known;
    }
}
