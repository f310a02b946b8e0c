using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lianzhang.Platform.Shared;

/// <summary>How values lie in the store, the same in every provider, so that they compare and sort the same.</summary>
internal static class Conventions
{
    /// <summary>Amounts keep this many decimals; more is refused where they come in, never rounded silently.</summary>
    public const int Decimals = 4;

    private const decimal Scale = 10_000m;

    /// <summary>A value as its column holds it, for what is written past the entities.</summary>
    public static object? Stored(object? value) => value switch
    {
        DateTimeOffset instant => Microseconds(instant),
        decimal amount => ToScaled(amount),
        Enum word => word.ToString(),
        _ => value,
    };

    public static long ToScaled(decimal amount) =>
        CanStore(amount) ? (long)(amount * Scale) : throw new InvalidOperationException($"{amount} has more than {Decimals} decimals or is out of range");

    public static decimal FromScaled(long scaled) => scaled / Scale;

    private static long Microseconds(DateTimeOffset instant) => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;

    public static void Apply(ModelConfigurationBuilder builder)
    {
        // SQLite has no decimal: it would store text and refuse to sort it.
        builder.Properties<decimal>().HaveConversion<ScaledDecimal>();
        builder.Properties<DateTimeOffset>().HaveConversion<UtcMicroseconds>();
        builder.Properties<Enum>().HaveConversion<string>();
    }

    /// <summary>Whether an amount can be stored as it is.</summary>
    public static bool CanStore(decimal amount) =>
        decimal.Round(amount, Decimals) == amount && Math.Abs(amount) <= long.MaxValue / Scale;

    private sealed class ScaledDecimal() : ValueConverter<decimal, long>(amount => ToScaled(amount), scaled => FromScaled(scaled));

    private sealed class UtcMicroseconds() : ValueConverter<DateTimeOffset, long>(
        instant => Microseconds(instant),
        microseconds => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond));
}
