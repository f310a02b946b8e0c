using Lianzhang.Core.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Indicators;

/// <summary>A board that was sealed: what it is of, and the hashes by which anybody finds out whether it still comes out the same.</summary>
internal sealed class PublishedBoard
{
    public long Id { get; init; }

    /// <summary>Code of the region.</summary>
    public required string Region { get; init; }

    /// <summary>The date as of which it was judged.</summary>
    public required DateOnly Day { get; init; }

    public required MembershipView View { get; init; }

    /// <summary>What was on record at this instant counts.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Code of the programme.</summary>
    public required string Programme { get; init; }

    public required int ProgrammeVersion { get; init; }

    public required string ProgrammeHash { get; init; }

    /// <summary>SHA-256 over everything that it was computed from.</summary>
    public required string InputHash { get; init; }

    /// <summary>SHA-256 over the board itself.</summary>
    public required string ResultHash { get; init; }

    public required DateTimeOffset PublishedAt { get; init; }

    /// <summary>Who published it, by name.</summary>
    public required string By { get; init; }
}

internal sealed class PublishedBoardTable : IEntityTypeConfiguration<PublishedBoard>
{
    private const int LengthOfHash = 64;

    public void Configure(EntityTypeBuilder<PublishedBoard> builder)
    {
        builder.ToTable("indicators_published_board");
        builder.HasIndex(board => board.Region);
        builder.Property(board => board.ProgrammeHash).HasMaxLength(LengthOfHash);
        builder.Property(board => board.InputHash).HasMaxLength(LengthOfHash);
        builder.Property(board => board.ResultHash).HasMaxLength(LengthOfHash);
    }
}
