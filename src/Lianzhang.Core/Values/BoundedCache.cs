using System.Collections.Concurrent;

namespace Lianzhang.Core.Values;

/// <summary>Keeps what was computed for so many keys, and begins anew when it is full: whoever asks for ever other keys fills no memory.</summary>
/// <param name="most">The most that is kept.</param>
public sealed class BoundedCache<TKey, TValue>(int most)
    where TKey : notnull
{
    private readonly ConcurrentDictionary<TKey, TValue> kept = new();

    /// <summary>Two that ask at once may both compute, alike.</summary>
    public TValue GetOrAdd(TKey key, Func<TKey, TValue> compute)
    {
        if (kept.TryGetValue(key, out var found))
            return found;
        if (kept.Count >= most)
            kept.Clear();
        return kept[key] = compute(key);
    }

    /// <summary>Another with what is made of each value.</summary>
    public BoundedCache<TKey, TValue> Select(Func<TValue, TValue> make)
    {
        var made = new BoundedCache<TKey, TValue>(most);
        foreach (var (key, value) in kept)
            made.kept[key] = make(value);
        return made;
    }
}
