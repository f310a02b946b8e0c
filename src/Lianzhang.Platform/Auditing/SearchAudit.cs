using Lianzhang.Core.Values;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Auditing;

/// <summary>An entry of the record as it is shown.</summary>
public sealed record AuditView(long Id, DateTimeOffset At, string By, Text Role, string OnBehalfOf, string Key, string Permission, string Subject, string Request, string Changes, string Address, bool IsLinked);

/// <summary>A page of the record.</summary>
public sealed record AuditPage(IReadOnlyList<AuditView> Entries, int Total, int Page, int PageSize);

/// <summary>Searches the record, newest first. Looking at the record goes on record.</summary>
public sealed record SearchAudit(string? By = null, string? Permission = null, DateOnly? From = null, DateOnly? To = null, int Page = 1, int PageSize = 50) : IRequest<AuditPage>;

internal sealed class SearchAuditSlice(FindEntries entries) : Slice<SearchAudit, AuditPage>
{
    private const int MostOnPage = 500;

    public override Permission Permission { get; } = new("audit.read", Changes: false, Recorded: true);

    protected override Problem? Validate(SearchAudit request) => Paging.Check(request.Page, request.PageSize, MostOnPage);

    protected override async Task<Answer<AuditPage>> Handle(SearchAudit request, CancellationToken cancel)
    {
        var found = entries.By(request);
        var total = await found.CountAsync(cancel);
        return new AuditPage(await entries.Views(found.Skip((request.Page - 1) * request.PageSize).Take(request.PageSize), cancel), total, request.Page, request.PageSize);
    }
}

/// <summary>Finds entries for the page and the export of the record.</summary>
internal sealed class FindEntries(LianzhangDb db, TimeProvider time)
{
    /// <summary>Those that fit, newest first.</summary>
    public IQueryable<AuditEntry> By(SearchAudit search)
    {
        var found = db.Set<AuditEntry>().AsNoTracking();
        if (!string.IsNullOrWhiteSpace(search.By))
            found = found.Where(entry => entry.By.Contains(search.By.Trim()) || entry.OnBehalfOf.Contains(search.By.Trim()));
        if (!string.IsNullOrWhiteSpace(search.Permission))
            found = found.Where(entry => entry.Permission.StartsWith(search.Permission.Trim()));
        if (search.From is { } from)
            found = found.Where(entry => entry.At >= time.StartOf(from));
        if (search.To is { } to)
            found = found.Where(entry => entry.At < time.StartOf(to.AddDays(1)));
        return found.OrderByDescending(entry => entry.Id);
    }

    public async Task<IReadOnlyList<AuditView>> Views(IQueryable<AuditEntry> found, CancellationToken cancel)
    {
        var roles = await db.Set<Role>().AsNoTracking().ToDictionaryAsync(role => role.Code, role => role.Title, cancel);
        var page = await found.Select(entry => new { entry, IsLinked = db.Set<AuditLink>().Any(link => link.Entry == entry.Uid) }).ToListAsync(cancel);
        return [.. page.Select(one => View(one.entry, roles, one.IsLinked))];
    }

    private static AuditView View(AuditEntry entry, Dictionary<string, Text> roles, bool isLinked) =>
        new(entry.Id, entry.At, entry.By, Named(entry.Role, roles), entry.OnBehalfOf, entry.Key, entry.Permission, entry.Subject, entry.Request, entry.Changes, entry.Address, isLinked);

    // The code of the role, then the name of the organisation.
    private static Text Named(string role, Dictionary<string, Text> roles)
    {
        var code = role.Split(' ')[0];
        return roles.TryGetValue(code, out var title) ? ($"{title.Zh}{role[code.Length..]}", $"{title.In(Language.English)}{role[code.Length..]}") : new Text(role);
    }
}
