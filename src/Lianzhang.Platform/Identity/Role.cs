using Lianzhang.Core.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Identity;

/// <summary>How far the rights of a role reach.</summary>
public enum RoleScope
{
    /// <summary>Everything in the programme.</summary>
    Programme,

    /// <summary>The region of the organisation, with everything below it.</summary>
    Region,

    /// <summary>The programme, but of its industries the one that the person answers for.</summary>
    Industry,

    /// <summary>The organisation alone.</summary>
    Organisation,
}

/// <summary>What kind of work a role is for; nobody holds roles of two kinds of administrator, or of an administrator and any other.</summary>
public enum RoleKind
{
    Business,

    /// <summary>Acts for an enterprise: nothing that carries a target may be reached from it.</summary>
    Enterprise,
    SystemAdministrator,
    SecurityAdministrator,
    AuditAdministrator,
}

/// <summary>A named set of rights.</summary>
internal sealed class Role
{
    public required string Code { get; init; }

    public required string Name { get; set; }

    public required string NameEn { get; set; }

    public required RoleKind Kind { get; init; }

    public required RoleScope Scope { get; init; }

    public required List<string> Permissions { get; set; }

    public Text Title => (Name, NameEn);

    /// <summary>A role of its own that starts alike.</summary>
    public Role Copy() => new() { Code = Code, Name = Name, NameEn = NameEn, Kind = Kind, Scope = Scope, Permissions = [.. Permissions] };

    public bool IsAdministrator => Kind is RoleKind.SystemAdministrator or RoleKind.SecurityAdministrator or RoleKind.AuditAdministrator;

    /// <summary>Whether one person may hold both: administrators hold one kind of role alone.</summary>
    public bool GoesWith(Role other) => Kind == other.Kind || (!IsAdministrator && !other.IsAdministrator);
}

internal sealed class RoleTable : IEntityTypeConfiguration<Role>
{
    public void Configure(EntityTypeBuilder<Role> builder)
    {
        builder.ToTable("identity_role");
        builder.HasKey(role => role.Code);
        builder.Ignore(role => role.Title);
        builder.Ignore(role => role.IsAdministrator);
    }
}
