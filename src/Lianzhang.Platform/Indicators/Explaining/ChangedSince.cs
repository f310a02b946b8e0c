using Lianzhang.Core.Boards;
using Lianzhang.Core.Explaining;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators.Explaining;

/// <summary>What became of a number between two instants. What is left when the lines are added up is nothing.</summary>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Name">Its name.</param>
/// <param name="Region">The region.</param>
/// <param name="Period">The period.</param>
/// <param name="Since">The earlier instant.</param>
/// <param name="Until">The later one; now if null.</param>
/// <param name="Unit">The indicator's unit.</param>
/// <param name="Before">The number then.</param>
/// <param name="Redefined">What was known then by the later definition.</param>
/// <param name="After">The number at the later instant.</param>
/// <param name="ReasonBefore">Why there was no number.</param>
/// <param name="Reason">Why there is none.</param>
/// <param name="FormulaBefore">The formula in words as it was, where it is another.</param>
/// <param name="Formula">The formula in words.</param>
/// <param name="Aggregates">What became of each aggregate.</param>
/// <param name="Figures">Published figures that differ.</param>
/// <param name="IsGenerated">Whether the units were made up for trial.</param>
public sealed record NumberChange(
    string Indicator,
    Text Name,
    BoardPlace Region,
    Period Period,
    DateTimeOffset Since,
    DateTimeOffset? Until,
    Unit Unit,
    decimal? Before,
    decimal? Redefined,
    decimal? After,
    Text? ReasonBefore,
    Text? Reason,
    Text? FormulaBefore,
    Text Formula,
    IReadOnlyList<ChangedAggregate> Aggregates,
    IReadOnlyList<ChangedFigure> Figures,
    bool IsGenerated);

/// <summary>What became of an aggregate, in its own unit. The lines add up to the difference; there are none where amounts do not add up.</summary>
public sealed record ChangedAggregate(Text Words, Period Period, Unit Unit, decimal Before, decimal After, IReadOnlyList<ChangeLine> Lines);

/// <summary>A published figure that differs; null on the side where there was none.</summary>
public sealed record ChangedFigure(BoardFigure? Before, BoardFigure? After);

/// <summary>Tells what became of a number between two instants, and why.</summary>
/// <param name="Of">The number, as it is known at the later instant.</param>
/// <param name="Since">The earlier instant.</param>
public sealed record ChangedSince(NumberQuery Of, DateTimeOffset Since) : IRequest<NumberChange>;

internal sealed class ChangedSinceSlice(CompareNumber numbers) : Slice<ChangedSince, NumberChange>
{
    public override Permission Permission { get; } = new("board.read", Changes: false);

    protected override Subject About(ChangedSince request) => new(Region: request.Of.Region);

    protected override async Task<Answer<NumberChange>> Handle(ChangedSince request, CancellationToken cancel)
    {
        var compared = await numbers.Compare(request.Of, request.Since, cancel);
        return compared.Succeeded(out var number) ? View(number, request.Since) : compared.Problem!;
    }

    private static NumberChange View(ComparedNumber compared, DateTimeOffset since)
    {
        var (number, change, named) = (compared.Number, compared.Change, new NameFigure(compared.Number.Programme));
        var unit = number.Indicator.Unit!;
        return new NumberChange(
            number.Indicator.Code,
            number.Indicator.Name,
            new BoardPlace(number.Region, number.Programme.PlaceName(number.Region)),
            number.Period,
            since,
            compared.Until,
            unit,
            ExplainIndicatorSlice.InUnit(change.Before, unit),
            ExplainIndicatorSlice.InUnit(change.Redefined, unit),
            ExplainIndicatorSlice.InUnit(change.After, unit),
            ExplainIndicatorSlice.Why(change.Before),
            ExplainIndicatorSlice.Why(change.After),
            compared.FormulaBefore,
            number.Words(number.Formula),
            [.. change.Aggregates.Select(aggregate => new ChangedAggregate(number.Words(aggregate.Formula), aggregate.Period, aggregate.Unit, aggregate.Before, aggregate.After, aggregate.Lines))],
            [.. change.Figures.Select(figure => new ChangedFigure(figure.Before is { } before ? named.Of(before) : null, figure.After is { } after ? named.Of(after) : null))],
            change.Aggregates.Count > 0 && number.Context.Facts.IsGenerated);
    }
}
