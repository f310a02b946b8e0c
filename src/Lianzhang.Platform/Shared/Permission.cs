namespace Lianzhang.Platform.Shared;

/// <summary>Who a right is for when no role says so.</summary>
public enum Audience
{
    /// <summary>Those whose role holds it.</summary>
    Role,

    /// <summary>Everybody who is signed in, for what is their own.</summary>
    SignedIn,

    /// <summary>Everybody, signed in or not.</summary>
    Anyone,

    /// <summary>The product itself and its operator at the machine; no role can hold it.</summary>
    Product,
}

/// <summary>What a request needs a right for.</summary>
/// <param name="Name">Module and verb, such as figures.import.</param>
/// <param name="Changes">Whether it changes anything; every change goes on record.</param>
/// <param name="Recorded">Whether reading goes on record too, because what is read is about persons or single enterprises.</param>
/// <param name="For">Who it is for when no role says so.</param>
public sealed record Permission(string Name, bool Changes, bool Recorded = false, Audience For = Audience.Role);
