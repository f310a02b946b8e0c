using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Registers;

/// <summary>That people were told of the end of a title some months ahead, so that they are told once.</summary>
internal sealed class TitleWarning
{
    /// <summary>How many months before a title ends people are told.</summary>
    public static readonly IReadOnlyList<int> Marks = [12, 6, 3];

    public required long GrantId { get; init; }

    public required int Months { get; init; }

    public required DateTimeOffset At { get; init; }
}

internal sealed class TitleWarningTable : IEntityTypeConfiguration<TitleWarning>
{
    public void Configure(EntityTypeBuilder<TitleWarning> builder)
    {
        builder.ToTable("registers_title_warning");
        builder.HasKey(warning => new { warning.GrantId, warning.Months });
    }
}
