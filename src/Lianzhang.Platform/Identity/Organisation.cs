using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Identity;

/// <summary>What an organisation is.</summary>
public enum OrganisationKind
{
    Commission,
    Department,
    CountyGovernment,
    Park,
    Enterprise,
}

/// <summary>A commission, department, county government, park or enterprise, in the region that it belongs to.</summary>
internal sealed class Organisation
{
    public required Guid Id { get; init; }

    /// <summary>A short code, or the unified social credit code.</summary>
    public required string Code { get; init; }

    public required string Name { get; set; }

    public required OrganisationKind Kind { get; init; }

    public required string Region { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }
}

/// <summary>A region as rights know it: its place in the tree, and the days between which it is there.</summary>
internal sealed class RegionNode
{
    public required string Code { get; init; }

    public required string Name { get; set; }

    public required string NameEn { get; set; }

    public required string? Parent { get; set; }

    public DateOnly? From { get; set; }

    public DateOnly? To { get; set; }
}

internal sealed class OrganisationTables : IEntityTypeConfiguration<Organisation>, IEntityTypeConfiguration<RegionNode>
{
    public void Configure(EntityTypeBuilder<Organisation> builder)
    {
        builder.ToTable("identity_organisation");
        builder.Property(organisation => organisation.Id).ValueGeneratedNever();
        builder.HasIndex(organisation => organisation.Code).IsUnique();
        builder.HasIndex(organisation => organisation.Region);
    }

    public void Configure(EntityTypeBuilder<RegionNode> builder)
    {
        builder.ToTable("identity_region");
        builder.HasKey(region => region.Code);
    }
}
