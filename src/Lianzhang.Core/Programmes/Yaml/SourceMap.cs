using System.Runtime.CompilerServices;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes.Yaml;

/// <summary>Where each record of a programme, and each of its keys, stands in the files.</summary>
internal sealed class SourceMap
{
    private readonly ConditionalWeakTable<object, Dictionary<string, YamlTree>> places = [];

    public void Add(object record, YamlMap map)
    {
        var keys = map.Entries.ToDictionary(entry => entry.Key.Text, entry => entry.Value);
        keys[string.Empty] = map;
        places.Add(record, keys);
    }

    /// <summary>The key's value in the file, or the record itself where the key was left out; null for a record that was not read.</summary>
    public YamlTree? Find(object record, string key = "") =>
        places.TryGetValue(record, out var keys) ? keys.GetValueOrDefault(key) ?? keys[string.Empty] : null;

    /// <summary>The same of a record that was read.</summary>
    public YamlTree Of(object record, string key = "") =>
        Find(record, key) ?? throw new KeyNotFoundException($"{record} was not read from a file");

    public Location At(object record, string key = "") => Of(record, key).At;
}
