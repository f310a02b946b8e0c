using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Lianzhang.Platform.Shared;

/// <summary>How values lie in the store, the same in every provider, so that they compare and sort the same.</summary>
internal static class Conventions
{
    /// <summary>Amounts keep this many decimals; more is refused where they come in, never rounded silently.</summary>
    public const int Decimals = 4;

    private const decimal Scale = 10_000m;

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

    private sealed class ScaledDecimal() : ValueConverter<decimal, long>(amount => ToScaled(amount), scaled => scaled / Scale);

    private sealed class UtcMicroseconds() : ValueConverter<DateTimeOffset, long>(
        instant => (instant.UtcTicks - DateTimeOffset.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
        microseconds => DateTimeOffset.UnixEpoch.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond));

    private static long ToScaled(decimal amount) =>
        CanStore(amount) ? (long)(amount * Scale) : throw new InvalidOperationException($"{amount} has more than {Decimals} decimals or is out of range");
}
