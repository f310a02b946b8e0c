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

    public override string ToString() => Zh;

    public static implicit operator Text((string Zh, string En) both) => new(both.Zh, both.En);
}
