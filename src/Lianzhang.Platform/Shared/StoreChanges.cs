using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Lianzhang.Platform.Shared;

/// <summary>Marks what must never reach a log or the record: hashes of passwords, keys, tokens.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class SecretAttribute : Attribute;

/// <summary>What a unit of work changed in the store, before and after, for the record. Long contents stand as their hash.</summary>
internal sealed class StoreChanges
{
    private const int MostRows = 20;
    private const int LongestText = 300;

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly JsonArray rows = [];
    private readonly Dictionary<string, long> counts = [];

    /// <summary>Names of all that a change of many is about, since of such a change only the first rows stand in the record.</summary>
    public List<string> Named { get; } = [];

    public void Collect(ChangeTracker tracker)
    {
        foreach (var entry in tracker.Entries().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted && entry.Entity is not AuditEntry))
        {
            var kind = $"{entry.Metadata.GetTableName()} {entry.State}";
            counts[kind] = counts.GetValueOrDefault(kind) + 1;
            if (rows.Count < MostRows)
                rows.Add(Row(entry));
        }
    }

    /// <summary>Counts rows that were written in bulk, which are too many to stand in the record one by one.</summary>
    public void Count(string table, long rows)
    {
        var kind = $"{table} {EntityState.Added}";
        counts[kind] = counts.GetValueOrDefault(kind) + rows;
    }

    public string Json()
    {
        var json = Counted();
        if (Named.Count > 0)
            json["named"] = new JsonArray([.. Named.Select(name => JsonValue.Create(name))]);
        return json.ToJsonString(Options);
    }

    private JsonObject Counted() => new()
    {
        ["counts"] = new JsonObject(counts.OrderBy(count => count.Key, StringComparer.Ordinal).Select(count => KeyValuePair.Create(count.Key, (JsonNode?)count.Value))),
        ["rows"] = rows.DeepClone(),
    };

    private static JsonObject Row(EntityEntry entry)
    {
        var row = new JsonObject { ["table"] = entry.Metadata.GetTableName(), ["change"] = entry.State.ToString() };
        // A number that the store has not given yet says nothing.
        foreach (var property in entry.Properties.Where(property => !property.IsTemporary).Where(property => entry.State != EntityState.Modified || property.IsModified || property.Metadata.IsPrimaryKey()))
        {
            row[property.Metadata.Name] = entry.State switch
            {
                EntityState.Added => Value(property, property.CurrentValue),
                EntityState.Deleted => Value(property, property.OriginalValue),
                _ when property.Metadata.IsPrimaryKey() => Value(property, property.CurrentValue),
                _ => new JsonArray(Value(property, property.OriginalValue), Value(property, property.CurrentValue)),
            };
        }

        return row;
    }

    private static JsonNode? Value(PropertyEntry property, object? value) => value switch
    {
        null => null,
        _ when IsSecret(property) => "***",
        byte[] bytes => Hash(bytes),
        string { Length: > LongestText } text => Hash(System.Text.Encoding.UTF8.GetBytes(text)),
        IEnumerable<string> texts => string.Join(' ', texts),
        _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture),
    };

    private static bool IsSecret(PropertyEntry property) => property.Metadata.PropertyInfo?.IsDefined(typeof(SecretAttribute), inherit: true) == true;

    private static string Hash(byte[] bytes) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(bytes))}";
}
