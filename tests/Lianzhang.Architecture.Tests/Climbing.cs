namespace Lianzhang.Architecture.Tests;

/// <summary>Pieces of paths for planted samples, so that the rules do not take the samples for the real thing.</summary>
internal static class Climbing
{
    public const string Up = "." + ".";
}
