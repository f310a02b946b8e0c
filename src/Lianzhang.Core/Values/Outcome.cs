using System.Diagnostics.CodeAnalysis;

namespace Lianzhang.Core.Values;

/// <summary>A result, or every fault that stood in its way.</summary>
public sealed class Outcome<T>
    where T : class
{
    private Outcome(T? value, IReadOnlyList<Fault> faults) => (Value, Faults) = (value, faults);

    public T? Value { get; }

    public IReadOnlyList<Fault> Faults { get; }

    public static Outcome<T> Of(T value) => new(value, []);

    public static Outcome<T> Failed(params IReadOnlyList<Fault> faults) => new(null, faults);

    public bool Succeeded([NotNullWhen(true)] out T? value)
    {
        value = Value;
        return value is not null;
    }
}
