namespace Lianzhang.Core.Registers;

/// <summary>A class of GB/T 4754-2017: a section by its letter, or two to four digits.</summary>
public sealed record GbClass(string Code, string Name);

/// <summary>The classification of economic activities, GB/T 4754-2017.</summary>
public static class GbClasses
{
    private const int Digits = 4;

    private static readonly Lazy<Dictionary<string, GbClass>> Known = new(() => Read().ToDictionary(found => found.Code));

    public static IEnumerable<GbClass> All => Known.Value.Values;

    public static GbClass? Find(string code) => Known.Value.GetValueOrDefault(code);

    /// <summary>The name of a class; the code itself where there is none of it.</summary>
    public static string Name(string code) => Find(code)?.Name ?? code;

    /// <summary>Whether a unit can be of the class: units are classed to four digits, so that a zero that a spreadsheet took from the front is noticed.</summary>
    public static bool IsClass(string code) => code.Length == Digits && Known.Value.ContainsKey(code);

    // A line each: the code, a blank, the name.
    private static IEnumerable<GbClass> Read()
    {
        using var lines = new StreamReader(typeof(GbClasses).Assembly.GetManifestResourceStream("gbt4754-2017.txt")!);
        while (lines.ReadLine() is { } line)
        {
            var blank = line.IndexOf(' ', StringComparison.Ordinal);
            yield return new GbClass(line[..blank], line[(blank + 1)..]);
        }
    }
}
