using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Shared;

/// <summary>
/// The store. Modules bring their tables as entity configurations and reach them by <see cref="DbContext.Set{T}()"/>; each
/// provider has a thin subclass that owns its migrations.
/// </summary>
public abstract class LianzhangDb(DbContextOptions options) : DbContext(options), IDataProtectionKeyContext
{
    /// <summary>The keys that protect forms and cookies, shared by every process on the store.</summary>
    public DbSet<DataProtectionKey> DataProtectionKeys => Set<DataProtectionKey>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) => Conventions.Apply(configurationBuilder);

    protected override void OnModelCreating(ModelBuilder modelBuilder) 
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(LianzhangDb).Assembly);
        modelBuilder.Entity<DataProtectionKey>().ToTable("shared_key");
    }
}
