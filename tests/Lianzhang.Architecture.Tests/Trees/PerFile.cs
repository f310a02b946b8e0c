using System.Runtime.CompilerServices;

namespace Lianzhang.Architecture.Tests.Trees;

/// <summary>
/// Remembers what was read from a file. It depends on the file alone, so a tree with one planted file costs the reading of
/// that file, however large the repository grows.
/// </summary>
internal sealed class PerFile<T>(Func<SourceFile, IEnumerable<T>> read)
{
    private readonly ConditionalWeakTable<SourceFile, List<T>> known = [];

    public IReadOnlyList<T> this[SourceFile file] => known.GetValue(file, unread => [.. read(unread)]);
}
