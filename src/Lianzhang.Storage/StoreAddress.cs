using System.Diagnostics.CodeAnalysis;

namespace Lianzhang.Storage;

/// <summary>The providers of the store.</summary>
public enum StoreKind
{
    Sqlite,
    Postgres,
}

/// <summary>Where the store is: sqlite:FILE, or postgres:CONNECTION STRING.</summary>
public sealed record StoreAddress(StoreKind Kind, string Target)
{
    /// <summary>The embedded store of a first start.</summary>
    public static StoreAddress Embedded { get; } = new(StoreKind.Sqlite, "data/lianzhang.db");

    public static bool TryParse(string? text, [NotNullWhen(true)] out StoreAddress? address)
    {
        address = text?.Split(':', 2) switch
        {
            ["sqlite", { Length: > 0 } file] => new StoreAddress(StoreKind.Sqlite, file),
            ["postgres", { Length: > 0 } connection] => new StoreAddress(StoreKind.Postgres, connection),
            _ => null,
        };
        return address is not null;
    }

    /// <summary>The address without passwords, for messages.</summary>
    public override string ToString() => Kind == StoreKind.Sqlite
        ? $"sqlite:{Target}"
        : $"postgres:{string.Join(';', Target.Split(';').Where(part => !part.TrimStart().StartsWith("password", StringComparison.OrdinalIgnoreCase)))}";
}
