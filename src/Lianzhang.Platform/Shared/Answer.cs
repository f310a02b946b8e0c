using System.Diagnostics.CodeAnalysis;

namespace Lianzhang.Platform.Shared;

/// <summary>What a slice answers: a result, or the problem that stood in its way.</summary>
public sealed class Answer<T>
    where T : class
{
    private Answer(T? value, Problem? problem) => (Value, Problem) = (value, problem);

    public T? Value { get; }

    public Problem? Problem { get; }

    public static implicit operator Answer<T>(T value) => new(value, null);

    public static implicit operator Answer<T>(Problem problem) => new(null, problem);

    public bool Succeeded([NotNullWhen(true)] out T? value)
    {
        value = Value;
        return value is not null;
    }
}
