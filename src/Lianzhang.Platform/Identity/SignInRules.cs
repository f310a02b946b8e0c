namespace Lianzhang.Platform.Identity;

/// <summary>How strict signing in is; the operator may set each by configuration.</summary>
public sealed record SignInRules
{
    /// <summary>Wrong passwords in a row that lock an account.</summary>
    public int MostFailures { get; init; } = 5;

    public TimeSpan LockedFor { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>A sign-in ends when nothing was asked for this long.</summary>
    public TimeSpan Idle { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>A sign-in ends after this long whatever is done.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromHours(10);

    public int ShortestPassword { get; init; } = 10;

    /// <summary>The domain that passkeys are made for; null for the one by which the server is asked.</summary>
    public string? PasskeyDomain { get; init; }

    /// <summary>Attempts to sign in that one address may make in a minute.</summary>
    public int AttemptsPerMinute { get; init; } = 30;
}
