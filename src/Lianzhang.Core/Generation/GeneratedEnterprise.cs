using Lianzhang.Core.Facts;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Generation;

/// <summary>An enterprise that was made up, with all that was ever true of it but its titles.</summary>
/// <param name="Code">A valid credit code of a region that does not exist, see <see cref="GeneratedCodes"/>.</param>
/// <param name="Values">Its dated values: name, region, industry …</param>
/// <param name="Titles">Its titles.</param>
/// <param name="MergedInto">Code of the enterprise of the same city that it was merged into.</param>
public sealed record GeneratedEnterprise(string Code, IReadOnlyList<DatedValue> Values, IReadOnlyList<GeneratedTitle> Titles, string? MergedInto)
{
    /// <summary>What an attribute is on a day, or was last.</summary>
    public string? Of(string attribute, DateOnly day) =>
        (Values.LastOrDefault(value => value.Attribute == attribute && value.HoldsAt(day)) ?? Values.LastOrDefault(value => value.Attribute == attribute))?.Value;
}

/// <summary>A title of an enterprise that was made up.</summary>
public sealed record GeneratedTitle(string Title, string Level, string Certificate, DateOnly GrantedOn, DateOnly ValidTo, DateOnly? ReviewBy = null, DateOnly? EndedOn = null, string? EndReason = null)
{
    public DateOnly LastDay => EndedOn is { } ended && ended < ValidTo ? ended : ValidTo;
}

/// <summary>A report that was made up.</summary>
/// <param name="Report">What was reported.</param>
/// <param name="On">The day on which it came.</param>
/// <param name="Revises">Whether it corrects some values of an earlier report.</param>
public sealed record GeneratedReport(UnitReport Report, DateOnly On, bool Revises);

/// <summary>A cluster of a city.</summary>
public sealed record GeneratedCluster(string Code, Text Name, string Industry);

/// <summary>A region of the economy: the programme's own, or made up with a code that no division of China has.</summary>
public sealed record GeneratedRegion(string Code, string Name, RegionKind Kind, string? Parent);
