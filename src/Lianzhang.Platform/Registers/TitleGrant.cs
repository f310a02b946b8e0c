using Lianzhang.Core.Facts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Registers;

/// <summary>A title of an enterprise, as it was recorded: granted on a day, valid until another, perhaps ended before.</summary>
internal sealed class TitleGrant
{
    public long Id { get; init; }

    public required long UnitId { get; init; }

    /// <summary>Code of the title.</summary>
    public required string Title { get; init; }

    /// <summary>Who recognised it: national, provincial, city.</summary>
    public string? Level { get; init; }

    public string? Certificate { get; init; }

    public required DateOnly GrantedOn { get; init; }

    /// <summary>The last day of its validity; null where it has no end.</summary>
    public DateOnly? ValidTo { get; init; }

    /// <summary>The day by which it must be reviewed, where it must be.</summary>
    public DateOnly? ReviewBy { get; init; }

    /// <summary>The last day on which it stood, when it was withdrawn or given up.</summary>
    public DateOnly? EndedOn { get; set; }

    public string? EndReason { get; set; }

    /// <summary>When it was recorded as it stands; what stood before an ending is kept as a row of its own.</summary>
    public required DateTimeOffset RecordedAt { get; set; }

    /// <summary>When a correction took its place.</summary>
    public DateTimeOffset? RetiredAt { get; set; }

    public DateOnly? LastDay => EndedOn is { } ended && !(ValidTo < ended) ? ended : ValidTo;

    /// <summary>What stands in this row until now, as a row that is kept when this one changes.</summary>
    public TitleGrant Before(DateTimeOffset now) => new()
    {
        UnitId = UnitId,
        Title = Title,
        Level = Level,
        Certificate = Certificate,
        GrantedOn = GrantedOn,
        ValidTo = ValidTo,
        ReviewBy = ReviewBy,
        EndedOn = EndedOn,
        EndReason = EndReason,
        RecordedAt = RecordedAt,
        RetiredAt = now,
    };

    /// <summary>The title as one of the unit's dated values.</summary>
    public DatedValue Dated => new(UnitAttributes.Title, Title, GrantedOn, LastDay);
}

internal sealed class TitleGrantTable : IEntityTypeConfiguration<TitleGrant>
{
    public void Configure(EntityTypeBuilder<TitleGrant> builder)
    {
        builder.ToTable("registers_title");
        builder.Ignore(grant => grant.Dated);
        builder.Ignore(grant => grant.LastDay);
        builder.HasIndex(grant => new { grant.UnitId, grant.Title });
        builder.HasIndex(grant => new { grant.Title, grant.ValidTo });
    }
}
