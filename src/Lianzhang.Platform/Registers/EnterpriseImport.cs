using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Registers;

/// <summary>How far an import of enterprises is.</summary>
public enum ImportState
{
    /// <summary>Previewed; it waits to be confirmed.</summary>
    Ready,

    Running,

    /// <summary>Asked to stop; the rows that are being written are the last.</summary>
    Stopping,

    /// <summary>Stopped; what was written stays.</summary>
    Stopped,

    Done,

    /// <summary>Something went wrong; what was written stays.</summary>
    Failed,
}

/// <summary>One import of a sheet of enterprises, from its preview on. It is of whoever uploaded it alone.</summary>
internal sealed class EnterpriseImport
{
    public required Guid Id { get; init; }

    public required Guid? Uploader { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    public required string FileName { get; init; }

    /// <summary>The sheet as CSV text, packed; empty once all of it is written.</summary>
    public required byte[] Content { get; set; }

    /// <summary>The day from which a row holds that names none.</summary>
    public required DateOnly From { get; init; }

    public ImportState State { get; set; }

    public bool WithoutNear { get; set; }

    public required int Total { get; init; }

    /// <summary>Rows that were dealt with so far.</summary>
    public int Done { get; set; }

    public int Added { get; set; }

    public int Changed { get; set; }

    public int Same { get; set; }

    public int Rejected { get; set; }

    /// <summary>Rows of new enterprises with a like name.</summary>
    public int Near { get; init; }

    /// <summary>Rows that are to be looked at, packed.</summary>
    public required byte[] Report { get; set; }

    /// <summary>Why it ended before its time.</summary>
    public string? Problem { get; set; }

    public string? ProblemEn { get; set; }

    /// <summary>When it last went on, so that one whose process has ended is noticed.</summary>
    public DateTimeOffset TouchedAt { get; set; }
}

internal sealed class EnterpriseImportTable : IEntityTypeConfiguration<EnterpriseImport>
{
    public void Configure(EntityTypeBuilder<EnterpriseImport> builder)
    {
        builder.ToTable("registers_import");
        builder.Property(import => import.Id).ValueGeneratedNever();
        builder.HasIndex(import => import.Uploader);
    }
}

/// <summary>What an import keeps in few bytes: its sheet, and the rows that are to be looked at.</summary>
internal static class Packed
{
    public static byte[] Text(string text) => Of(stream =>
    {
        using var writer = new StreamWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(text);
    });

    public static SourceFile File(string name, byte[] packed)
    {
        using var reader = new StreamReader(new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress), Encoding.UTF8);
        return new SourceFile(name, reader.ReadToEnd());
    }

    public static byte[] Rows(IReadOnlyList<ReportedRow> rows) => Of(stream => JsonSerializer.Serialize(stream, rows));

    public static IReadOnlyList<ReportedRow> Rows(byte[] packed)
    {
        using var stream = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
        return JsonSerializer.Deserialize<IReadOnlyList<ReportedRow>>(stream)!;
    }

    private static byte[] Of(Action<Stream> write)
    {
        var packed = new MemoryStream();
        using (var stream = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            write(stream);
        return packed.ToArray();
    }
}

/// <summary>A row of an import that is to be looked at.</summary>
public sealed record ReportedRow(int Line, EnterpriseOutcome Outcome, string Code, string Name, string? RemarkZh, string? RemarkEn, bool IsNear)
{
    /// <summary>The most that are kept of one import.</summary>
    internal const int Most = 20_000;

    // Enough to see what an import does.
    private const int MostSamples = 100;

    public Text? Remark => RemarkZh is { } zh ? new Text(zh, RemarkEn) : null;

    /// <summary>Those that are rejected, then those with a like name, then some of the others; all in the order of their lines.</summary>
    internal static IReadOnlyList<ReportedRow> Of(IReadOnlyList<PlannedRow> rows) =>
    [
        .. rows.Where(row => row.Outcome == EnterpriseOutcome.Rejected)
            .Concat(rows.Where(row => row.IsNear))
            .Take(Most)
            .Concat(rows.Where(row => row is { Outcome: EnterpriseOutcome.Changed }).Take(MostSamples))
            .Concat(rows.Where(row => row is { Outcome: EnterpriseOutcome.Added, IsNear: false }).Take(MostSamples))
            .Select(Of),
    ];

    internal static ReportedRow Of(PlannedRow row) => new(row.Line, row.Outcome, row.Code, row.Name, row.Remark?.Zh, row.Remark?.En, row.IsNear);
}
