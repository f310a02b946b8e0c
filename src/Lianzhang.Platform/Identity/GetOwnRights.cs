using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Identity;

/// <summary>Who is signed in, and the names of the permissions held.</summary>
public sealed record OwnRights(string Name, IReadOnlyList<string> Permissions);

/// <summary>Reads what stands around every page; it costs nothing beyond the check of the sign-in itself.</summary>
public sealed record GetOwnRights : IRequest<OwnRights>;

internal sealed class GetOwnRightsSlice(CurrentCaller caller, TimeProvider time) : Slice<GetOwnRights, OwnRights>
{
    public override Permission Permission { get; } = new("account.rights", Changes: false, For: Audience.SignedIn);

    protected override Task<Answer<OwnRights>> Handle(GetOwnRights request, CancellationToken cancel) =>
        Task.FromResult<Answer<OwnRights>>(new OwnRights(caller.Caller.Name, caller.Rights.Held(time.Today())));
}
