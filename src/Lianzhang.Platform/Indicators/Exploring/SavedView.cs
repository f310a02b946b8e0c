using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Indicators.Exploring;

/// <summary>A table that somebody keeps by its query.</summary>
internal sealed class SavedView
{
    public const int MostCharactersOfName = 40;
    public const int MostCharactersOfQuery = 2_000;

    public long Id { get; init; }

    /// <summary>The account that keeps it.</summary>
    public required Guid Owner { get; init; }

    /// <summary>Unique among its owner's.</summary>
    public required string Name { get; init; }

    /// <summary>Whether all who may read boards see it.</summary>
    public required bool Shared { get; set; }

    /// <summary>The canonical text of the query.</summary>
    public required string Query { get; set; }

    public required DateTimeOffset ChangedAt { get; set; }
}

internal sealed class SavedViewTable : IEntityTypeConfiguration<SavedView>
{
    public void Configure(EntityTypeBuilder<SavedView> builder)
    {
        builder.ToTable("indicators_saved_view");
        builder.HasIndex(view => new { view.Owner, view.Name }).IsUnique();
        builder.HasIndex(view => view.Shared);
        builder.Property(view => view.Name).HasMaxLength(SavedView.MostCharactersOfName);
        builder.Property(view => view.Query).HasMaxLength(SavedView.MostCharactersOfQuery);
    }
}
