using System.Text.Json;
using Lianzhang.Core.Boards;
using Lianzhang.Core.Judgement;
using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Supervision;

/// <summary>What the board said of a target when an order was opened for it.</summary>
/// <param name="Day">The date of the board.</param>
/// <param name="Indicator">Code of the indicator.</param>
/// <param name="Name">Its name.</param>
/// <param name="Year">The target year.</param>
/// <param name="Target">What is to be reached.</param>
/// <param name="Actual">What was reached.</param>
/// <param name="Expected">What the path expected then.</param>
/// <param name="Unit">The unit of all three.</param>
/// <param name="Period">The period of the figure.</param>
/// <param name="Status">Where it stood.</param>
/// <param name="Word">The light's word.</param>
/// <param name="Source">Where the figure came from.</param>
[CarriesTargets]
public sealed record OrderEvidence(
    DateOnly Day, string Indicator, Text Name, int? Year, decimal? Target, decimal? Actual, decimal? Expected, string? Unit, string? Period, Status Status, Text Word, string? Source)
{
    internal static string Of(DateOnly day, BoardRow row) => JsonSerializer.Serialize(Written.Of(new OrderEvidence(
        day, row.Indicator, row.Name, row.Year, row.Target.Value, row.Actual?.Value, row.Expected, (row.Actual?.Unit ?? row.Target.Unit)?.Symbol, row.Actual?.Period.ToString(), row.Status, row.Word, row.Actual?.Source)));

    internal static OrderEvidence? Read(string? json) => json is null ? null : JsonSerializer.Deserialize<Written>(json)!.Read();

    // As it lies in the store, in words that do not change with the code.
    private sealed record Written(
        DateOnly Day, string Indicator, string Name, string NameEn, int? Year, decimal? Target, decimal? Actual, decimal? Expected, string? Unit, string? Period, string Status, string Word, string WordEn, string? Source)
    {
        public static Written Of(OrderEvidence one) => new(
            one.Day, one.Indicator, one.Name.Zh, one.Name.In(Language.English), one.Year, one.Target, one.Actual, one.Expected, one.Unit, one.Period, one.Status.ToString(), one.Word.Zh, one.Word.In(Language.English), one.Source);

        public OrderEvidence Read() => new(Day, Indicator, (Name, NameEn), Year, Target, Actual, Expected, Unit, Period, Enum.Parse<Status>(Status), (Word, WordEn), Source);
    }
}
