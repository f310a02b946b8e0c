namespace Lianzhang.Core.Tests.Supervision;

/// <summary>Accounts and bodies that are told apart.</summary>
internal static class People
{
    private static int count;

    public static Guid Next() => new(Interlocked.Increment(ref count), 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);
}
