using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Lianzhang.Platform.Facts;

/// <summary>A published figure as it was recorded; a later version of the same figure is a row of its own.</summary>
internal sealed class FigureVersion
{
    public long Id { get; init; }

    public required long ImportId { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public required string Item { get; init; }

    public required string Place { get; init; }

    public required string Period { get; init; }

    public required decimal Value { get; init; }

    public required string Unit { get; init; }

    public required string Qualifier { get; init; }

    public required FigureFlag Flag { get; init; }

    public required DateOnly? Published { get; init; }

    public required string Source { get; init; }

    public required string? Url { get; init; }

    public required string File { get; init; }

    public required int Line { get; init; }

    /// <summary>What makes two rows versions of one figure: who said it of what.</summary>
    public FigureKey Key => new(Item, Place, Period, Source);

    public static FigureVersion Of(PublishedFigure figure, long importId, DateTimeOffset recordedAt) => new()
    {
        ImportId = importId,
        RecordedAt = recordedAt,
        Item = figure.Item,
        Place = figure.Place,
        Period = figure.Period.ToString(),
        Value = figure.Quantity.Amount,
        Unit = figure.Quantity.Unit.Symbol,
        Qualifier = figure.Qualifier,
        Flag = figure.Flag,
        Published = figure.Published,
        Source = figure.Source.Title,
        Url = figure.Source.Url,
        File = figure.At.File,
        Line = figure.At.Line,
    };

    public PublishedFigure Figure() => new(
        Item,
        Place,
        Core.Values.Period.Parse(Period),
        new Quantity(Value, Core.Values.Unit.Parse(Unit)),
        Qualifier,
        Flag,
        Published,
        new FigureSource(Source, Url),
        new Location(File, Line));
}

/// <summary>What makes two rows versions of one figure.</summary>
internal readonly record struct FigureKey(string Item, string Place, string Period, string Source)
{
    public static FigureKey Of(PublishedFigure figure) => new(figure.Item, figure.Place, figure.Period.ToString(), figure.Source.Title);
}

internal sealed class FigureVersionTable : IEntityTypeConfiguration<FigureVersion>
{
    public void Configure(EntityTypeBuilder<FigureVersion> builder)
    {
        builder.ToTable("facts_figure");
        builder.Ignore(figure => figure.Key);
        builder.HasIndex(figure => new { figure.Item, figure.Place, figure.Period });
        builder.HasIndex(figure => figure.RecordedAt);
        builder.HasOne<FigureImport>().WithMany().HasForeignKey(figure => figure.ImportId).OnDelete(DeleteBehavior.Restrict);
    }
}
