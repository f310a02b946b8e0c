using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Identity;

/// <summary>A person who signs in. What the person may do stands in memberships, not here.</summary>
internal sealed class Account : IdentityUser<Guid>
{
    /// <summary>The person's own name.</summary>
    public required string DisplayName { get; set; }

    /// <summary>Whether the password is one that somebody else knows, so that it must be changed before anything else.</summary>
    public bool MustChangePassword { get; set; }

    public bool IsDisabled { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    [Secret]
    public override string? PasswordHash { get; set; }

    [Secret]
    public override string? SecurityStamp { get; set; }
}

/// <summary>A secret that belongs to an account: the key of its authenticator, its recovery codes.</summary>
internal sealed class AccountToken : IdentityUserToken<Guid>
{
    [Secret]
    public override string? Value { get; set; }
}

internal sealed class AccountTables : IEntityTypeConfiguration<Account>, IEntityTypeConfiguration<AccountToken>, IEntityTypeConfiguration<IdentityUserClaim<Guid>>,
    IEntityTypeConfiguration<IdentityUserLogin<Guid>>, IEntityTypeConfiguration<IdentityUserPasskey<Guid>>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("identity_account");
        builder.Property(account => account.Id).ValueGeneratedNever();
        builder.Property(account => account.ConcurrencyStamp).IsConcurrencyToken();
        builder.HasIndex(account => account.NormalizedUserName).IsUnique();
        builder.HasIndex(account => account.DisplayName);
    }

    public void Configure(EntityTypeBuilder<AccountToken> builder)
    {
        builder.ToTable("identity_token");
        builder.HasKey(token => new { token.UserId, token.LoginProvider, token.Name });
    }

    public void Configure(EntityTypeBuilder<IdentityUserClaim<Guid>> builder) => builder.ToTable("identity_claim");

    public void Configure(EntityTypeBuilder<IdentityUserLogin<Guid>> builder)
    {
        builder.ToTable("identity_login");
        builder.HasKey(login => new { login.LoginProvider, login.ProviderKey });
    }

    public void Configure(EntityTypeBuilder<IdentityUserPasskey<Guid>> builder)
    {
        builder.ToTable("identity_passkey");
        builder.HasKey(passkey => passkey.CredentialId);
        builder.OwnsOne(passkey => passkey.Data).ToJson();
    }
}
