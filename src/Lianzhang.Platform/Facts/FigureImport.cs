using Lianzhang.Core.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Facts;

/// <summary>One file of figures that was taken in.</summary>
internal sealed class FigureImport
{
    public long Id { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string FileName { get; init; }

    /// <summary>SHA-256 of the file's text.</summary>
    public required string Hash { get; init; }

    public required int Added { get; init; }

    public required int Changed { get; init; }

    public required int Same { get; init; }

    public required int Rejected { get; init; }
}

/// <summary>A file that was uploaded for a preview and awaits its confirmation.</summary>
internal sealed class FigureDraft
{
    public required Guid Id { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>Who alone may see and confirm it; nobody's when the product itself uploaded it.</summary>
    public required Guid? Uploader { get; init; }

    public required string FileName { get; init; }

    public required string Content { get; init; }

    public SourceFile File => new(FileName, Content);
}

internal sealed class FigureImportTable : IEntityTypeConfiguration<FigureImport>, IEntityTypeConfiguration<FigureDraft>
{
    public void Configure(EntityTypeBuilder<FigureImport> builder)
    {
        builder.ToTable("facts_import");
        builder.Property(import => import.Hash).HasMaxLength(64);
    }

    public void Configure(EntityTypeBuilder<FigureDraft> builder)
    {
        builder.ToTable("facts_draft");
        builder.Property(draft => draft.Id).ValueGeneratedNever();
        builder.Ignore(draft => draft.File);
    }
}
