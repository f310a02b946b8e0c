namespace Lianzhang.Core.Values;

/// <summary>The languages of the interface; Chinese is the default.</summary>
public enum Language
{
    Chinese,
    English,
}

/// <summary>A wording in both languages of the interface. Where no English is given, the Chinese stands in.</summary>
public readonly record struct Text(string Zh, string? En = null)
{
    public string In(Language language) => language == Language.English ? En ?? Zh : Zh;

    /// <summary>A list of texts as each language writes it; null where there is none.</summary>
    public static Text? Join(IReadOnlyList<Text> texts) => texts.Count == 0
        ? null
        : (string.Join('、', texts.Select(text => text.Zh)), string.Join(", ", texts.Select(text => text.In(Language.English))));

    public override string ToString() => Zh;

    public static implicit operator Text((string Zh, string En) both) => new(both.Zh, both.En);
}
