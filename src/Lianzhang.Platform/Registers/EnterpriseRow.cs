using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Registers;

/// <summary>An enterprise as lists show it, on the day that they are of.</summary>
/// <param name="Code">Its unified social credit code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Region">Code of the region where it lies.</param>
/// <param name="RegionName">The region's name.</param>
/// <param name="Industry">Code of the programme's industry.</param>
/// <param name="IndustryName">The industry's name.</param>
/// <param name="Gb">Class of GB/T 4754-2017.</param>
/// <param name="GbName">The name of the class.</param>
/// <param name="Sei">How much of it belongs to the strategic emerging industries.</param>
/// <param name="Size">Code of the size tier.</param>
/// <param name="Status">Whether it is at work.</param>
/// <param name="Kinds">What the policy calls it.</param>
/// <param name="Titles">The titles that it holds.</param>
/// <param name="Generated">Whether it was made up for trial.</param>
public sealed record EnterpriseRow(
    string Code,
    string Name,
    string Region,
    Text RegionName,
    string? Industry,
    Text? IndustryName,
    string? Gb,
    string? GbName,
    SeiShare Sei,
    string? Size,
    UnitStatus Status,
    IReadOnlyList<Text> Kinds,
    IReadOnlyList<Text> Titles,
    bool Generated);

/// <summary>Which enterprises are asked for; null leaves all.</summary>
/// <param name="Search">Part of the name or of a former one, or how the code begins.</param>
/// <param name="Region">A region with all below it.</param>
/// <param name="Industry">An industry with its fields.</param>
/// <param name="Size">Code of the size tier.</param>
/// <param name="Title">Code of a title that is held on the day.</param>
/// <param name="Kind">Code of a kind.</param>
/// <param name="Cluster">Code of a cluster.</param>
/// <param name="Status">Code of a status, or "all"; null leaves out what is closed or merged.</param>
/// <param name="Sei">Share in the strategic emerging industries.</param>
public sealed record EnterpriseFilter(
    string? Search = null,
    string? Region = null,
    string? Industry = null,
    string? Size = null,
    string? Title = null,
    string? Kind = null,
    string? Cluster = null,
    string? Status = null,
    SeiShare? Sei = null)
{
    public const string AnyStatus = "all";

    private const int Longest = 100;

    /// <summary>Null when it can be asked.</summary>
    internal Problem? Check() => new[] { Search, Region, Industry, Size, Title, Kind, Cluster, Status }.Any(text => text?.Length > Longest)
        ? Problem.Invalid(($"查找条件不超过 {Longest} 字。", $"What is searched for has at most {Longest} characters."))
        : null;

    /// <summary>Whether a status is asked for.</summary>
    internal bool Takes(UnitStatus status) => Status switch
    {
        null => status is UnitStatus.Active or UnitStatus.Suspended,
        AnyStatus => true,
        var wanted => string.Equals(wanted, status.ToString(), StringComparison.OrdinalIgnoreCase),
    };
}
