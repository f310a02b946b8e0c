namespace Lianzhang.Platform.Reporting;

/// <summary>A signed and sealed page, scanned.</summary>
internal sealed class ReportScan
{
    public required Guid Id { get; init; }

    public required Guid ReportId { get; init; }

    public required string FileName { get; init; }

    public required string ContentType { get; init; }

    public required byte[] Content { get; init; }

    public required DateTimeOffset At { get; init; }

    public required string By { get; init; }
}
