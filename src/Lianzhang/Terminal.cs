using Lianzhang.Platform.Shared;
using Lianzhang.Core.Values;

namespace Lianzhang;

/// <summary>Where a command writes and what day it is.</summary>
/// <param name="Out">For results.</param>
/// <param name="Error">For faults, one line each.</param>
/// <param name="Width">Columns of the terminal; null for a pipe, which has none and gets no wrapping.</param>
/// <param name="HasColour">Whether colours may be used.</param>
/// <param name="Time">The clock.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, int? Width, bool HasColour, TimeProvider Time)
{
    public const int Success = 0;
    public const int Failure = 1;

    /// <summary>Tells faults, one line each, and ends a command with <see cref="Failure"/>.</summary>
    public int Refuse(IEnumerable<Fault> faults, Language language)
    {
        foreach (var fault in faults)
            Error.WriteLine(fault.In(language));
        return Failure;
    }

    public DateOnly Today => Time.Today();
}
