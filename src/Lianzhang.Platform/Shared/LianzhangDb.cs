using Microsoft.AspNetCore.DataProtection.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;

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

    /// <summary>What the request that this context serves may see; the filters of scoped tables ask it.</summary>
    public Sight Sight { get; internal set; } = Sight.Unlimited;

    internal StoreChanges Changes { get; private set; } = new();

    /// <summary>Begins to serve another request: nothing of the one it served before is left.</summary>
    public virtual LianzhangDb ForAnother()
    {
        (Sight, Changes) = (Sight.Unlimited, new StoreChanges());
        return this;
    }

    /// <summary>
    /// Writes many rows at once within the transaction that is open. Instants, amounts and words of enumerations are turned into what
    /// their columns hold. The record counts the rows.
    /// </summary>
    public async Task<long> Bulk(BulkTable table, IEnumerable<object?[]> rows, CancellationToken cancel)
    {
        var written = await Write(table, rows.Select(row => Array.ConvertAll(row, Conventions.Stored)), cancel);
        Changes.Count(table.Name, written);
        return written;
    }

    /// <summary>
    /// Whether it is in the midst of a change. What is read then may be taken back, and its number be given to another change: nobody keeps it for later.
    /// </summary>
    public bool IsChanging => Database.CurrentTransaction is not null;

    /// <summary>
    /// A word that is another one once anything was committed, by whichever process. Who asks for it before reading, outside of a transaction,
    /// knows by the same word that what was read still holds. It costs the same however much is stored.
    /// </summary>
    public abstract Task<string> Growth(CancellationToken cancel);

    /// <summary>
    /// The stamp from which on what is logged may not be seen yet. Who asks for it before reading a log has seen all that is stamped lower:
    /// what is written at the same time by several need not be seen in the order in which it is numbered.
    /// </summary>
    public abstract Task<long> Settled(CancellationToken cancel);

    /// <summary>Until its end, all that is read is read as it stood at one moment, and nobody who writes waits for it.</summary>
    public abstract Task<IDbContextTransaction> Moment(CancellationToken cancel);

    /// <summary>How many bytes the store takes up.</summary>
    public abstract Task<long> Size(CancellationToken cancel);

    /// <summary>How the store stamps rows as they are written, so that <see cref="Settled"/> tells of them.</summary>
    protected abstract void Stamp(PropertyBuilder stamp);

    /// <summary>The provider's own fastest way to write rows.</summary>
    protected abstract Task<long> Write(BulkTable table, IEnumerable<object?[]> rows, CancellationToken cancel);

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Changes.Collect(ChangeTracker);
        return base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    public override int SaveChanges(bool acceptAllChangesOnSuccess)
    {
        Changes.Collect(ChangeTracker);
        return base.SaveChanges(acceptAllChangesOnSuccess);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.ApplyConfigurationsFromAssembly(typeof(LianzhangDb).Assembly);
        modelBuilder.Entity<DataProtectionKey>().ToTable("shared_key");
        foreach (var log in modelBuilder.Model.GetEntityTypes().Where(entity => entity.ClrType.IsAssignableTo(typeof(ILogged))).ToList())
            Stamp(modelBuilder.Entity(log.ClrType).Property(nameof(ILogged.Stamp)));
        foreach (var filters in typeof(LianzhangDb).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ScopeFilters))))
            ((ScopeFilters)Activator.CreateInstance(filters)!).Apply(modelBuilder, this);
    }
}

/// <summary>A row of a log that is followed: whoever kept what was there reads on from a stamp.</summary>
internal interface ILogged
{
    long Stamp { get; }
}

/// <summary>
/// A module's filters by scope, so that no query of a scoped table can forget them. Where a rule must see all rows it says so by
/// <c>IgnoreQueryFilters</c>.
/// </summary>
internal abstract class ScopeFilters
{
    /// <param name="model">Where the filters are set.</param>
    /// <param name="db">Stands for whichever context a query runs in.</param>
    public abstract void Apply(ModelBuilder model, LianzhangDb db);
}
