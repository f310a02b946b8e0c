using System.Text.Json;
using Lianzhang.Core.Boards;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators;

/// <summary>Hashes what boards of an instant are computed from and what comes out, alike on every store and machine.</summary>
internal sealed class SealBoard(PublishedProgrammes programmes, StoredFigures figures, Registers.StoredUnits units, StoredFacts facts)
{
    /// <summary>Reads everything from the store anew.</summary>
    public async Task<string> Inputs(DateTimeOffset at, CancellationToken cancel)
    {
        using var seal = new InputSeal();
        await programmes.Seal(seal, at, cancel);
        foreach (var figure in await figures.AsOf(at, cancel))
            Add(seal, figure);
        var register = await units.AsOf(at, cancel);
        seal.Add(register.IsGenerated ? 1 : 0);
        foreach (var unit in register.Units.OrderBy(unit => unit.Code, StringComparer.Ordinal))
            Add(seal, unit);
        await facts.Seal(seal, at, cancel);
        return seal.End();
    }

    /// <summary>Both languages are part of what was published.</summary>
    public static string Result(Board board)
    {
        using var seal = new InputSeal();
        seal.Add(JsonSerializer.SerializeToUtf8Bytes(board, ApiJson.For(Language.Chinese)));
        seal.Add(JsonSerializer.SerializeToUtf8Bytes(board, ApiJson.For(Language.English)));
        return seal.End();
    }

    // Figures come in the order in which they were recorded, which decides between sources that are alike otherwise.
    private static void Add(InputSeal seal, PublishedFigure figure)
    {
        foreach (var part in new[] { figure.Item, figure.Place, figure.Period.ToString(), Quantity.Number(figure.Quantity.Amount), figure.Quantity.Unit.Symbol, figure.Qualifier, figure.Flag.ToString(), figure.Source.Title, figure.Source.Url, figure.At.ToString() })
            seal.Add(part);
        seal.Add(figure.Published);
    }

    private static void Add(InputSeal seal, UnitHistory unit)
    {
        seal.Add(unit.Code);
        seal.Add(unit.IsPlace ? 1 : 0);
        seal.Add(unit.Values.Count);
        var values = unit.Values.OrderBy(value => value.Attribute, StringComparer.Ordinal).ThenBy(value => value.Value, StringComparer.Ordinal).ThenBy(value => value.From).ThenBy(value => value.To);
        foreach (var value in values)
        {
            seal.Add(value.Attribute);
            seal.Add(value.Value);
            seal.Add((DateOnly?)value.From);
            seal.Add(value.To);
        }
    }
}
