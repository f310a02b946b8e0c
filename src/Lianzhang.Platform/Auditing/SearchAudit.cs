using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Auditing;

/// <summary>An entry of the record as it is shown.</summary>
public sealed record AuditView(long Id, DateTimeOffset At, string By, string Role, string OnBehalfOf, string Permission, string Subject, string Request, string Changes, string Address, bool IsLinked);

/// <summary>A page of the record.</summary>
public sealed record AuditPage(IReadOnlyList<AuditView> Entries, int Total, int Page, int PageSize);

/// <summary>Searches the record, newest first. Looking at the record goes on record.</summary>
public sealed record SearchAudit(string? By = null, string? Permission = null, DateOnly? From = null, DateOnly? To = null, int Page = 1, int PageSize = 50) : IRequest<AuditPage>;

internal sealed class SearchAuditSlice(LianzhangDb db, TimeProvider time) : Slice<SearchAudit, AuditPage>
{
    private const int MostOnPage = 500;

    public override Permission Permission { get; } = new("audit.read", Changes: false, Recorded: true);

    protected override Problem? Validate(SearchAudit request) => Paging.Check(request.Page, request.PageSize, MostOnPage);

    protected override async Task<Answer<AuditPage>> Handle(SearchAudit request, CancellationToken cancel)
    {
        var found = db.Set<AuditEntry>().AsNoTracking();
        if (!string.IsNullOrWhiteSpace(request.By))
            found = found.Where(entry => entry.By.Contains(request.By.Trim()) || entry.OnBehalfOf.Contains(request.By.Trim()));
        if (!string.IsNullOrWhiteSpace(request.Permission))
            found = found.Where(entry => entry.Permission.StartsWith(request.Permission.Trim()));
        if (request.From is { } from)
            found = found.Where(entry => entry.At >= StartOf(from));
        if (request.To is { } to)
            found = found.Where(entry => entry.At < StartOf(to.AddDays(1)));
        var total = await found.CountAsync(cancel);
        var page = await found.OrderByDescending(entry => entry.Id).Skip((request.Page - 1) * request.PageSize).Take(request.PageSize)
            .Select(entry => new { entry, IsLinked = db.Set<AuditLink>().Any(link => link.Entry == entry.Uid) }).ToListAsync(cancel);
        return new AuditPage([.. page.Select(one => View(one.entry, one.IsLinked))], total, request.Page, request.PageSize);
    }

    private DateTimeOffset StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        return new DateTimeOffset(midnight, time.LocalTimeZone.GetUtcOffset(midnight));
    }

    private static AuditView View(AuditEntry entry, bool isLinked) =>
        new(entry.Id, entry.At, entry.By, entry.Role, entry.OnBehalfOf, entry.Permission, entry.Subject, entry.Request, entry.Changes, entry.Address, isLinked);
}
