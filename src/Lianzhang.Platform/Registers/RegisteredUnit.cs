using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Registers;

/// <summary>What a reporting unit is.</summary>
public enum UnitKind
{
    Enterprise,
    Park,
    Institution,
    Project,
    Department,
    Region,
}

/// <summary>How much of what an enterprise does belongs to the strategic emerging industries.</summary>
public enum SeiShare
{
    None,
    Part,
    Whole,
}

/// <summary>Whether a unit is at work.</summary>
public enum UnitStatus
{
    Active,
    Suspended,
    Closed,

    /// <summary>Its history lives on in the unit that it was merged into.</summary>
    Merged,
}

/// <summary>
/// Somebody who reports. The columns say how the unit stands today, for lists and filters; what is true at which time, its
/// <see cref="UnitAttributeValue"/>s say, and both are written together by <see cref="UnitBook"/>.
/// </summary>
internal sealed class RegisteredUnit
{
    public long Id { get; init; }

    public required UnitKind Kind { get; init; }

    /// <summary>The unified social credit code of an enterprise; else a code of the programme's.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    public required string Region { get; set; }

    /// <summary>Code of the programme's industry or field; null outside of them.</summary>
    public string? Industry { get; set; }

    /// <summary>Class of GB/T 4754-2017.</summary>
    public string? Gb { get; set; }

    public SeiShare Sei { get; set; }

    /// <summary>Code of the size tier: large, medium, small, micro.</summary>
    public string? Size { get; set; }

    public UnitStatus Status { get; set; }

    /// <summary>The unit that goes on in its place.</summary>
    public long? MergedInto { get; set; }

    /// <summary>Made up for trial; every screen and file says so.</summary>
    public bool Generated { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Sets the columns that say how the unit stands on a day.</summary>
    public void Show(IEnumerable<DatedValue> values, DateOnly today)
    {
        var now = values.Where(value => value.HoldsAt(today)).ToLookup(value => value.Attribute, value => value.Value);
        Name = now[UnitAttributes.Name].FirstOrDefault() ?? Name;
        Region = now[UnitAttributes.Region].FirstOrDefault() ?? Region;
        Industry = now[UnitAttributes.Industry].FirstOrDefault();
        Gb = now[UnitAttributes.Gb].FirstOrDefault();
        Size = now[UnitAttributes.Size].FirstOrDefault();
        Sei = Enum.TryParse<SeiShare>(now[UnitAttributes.Sei].FirstOrDefault(), ignoreCase: true, out var share) ? share : SeiShare.None;
        Status = Enum.TryParse<UnitStatus>(now[UnitAttributes.Status].FirstOrDefault(), ignoreCase: true, out var status) ? status : Status;
    }
}

/// <summary>
/// One dated value of a unit, as it was recorded. A value that proves untrue is retired and stays, so that what was known at any
/// moment can be told.
/// </summary>
internal sealed class UnitAttributeValue
{
    public long Id { get; init; }

    public required long UnitId { get; init; }

    public required string Attribute { get; init; }

    public required string Value { get; init; }

    public required DateOnly From { get; init; }

    public DateOnly? To { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public DateTimeOffset? RetiredAt { get; set; }

    public DatedValue Dated => new(Attribute, Value, From, To);
}

/// <summary>
/// One change of the registers, for the timeline of a unit. Its number rises with every change of whatever kind, so that who keeps
/// something computed from the registers knows whether it still holds.
/// </summary>
internal sealed class RegisterChange
{
    public long Id { get; init; }

    /// <summary>Null for a change of many units at once, or of none.</summary>
    public long? UnitId { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>Who changed it, by name.</summary>
    public required string By { get; init; }

    public required string Zh { get; init; }

    public required string En { get; init; }

    public Text What => new(Zh, En);
}

/// <summary>A named set of enterprises across counties; who belongs to it when, the enterprises' attribute cluster says.</summary>
internal sealed class Cluster
{
    public required string Code { get; init; }

    public required string Name { get; set; }

    public string? NameEn { get; set; }

    public string? Industry { get; set; }

    /// <summary>The body that looks after it.</summary>
    public string? Owner { get; set; }

    public bool Generated { get; init; }
}

internal sealed class UnitTables : IEntityTypeConfiguration<RegisteredUnit>, IEntityTypeConfiguration<UnitAttributeValue>, IEntityTypeConfiguration<RegisterChange>, IEntityTypeConfiguration<Cluster>
{
    public void Configure(EntityTypeBuilder<RegisteredUnit> builder)
    {
        builder.ToTable("registers_unit");
        builder.HasIndex(unit => new { unit.Kind, unit.Code }).IsUnique();
        builder.HasIndex(unit => unit.Name);
        builder.HasIndex(unit => unit.Region);
    }

    public void Configure(EntityTypeBuilder<UnitAttributeValue> builder)
    {
        builder.ToTable("registers_value");
        builder.Ignore(value => value.Dated);
        builder.HasIndex(value => new { value.UnitId, value.Attribute });
        builder.HasIndex(value => new { value.Attribute, value.Value });
    }

    public void Configure(EntityTypeBuilder<RegisterChange> builder)
    {
        builder.ToTable("registers_change");
        builder.Ignore(change => change.What);
        builder.HasIndex(change => change.UnitId);
    }

    public void Configure(EntityTypeBuilder<Cluster> builder)
    {
        builder.ToTable("registers_cluster");
        builder.HasKey(cluster => cluster.Code);
    }
}
