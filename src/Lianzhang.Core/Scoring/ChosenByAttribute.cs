namespace Lianzhang.Core.Scoring;

/// <summary>An abstract record of a file; a key of the mapping says which of the records made from it is meant, by its name.</summary>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ChosenByAttribute(string key) : Attribute
{
    public string Key { get; } = key;
}
