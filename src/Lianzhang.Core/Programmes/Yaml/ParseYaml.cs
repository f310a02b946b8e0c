using Lianzhang.Core.Values;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Lianzhang.Core.Programmes.Yaml;

/// <summary>
/// Reads a file into a tree. Anchors and aliases are refused: a programme has no need of them, and they are how a small file
/// unfolds into gigabytes.
/// </summary>
internal sealed class ParseYaml
{
    private const int MaxDepth = 20;

    private readonly string file;
    private readonly Parser parser;
    private readonly List<Fault> faults = [];

    private ParseYaml(string file, string text)
    {
        this.file = file;
        parser = new Parser(new StringReader(text));
    }

    /// <summary>The tree, or null with the fault that made the file unreadable. Duplicate keys are faults of a readable file.</summary>
    public static (YamlTree? Tree, IReadOnlyList<Fault> Faults) Read(string file, string text)
    {
        var reader = new ParseYaml(file, text);
        try
        {
            return (reader.Document(), reader.faults);
        }
        catch (UnreadableException unreadable)
        {
            return (null, [new Fault(unreadable.At, unreadable.Text)]);
        }
        catch (InvalidOperationException)
        {
            // Some texts the reader gives up on in a way of its own.
            return (null, [new Fault(new Location(file), ("不是有效的 YAML", "not valid YAML"))]);
        }
        catch (YamlException broken)
        {
            var reason = OneLine(broken.InnerException?.Message ?? broken.Message);
            return (null, [new Fault(reader.At(broken.Start), ($"不是有效的 YAML：{reason}", $"not valid YAML: {reason}"))]);
        }
    }

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();

    private YamlTree? Document()
    {
        parser.Consume<StreamStart>();
        if (parser.Accept<StreamEnd>(out _))
            return null;
        parser.Consume<DocumentStart>();
        var tree = Node(0);
        parser.Consume<DocumentEnd>();
        if (!parser.Accept<StreamEnd>(out _))
            throw new UnreadableException(At(parser.Current!.Start), ("一个文件只能有一个 YAML 文档", "a file holds one YAML document"));
        return tree;
    }

    private YamlTree Node(int depth)
    {
        var current = parser.Current!;
        if (current is AnchorAlias || current is NodeEvent { Anchor.IsEmpty: false })
            throw new UnreadableException(At(current.Start), ("不支持 YAML 锚点和别名，请直接写出内容", "YAML anchors and aliases are not supported; write the content out"));
        if (depth > MaxDepth)
            throw new UnreadableException(At(current.Start), ($"嵌套超过 {MaxDepth} 层", $"nested deeper than {MaxDepth} levels"));
        return current switch
        {
            Scalar => Text(parser.Consume<Scalar>()),
            SequenceStart => List(depth),
            MappingStart => Map(depth),
            _ => throw new UnreadableException(At(current.Start), ("无法识别的 YAML 内容", "unexpected YAML content")),
        };
    }

    private YamlText Text(Scalar scalar)
    {
        var at = At(scalar.Start);
        var oneLine = scalar.Start.Line == scalar.End.Line;
        var quoted = scalar.Style is ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted;
        return new YamlText(at, scalar.Value, oneLine ? at.Column + (quoted ? 1 : 0) : null);
    }

    private YamlList List(int depth)
    {
        var start = At(parser.Consume<SequenceStart>().Start);
        var items = new List<YamlTree>();
        while (!parser.TryConsume<SequenceEnd>(out _))
            items.Add(Node(depth + 1));
        return new YamlList(start, items);
    }

    private YamlMap Map(int depth)
    {
        var start = At(parser.Consume<MappingStart>().Start);
        var entries = new List<(YamlText Key, YamlTree Value)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (!parser.TryConsume<MappingEnd>(out _))
        {
            if (Node(depth + 1) is not YamlText key)
                throw new UnreadableException(start, ("键必须是文字", "a key must be text"));
            var value = Node(depth + 1);
            if (seen.Add(key.Text))
                entries.Add((key, value));
            else
                faults.Add(new Fault(key.At, ($"键 {key.Text} 重复", $"duplicate key {key.Text}")));
        }

        return new YamlMap(start, entries);
    }

    private Location At(Mark mark) => new(file, (int)mark.Line, (int)mark.Column);

    private sealed class UnreadableException(Location at, Text text) : Exception(text.En)
    {
        public Location At { get; } = at;

        public Text Text { get; } = text;
    }
}
