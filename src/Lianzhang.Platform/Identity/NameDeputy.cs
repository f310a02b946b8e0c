using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Identity;

/// <summary>Lends one or all of one's own roles to another person for the days of a leave.</summary>
public sealed record NameDeputy(DeputyTerms Terms) : IRequest<Done>;

/// <summary>The same for a person who cannot do so.</summary>
public sealed record NameDeputyFor(Guid Account, DeputyTerms Terms) : IRequest<Done>;

internal sealed class NameDeputySlice(Deputies deputies, CurrentCaller caller) : Slice<NameDeputy, Done>
{
    public override Permission Permission { get; } = new("account.deputies", Changes: true, For: Audience.SignedIn);

    protected override Problem? Validate(NameDeputy request) => deputies.Check(request.Terms);

    protected override async Task<Answer<Done>> Handle(NameDeputy request, CancellationToken cancel) =>
        await deputies.Name(caller.Account, request.Terms, cancel) is { } refused ? refused : Done.It;
}

internal sealed class NameDeputyForSlice(Deputies deputies, Accounts accounts) : Slice<NameDeputyFor, Done>
{
    public override Permission Permission { get; } = new("roles.manage", Changes: true);

    protected override Problem? Validate(NameDeputyFor request) => deputies.Check(request.Terms);

    protected override async Task<Answer<Done>> Handle(NameDeputyFor request, CancellationToken cancel)
    {
        if ((await accounts.Find(request.Account, cancel)).Problem is { } missing)
            return missing;
        return await deputies.Name(request.Account, request.Terms, cancel) is { } refused ? refused : Done.It;
    }
}
