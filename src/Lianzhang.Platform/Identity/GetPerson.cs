using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Identity;

/// <summary>Opens one person.</summary>
public sealed record GetPerson(Guid Account) : IRequest<Person>;

internal sealed class GetPersonSlice(Accounts accounts, HeldRoles roles, TimeProvider time) : Slice<GetPerson, Person>
{
    public override Permission Permission { get; } = new("people.read", Changes: false, Recorded: true);

    protected override async Task<Answer<Person>> Handle(GetPerson request, CancellationToken cancel)
    {
        var found = await accounts.Find(request.Account, cancel);
        if (!found.Succeeded(out var account))
            return found.Problem!;
        var held = await roles.Of([account.Id], cancel);
        return Person.Of(account, [.. held[account.Id]], time.GetUtcNow());
    }
}
