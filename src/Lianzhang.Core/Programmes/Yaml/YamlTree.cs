using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes.Yaml;

/// <summary>A node of a YAML file that knows where it stands.</summary>
internal abstract record YamlTree(Location At);

/// <param name="At">Where the node starts.</param>
/// <param name="Text">The value as written.</param>
/// <param name="Start">The column of the text's first character, where the text stands on one line; null in a block of lines.</param>
internal sealed record YamlText(Location At, string Text, int? Start) : YamlTree(At);

internal sealed record YamlList(Location At, IReadOnlyList<YamlTree> Items) : YamlTree(At);

internal sealed record YamlMap(Location At, IReadOnlyList<(YamlText Key, YamlTree Value)> Entries) : YamlTree(At)
{
    public YamlTree? Get(string key) => Entries.FirstOrDefault(entry => entry.Key.Text == key).Value;
}
