using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Identity;

/// <summary>A person with whom it stands in for, and who stands in for it.</summary>
public sealed record PersonFile(Person Person, IReadOnlyList<DeputyView> Deputies);

/// <summary>Opens one person.</summary>
public sealed record GetPerson(Guid Account) : IRequest<PersonFile>;

internal sealed class GetPersonSlice(Accounts accounts, HeldRoles roles, Deputies deputies, TimeProvider time) : Slice<GetPerson, PersonFile>
{
    public override Permission Permission { get; } = new("people.read", Changes: false, Recorded: true);

    protected override async Task<Answer<PersonFile>> Handle(GetPerson request, CancellationToken cancel)
    {
        var found = await accounts.Find(request.Account, cancel);
        if (!found.Succeeded(out var account))
            return found.Problem!;
        var held = await roles.Of([account.Id], cancel);
        return new PersonFile(Person.Of(account, [.. held[account.Id]], time.GetUtcNow()), await deputies.Of(account.Id, cancel));
    }
}
