using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes.Yaml;

/// <summary>Turns trees into records by their shapes, and collects every fault on the way instead of stopping at the first.</summary>
internal sealed class BindYaml(SourceMap sources, List<Fault> faults)
{
    /// <summary>The record, or null after at least one fault was added.</summary>
    public T? Bind<T>(YamlTree tree)
        where T : class => Value(typeof(T), tree) as T;

    /// <summary>
    /// A whole file: the entries of its lists that could be read are kept although others could not, so that the rest of the
    /// programme can be checked against them.
    /// </summary>
    public T? BindFile<T>(YamlTree tree)
        where T : class => Record((RecordShape)Shape.Of(typeof(T)), tree, isFile: true) as T;

    private object? Value(Type type, YamlTree tree) => Shape.Of(type) switch
    {
        ListShape list => List(list, tree, keepGood: false),
        ChoiceShape choice => Choice(choice, tree),
        ScalarShape scalar => Scalar(scalar, tree),
        RecordShape record => Record(record, tree, isFile: false),
        VariantShape variant => Variant(variant, tree),
        var other => throw new InvalidOperationException($"no rule for {other}"),
    };

    private object? Scalar(ScalarShape shape, YamlTree tree)
    {
        if (tree is YamlText text && shape.Read(text.Text.Trim()) is { } value)
            return value;
        var written = tree is YamlText { Text: var raw } ? $"'{raw}'" : null;
        return Refuse(tree, ($"应为{shape.What.Zh}，实为 {written ?? "列表或映射"}", $"expected {shape.What.En}, found {written ?? "a list or mapping"}"));
    }

    private object? Choice(ChoiceShape shape, YamlTree tree)
    {
        if (tree is YamlText text && shape.Choices.TryGetValue(text.Text, out var choice))
            return choice;
        var written = tree is YamlText { Text: var raw } ? raw : string.Empty;
        var hint = Nearest.Hint(written, shape.Choices.Keys);
        var all = string.Join(", ", shape.Choices.Keys);
        return Refuse(tree, ($"'{written}' 不是可选值（{all}）{hint.Zh}", $"'{written}' is not one of {all}{hint.En}"));
    }

    private object? List(ListShape shape, YamlTree tree, bool keepGood)
    {
        var before = faults.Count;
        // One entry may stand without the list.
        var items = tree is YamlList list ? list.Items : [tree];
        var read = items.Select(item => Value(shape.Item, item)).Where(value => value is not null).ToList();
        if (faults.Count > before && !keepGood)
            return null;
        var values = Array.CreateInstance(shape.Item, read.Count);
        for (var i = 0; i < read.Count; i++)
            values.SetValue(read[i], i);
        return values;
    }

    private object? Variant(VariantShape shape, YamlTree tree)
    {
        if (tree is not YamlMap map)
            return Refuse(tree, ("应为键值映射", "expected a mapping of keys to values"));
        if (map.Get(shape.ChosenBy) is not { } key)
            return Refuse(tree, ($"缺少键 {shape.ChosenBy}", $"missing key {shape.ChosenBy}"));
        if (key is YamlText { Text: var written } && shape.Types.TryGetValue(written, out var type))
            return Record((RecordShape)Shape.Of(type), new YamlMap(map.At, [.. map.Entries.Where(entry => entry.Key.Text != shape.ChosenBy)]), isFile: false);
        var (text, hint) = key is YamlText { Text: var unknown } ? (unknown, Nearest.Hint(unknown, shape.Types.Keys)) : (string.Empty, (string.Empty, string.Empty));
        return Refuse(key, ($"'{text}' 不是可选值{hint.Zh}", $"'{text}' is none of {string.Join(", ", shape.Types.Keys)}{hint.En}"));
    }

    private object? Record(RecordShape shape, YamlTree tree, bool isFile)
    {
        if (tree is not YamlMap map)
            return Refuse(tree, ("应为键值映射", "expected a mapping of keys to values"));

        var before = faults.Count;
        foreach (var (key, _) in map.Entries.Where(entry => !shape.Keys.Contains(entry.Key.Text)))
        {
            var hint = Nearest.Hint(key.Text, shape.Keys);
            faults.Add(new Fault(key.At, ($"未知的键 {key.Text}{hint.Zh}", $"unknown key {key.Text}{hint.En}")));
        }

        var arguments = shape.Fields.Select(each => Field(each, map, isFile)).ToArray();
        var lacking = shape.Fields.Where((each, i) => each.Required && arguments[i] is null).Any();
        if (lacking || (faults.Count > before && !isFile))
            return null;
        var record = shape.Constructor.Invoke(arguments);
        sources.Add(record, map);
        return record;
    }

    private object? Field(FieldShape field, YamlMap map, bool keepGood)
    {
        if (map.Get(field.Key) is not { } tree)
        {
            if (field.Required)
                faults.Add(new Fault(map.At, ($"缺少键 {field.Key}", $"missing key {field.Key}")));
            return field.Default;
        }

        var value = Shape.Of(field.Type) is ListShape list ? List(list, tree, keepGood) : Value(field.Type, tree);
        return value is Text text && map.Get(field.EnglishKey) is YamlText english ? text with { En = english.Text } : value;
    }

    private object? Refuse(YamlTree tree, Text message)
    {
        faults.Add(new Fault(tree.At, message));
        return null;
    }
}
