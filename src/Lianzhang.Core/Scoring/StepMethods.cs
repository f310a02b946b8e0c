using System.Text;

namespace Lianzhang.Core.Scoring;

/// <summary>The methods that there are: the records made from <see cref="ScoreStep"/>.</summary>
public static class StepMethods
{
    /// <summary>Raised whenever a method comes to give other numbers than before, so that a seal can say by which it was made.</summary>
    public const int Version = 1;

    private static readonly Dictionary<string, Type> Known = typeof(ScoreStep).Assembly.GetTypes()
        .Where(type => type.IsSubclassOf(typeof(ScoreStep)) && !type.IsAbstract)
        .ToDictionary(Name, StringComparer.Ordinal);

    /// <summary>The names of all methods, in alphabetical order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Known.Keys.Order(StringComparer.Ordinal)];

    /// <summary>snake_case of the record's name: MinMax becomes min_max.</summary>
    internal static string Name(Type type)
    {
        var name = new StringBuilder();
        foreach (var letter in type.Name)
        {
            if (char.IsUpper(letter) && name.Length > 0)
                name.Append('_');
            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }
}
