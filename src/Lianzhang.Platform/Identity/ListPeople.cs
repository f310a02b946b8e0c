using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Identity;

/// <summary>A person as others may see it.</summary>
public sealed record Person(Guid Id, string UserName, string Name, string? Email, bool IsDisabled, bool IsLocked, bool HasAuthenticator, IReadOnlyList<HeldRole> Roles)
{
    internal static Person Of(Account account, IReadOnlyList<HeldRole> held, DateTimeOffset now) => new(
        account.Id, account.UserName!, account.DisplayName, account.Email, account.IsDisabled, account.LockoutEnd > now, account.TwoFactorEnabled, held);
}

/// <summary>A page of people.</summary>
public sealed record PeoplePage(IReadOnlyList<Person> People, int Total, int Page, int PageSize);

/// <summary>Lists the people of the organisations within one's rights, by name or part of it.</summary>
public sealed record ListPeople(string? Search = null, int Page = 1, int PageSize = 50) : IRequest<PeoplePage>;

internal sealed class ListPeopleSlice(LianzhangDb db, HeldRoles roles, TimeProvider time) : Slice<ListPeople, PeoplePage>
{
    private const int MostOnPage = 200;

    public override Permission Permission { get; } = new("people.read", Changes: false, Recorded: true);

    protected override Problem? Validate(ListPeople request) => Paging.Check(request.Page, request.PageSize, MostOnPage);

    protected override async Task<Answer<PeoplePage>> Handle(ListPeople request, CancellationToken cancel)
    {
        var found = Found(db, request.Search);
        var total = await found.CountAsync(cancel);
        var page = await found.Skip((request.Page - 1) * request.PageSize).Take(request.PageSize).ToListAsync(cancel);
        var held = await roles.Of([.. page.Select(account => account.Id)], cancel);
        return new PeoplePage([.. page.Select(account => Person.Of(account, [.. held[account.Id]], time.GetUtcNow()))], total, request.Page, request.PageSize);
    }

    internal static IQueryable<Account> Found(LianzhangDb db, string? search)
    {
        var found = db.Set<Account>().AsNoTracking();
        if (!string.IsNullOrWhiteSpace(search))
        {
            var text = search.Trim();
            var normalised = text.ToUpperInvariant();
            found = found.Where(account => account.DisplayName.StartsWith(text) || account.NormalizedUserName!.StartsWith(normalised));
        }

        return found.OrderBy(account => account.NormalizedUserName);
    }
}
