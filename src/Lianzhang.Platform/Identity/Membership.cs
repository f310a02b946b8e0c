using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Identity;

/// <summary>A role that a person holds in an organisation between two days.</summary>
internal sealed class Membership
{
    public required Guid Id { get; init; }

    public required Guid AccountId { get; init; }

    public required Guid OrganisationId { get; init; }

    public required string Role { get; init; }

    /// <summary>The industry that a chain lead answers for.</summary>
    public string? Industry { get; init; }

    public DateOnly? From { get; init; }

    public DateOnly? To { get; set; }
}

/// <summary>While a person is on leave, another one holds the same roles on the person's behalf.</summary>
internal sealed class Deputyship
{
    public required Guid Id { get; init; }

    public required Guid AbsentId { get; init; }

    public required Guid DeputyId { get; init; }

    /// <summary>The only role that is lent, or null for all of them.</summary>
    public Guid? MembershipId { get; init; }

    public required DateOnly From { get; init; }

    public required DateOnly To { get; set; }
}

/// <summary>Counts the changes of roles, memberships and regions, so that every process notices that rights must be read anew.</summary>
internal sealed class AccessEpoch
{
    public required int Id { get; init; }

    public required long Value { get; set; }
}

internal sealed class MembershipTables : IEntityTypeConfiguration<Membership>, IEntityTypeConfiguration<Deputyship>, IEntityTypeConfiguration<AccessEpoch>
{
    public void Configure(EntityTypeBuilder<Membership> builder)
    {
        builder.ToTable("identity_membership");
        builder.Property(membership => membership.Id).ValueGeneratedNever();
        builder.HasIndex(membership => membership.AccountId);
        builder.HasIndex(membership => membership.OrganisationId);
        builder.HasOne<Account>().WithMany().HasForeignKey(membership => membership.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Organisation>().WithMany().HasForeignKey(membership => membership.OrganisationId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Deputyship> builder)
    {
        builder.ToTable("identity_deputy");
        builder.Property(deputyship => deputyship.Id).ValueGeneratedNever();
        builder.HasIndex(deputyship => deputyship.DeputyId);
        builder.HasOne<Account>().WithMany().HasForeignKey(deputyship => deputyship.AbsentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(deputyship => deputyship.DeputyId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Membership>().WithMany().HasForeignKey(deputyship => deputyship.MembershipId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AccessEpoch> builder)
    {
        builder.ToTable("identity_epoch");
        builder.Property(epoch => epoch.Id).ValueGeneratedNever();
        builder.HasData(new AccessEpoch { Id = 1, Value = 1 });
    }
}
