namespace Lianzhang;

/// <summary>Where a command writes and what day it is.</summary>
/// <param name="Out">For results.</param>
/// <param name="Error">For faults, one line each.</param>
/// <param name="IsInteractive">Whether a person reads <paramref name="Out"/>; a pipe gets neither colour nor wrapping.</param>
/// <param name="Time">The clock.</param>
internal sealed record Terminal(TextWriter Out, TextWriter Error, bool IsInteractive, TimeProvider Time)
{
    public const int Success = 0;
    public const int Failure = 1;

    public DateOnly Today => DateOnly.FromDateTime(Time.GetLocalNow().Date);
}
