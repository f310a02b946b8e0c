using System.Collections.Concurrent;
using System.ComponentModel;
using System.Reflection;
using System.Text;
using Lianzhang.Core.Scoring;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes.Yaml;

/// <summary>
/// The shape of a file, read off the records that it becomes, so that the reader, the schema and the records cannot differ.
/// A constructor parameter is a key; a parameter with a default may be left out.
/// </summary>
internal abstract record Shape
{
    private static readonly ConcurrentDictionary<Type, Shape> Known = new();

    public static Shape Of(Type type) => Known.GetOrAdd(type, Build);

    /// <summary>snake_case of a C# name: AtLeast becomes at_least, Last3Years last_3_years.</summary>
    public static string Key(string name)
    {
        var key = new StringBuilder();
        foreach (var letter in name)
        {
            if ((char.IsUpper(letter) && key.Length > 0) || (char.IsDigit(letter) && key.Length > 0 && !char.IsDigit(key[^1])))
                key.Append('_');
            key.Append(char.ToLowerInvariant(letter));
        }

        return key.ToString();
    }

    private static Shape Build(Type type)
    {
        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IReadOnlyList<>))
            return new ListShape(type.GetGenericArguments()[0]);
        if (type.IsEnum)
            return new ChoiceShape(Enum.GetNames(type).ToDictionary(Key, name => Enum.Parse(type, name)));
        if (type.GetCustomAttribute<ChosenByAttribute>() is { } chosen)
            return VariantShape.Read(type, chosen.Key);
        return ScalarShape.All.TryGetValue(type, out var scalar) ? scalar : RecordShape.Read(type);
    }
}

/// <summary>A list of one type; a single item may stand without the list.</summary>
internal sealed record ListShape(Type Item) : Shape;

/// <summary>One of a few words.</summary>
internal sealed record ChoiceShape(IReadOnlyDictionary<string, object> Choices) : Shape;

/// <summary>A mapping one of whose keys says which record it is; the other keys are those of that record.</summary>
internal sealed record VariantShape(string ChosenBy, IReadOnlyDictionary<string, Type> Types) : Shape
{
    /// <summary>The records that are made from an abstract one.</summary>
    public static VariantShape Read(Type type, string key) =>
        new(key, type.Assembly.GetTypes().Where(each => each.IsSubclassOf(type) && !each.IsAbstract).OrderBy(each => each.Name, StringComparer.Ordinal).ToDictionary(each => Key(each.Name)));
}

/// <summary>A mapping with known keys.</summary>
internal sealed record RecordShape(ConstructorInfo Constructor, IReadOnlyList<FieldShape> Fields) : Shape
{
    public static RecordShape Read(Type type)
    {
        var constructor = type.GetConstructors().Single();
        return new RecordShape(constructor, [.. constructor.GetParameters().Select(parameter => Field(type, parameter))]);
    }

    /// <summary>All keys that may be written; a text has a second key for its English.</summary>
    public IEnumerable<string> Keys => Fields.SelectMany(each => each.IsText ? [each.Key, each.EnglishKey] : (string[])[each.Key]);

    private static FieldShape Field(Type type, ParameterInfo parameter)
    {
        var described = parameter.GetCustomAttribute<DescriptionAttribute>() ?? type.GetProperty(parameter.Name!)?.GetCustomAttribute<DescriptionAttribute>();
        var plain = Nullable.GetUnderlyingType(parameter.ParameterType) ?? parameter.ParameterType;
        return new FieldShape(Key(parameter.Name!), plain, !parameter.HasDefaultValue, parameter.HasDefaultValue ? parameter.DefaultValue : null, described?.Description);
    }
}

/// <summary>One key of a mapping.</summary>
internal sealed record FieldShape(string Key, Type Type, bool Required, object? Default, string? Description)
{
    public bool IsText => Type == typeof(Text);

    public string EnglishKey => Key + "_en";
}
