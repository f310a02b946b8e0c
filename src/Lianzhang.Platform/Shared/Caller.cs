namespace Lianzhang.Platform.Shared;

/// <summary>Where a request comes from. What the caller may do is looked up anew for every request, never carried along.</summary>
/// <param name="Name">Who asks, for logs and the record.</param>
/// <param name="Account">The account that is signed in, if one is.</param>
/// <param name="Stamp">The account's security stamp when it signed in; another stamp since then means that the sign-in is over.</param>
/// <param name="Address">The network address of the caller.</param>
/// <param name="Key">The API key by which a machine acts as the account, if it is one that asks.</param>
/// <param name="Rights">What it may do, where that was just looked up to recognise it for this very request; it is not kept for another.</param>
public sealed record Caller(string Name, Guid? Account = null, string? Stamp = null, string? Address = null, CallerKey? Key = null, Rights? Rights = null)
{
    /// <summary>The product itself, when it starts or when its operator gives a command at the machine.</summary>
    public static Caller Product { get; } = new("lianzhang");

    public static Caller Nobody(string? address) => new("anonymous", Address: address);
}

/// <summary>An API key as the record names it.</summary>
public sealed record CallerKey(Guid Id, string Name);

/// <summary>The caller of the request that is being handled, with what it may do.</summary>
public sealed class CurrentCaller
{
    public Caller Caller { get; private set; } = Caller.Product;

    public Rights Rights { get; private set; } = Rights.OfNobody;

    /// <summary>What this request may see.</summary>
    public Sight Sight { get; private set; } = Sight.Unlimited;

    /// <summary>The account that is signed in; asking is only right where the permission is for those who are.</summary>
    public Guid Account => Caller.Account ?? throw new InvalidOperationException("nobody is signed in");

    internal void Set(Caller caller, Rights rights, Sight sight) => (Caller, Rights, Sight) = (caller with { Rights = null }, rights, sight);
}

/// <summary>Looks up what a caller may do now; null when its sign-in is over.</summary>
public delegate Task<Rights?> ReadRights(IServiceProvider services, Caller caller, CancellationToken cancel);
