using Lianzhang.Core.Programmes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Programmes;

/// <summary>A changed programme that is not in force: whoever may publish sees what would move, and then publishes or drops it.</summary>
internal sealed class ProgrammeDraft
{
    public required Guid Id { get; init; }

    public required string Code { get; init; }

    /// <summary>The number of the version that it would become: the next after the one that it was made from.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset UploadedAt { get; init; }

    /// <summary>Who uploaded it, by name.</summary>
    public required string By { get; init; }

    /// <summary>Why it is to be published.</summary>
    public required string Note { get; init; }

    /// <summary>SHA-256 over names and texts of the files.</summary>
    public required string Hash { get; init; }

    /// <summary>Names and texts of all its files as JSON, as a version keeps them.</summary>
    public required string Files { get; init; }

    public IReadOnlyList<SourceFile> Sources => ProgrammeVersion.Unpack(Files);
}

internal sealed class ProgrammeDraftTable : IEntityTypeConfiguration<ProgrammeDraft>
{
    public void Configure(EntityTypeBuilder<ProgrammeDraft> builder)
    {
        builder.ToTable("programmes_draft");
        builder.Property(draft => draft.Id).ValueGeneratedNever();
        builder.Property(draft => draft.Code).HasMaxLength(64);
        builder.Property(draft => draft.Hash).HasMaxLength(64);
        builder.Ignore(draft => draft.Sources);
    }
}
