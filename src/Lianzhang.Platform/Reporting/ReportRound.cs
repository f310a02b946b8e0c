namespace Lianzhang.Platform.Reporting;

/// <summary>A form that is asked for one period, of all units that it applied to at the end of it. Once opened it stays as it is.</summary>
internal sealed class ReportRound
{
    public required Guid Id { get; init; }

    /// <summary>Code of the form.</summary>
    public required string Form { get; init; }

    /// <summary>The version of the programme whose form is filled in, whatever is published later.</summary>
    public required int ProgrammeVersion { get; init; }

    /// <summary>Year, first month and number of months, as facts keep it.</summary>
    public required int Period { get; init; }

    public required DateOnly Due { get; init; }

    /// <summary>The last day on which it can be sent without an exception.</summary>
    public required DateOnly Lock { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public required string OpenedBy { get; init; }
}
