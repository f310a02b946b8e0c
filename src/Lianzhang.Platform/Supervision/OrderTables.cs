using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Supervision;

internal sealed class OrderTables : IEntityTypeConfiguration<Order>, IEntityTypeConfiguration<OrderEvent>, IEntityTypeConfiguration<OrderDeadline>
{
    public void Configure(EntityTypeBuilder<Order> builder)
    {
        builder.ToTable("supervision_order");
        builder.Property(order => order.Id).ValueGeneratedNever();
        builder.Ignore(order => order.Name);
        builder.Ignore(order => order.Standing);
        builder.HasIndex(order => order.OpenMatter).IsUnique();
        builder.HasIndex(order => new { order.Year, order.Number }).IsUnique();
        builder.HasIndex(order => order.Matter);
        builder.HasIndex(order => order.Owner);
        builder.HasIndex(order => new { order.State, order.Due });
    }

    public void Configure(EntityTypeBuilder<OrderEvent> builder)
    {
        builder.ToTable("supervision_event");
        builder.Property(happened => happened.Id).ValueGeneratedNever();
        builder.HasIndex(happened => new { happened.OrderId, happened.Number }).IsUnique();
        builder.HasOne<Order>().WithMany().HasForeignKey(happened => happened.OrderId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<OrderDeadline> builder)
    {
        builder.ToTable("supervision_deadline");
        builder.Property(deadline => deadline.Id).ValueGeneratedNever();
        builder.HasIndex(deadline => new { deadline.FiredAt, deadline.At });
        builder.HasIndex(deadline => deadline.OrderId);
        builder.HasOne<Order>().WithMany().HasForeignKey(deadline => deadline.OrderId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>An order is seen by those whose rights reach its region, and by the people of the organisation that answers for it.</summary>
internal sealed class OrderFilters : ScopeFilters
{
    public override void Apply(ModelBuilder model, LianzhangDb db)
    {
        model.Entity<Order>().HasQueryFilter(order => db.Sight.IsUnlimited || db.Sight.Regions.Contains(order.Region) || (order.Owner != null && db.Sight.Organisations.Contains(order.Owner.Value)));
        model.Entity<OrderEvent>().HasQueryFilter(happened => db.Sight.IsUnlimited || db.Set<Order>().Select(order => order.Id).Contains(happened.OrderId));
    }
}
