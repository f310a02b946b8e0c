using Lianzhang.Core.Assessment;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Assessment;

internal sealed class AssessmentTables : IEntityTypeConfiguration<AssessmentRun>, IEntityTypeConfiguration<AssessmentFigures>, IEntityTypeConfiguration<AssessmentEvent>, IEntityTypeConfiguration<AssessmentObjection>, IEntityTypeConfiguration<AssessmentUsed>
{
    public void Configure(EntityTypeBuilder<AssessmentRun> builder)
    {
        builder.ToTable("assessment_run");
        builder.Property(run => run.Id).ValueGeneratedNever();
        builder.Ignore(run => run.Name);
        builder.Ignore(run => run.Of);
        builder.HasIndex(run => run.OnlyOne).IsUnique();
    }

    public void Configure(EntityTypeBuilder<AssessmentFigures> builder)
    {
        builder.ToTable("assessment_figures");
        builder.Property(figures => figures.Id).ValueGeneratedNever();
        builder.HasIndex(figures => new { figures.RunId, figures.Number }).IsUnique();
        builder.HasOne<AssessmentRun>().WithMany().HasForeignKey(figures => figures.RunId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AssessmentEvent> builder)
    {
        builder.ToTable("assessment_event");
        builder.Property(happened => happened.Id).ValueGeneratedNever();
        builder.HasIndex(happened => new { happened.RunId, happened.Number }).IsUnique();
        builder.HasOne<AssessmentRun>().WithMany().HasForeignKey(happened => happened.RunId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AssessmentObjection> builder)
    {
        builder.ToTable("assessment_objection");
        builder.Property(objection => objection.Id).ValueGeneratedNever();
        builder.HasIndex(objection => objection.RunId);
        builder.HasOne<AssessmentRun>().WithMany().HasForeignKey(objection => objection.RunId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<AssessmentUsed> builder)
    {
        builder.ToTable("assessment_use");
        builder.Property(use => use.Id).ValueGeneratedNever();
        builder.Ignore(use => use.Name);
        builder.HasIndex(use => use.RunId);
        builder.HasOne<AssessmentRun>().WithMany().HasForeignKey(use => use.RunId).OnDelete(DeleteBehavior.Restrict);
    }
}

/// <summary>Those who are assessed see a result from the day on which they may object to it, and what follows from it once it is published.</summary>
internal sealed class AssessmentFilters : ScopeFilters
{
    public override void Apply(ModelBuilder model, LianzhangDb db)
    {
        model.Entity<AssessmentRun>().HasQueryFilter(run => db.Sight.IsUnlimited || run.State == AssessmentState.Publicity || run.State == AssessmentState.Sealed || run.State == AssessmentState.Published);
        model.Entity<AssessmentFigures>().HasQueryFilter(figures => db.Sight.IsUnlimited || db.Set<AssessmentRun>().Select(run => run.Id).Contains(figures.RunId));
        model.Entity<AssessmentEvent>().HasQueryFilter(happened => db.Sight.IsUnlimited || db.Set<AssessmentRun>().Select(run => run.Id).Contains(happened.RunId));
        model.Entity<AssessmentObjection>().HasQueryFilter(objection => db.Sight.IsUnlimited || db.Sight.Regions.Contains(objection.Member));
        model.Entity<AssessmentUsed>().HasQueryFilter(use => db.Sight.IsUnlimited || use.State == UseState.Published);
    }
}
