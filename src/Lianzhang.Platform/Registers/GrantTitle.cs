using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Registers;

/// <summary>The number of a grant.</summary>
public sealed record TitleGrantId(long Id);

/// <summary>Records that an enterprise was given a title.</summary>
/// <param name="Unit">Code of the enterprise.</param>
/// <param name="Title">Code of the title.</param>
/// <param name="Entry">Its days, level and certificate.</param>
public sealed record GrantTitle(string Unit, string Title, TitleEntry Entry) : IRequest<TitleGrantId>;

/// <summary>
/// Records that a title goes on: a grant of its own, from the day after the last one's end unless said otherwise.
/// </summary>
/// <param name="Id">The grant that is renewed.</param>
/// <param name="From">The first day of the renewed title.</param>
/// <param name="ValidTo">Its last day; by the title's own validity if left out.</param>
/// <param name="Certificate">The number of the new certificate.</param>
public sealed record RenewTitle(long Id, DateOnly? From = null, DateOnly? ValidTo = null, string? Certificate = null) : IRequest<TitleGrantId>;

internal sealed class GrantTitleSlice(LianzhangDb db, TitleBook titles) : Slice<GrantTitle, TitleGrantId>
{
    public override Permission Permission { get; } = new("titles.grant", Changes: true);

    protected override async Task<Answer<TitleGrantId>> Handle(GrantTitle request, CancellationToken cancel)
    {
        if ((await titles.Programme(cancel))?.FindTitle(request.Title) is not { } title)
            return Problem.Invalid(($"方案中没有称号 {request.Title}。", $"The programme has no title {request.Title}."));
        if (await titles.Enterprise(request.Unit, cancel) is not { } unit)
            return TitleBook.NoEnterprise(request.Unit);
        if (unit.Status is UnitStatus.Closed or UnitStatus.Merged)
            return Problem.Invalid(($"{unit.Name}已注销或已并入其他企业，不能授予称号。", $"{unit.Name} is closed or merged and takes no title."));
        var entered = titles.Made(unit, title, request.Entry);
        if (!entered.Succeeded(out var made))
            return entered.Problem!;
        if (await titles.Overlap(made, title, inPlaceOf: null, cancel) is { } overlap)
            return overlap;
        db.Add(made);
        titles.Note(unit, ($"获得{title.Name.Zh}称号，{TitleBook.Span(made).Zh}", $"given the title {title.Name.In(Language.English)}, {TitleBook.Span(made).En}"));
        await db.SaveChangesAsync(cancel);
        return new TitleGrantId(made.Id);
    }
}

internal sealed class RenewTitleSlice(LianzhangDb db, TitleBook titles) : Slice<RenewTitle, TitleGrantId>
{
    public override Permission Permission { get; } = new("titles.grant", Changes: true);

    protected override async Task<Answer<TitleGrantId>> Handle(RenewTitle request, CancellationToken cancel)
    {
        if (await titles.Find(request.Id, cancel) is not var (grant, unit))
            return TitleBook.NoGrant;
        if ((await titles.Programme(cancel))?.FindTitle(grant.Title) is not { } title)
            return Problem.Invalid(($"方案中没有称号 {grant.Title}。", $"The programme has no title {grant.Title}."));
        if (grant.EndedOn is not null)
            return Problem.Conflict(("该称号已终止，不能续期；重新认定的请另行授予。", "The title was ended and cannot be renewed; grant it anew."));
        if (grant.ValidTo is not { } last)
            return Problem.Conflict(("该称号没有到期日，无须续期。", "The title has no end and needs no renewal."));
        var level = Enum.TryParse<TitleLevel>(grant.Level, ignoreCase: true, out var known) ? known : (TitleLevel?)null;
        var entered = titles.Made(unit, title, new TitleEntry(request.From ?? last.AddDays(1), request.ValidTo, level, request.Certificate));
        if (!entered.Succeeded(out var made))
            return entered.Problem!;
        if (await titles.Overlap(made, title, inPlaceOf: null, cancel) is { } overlap)
            return overlap;
        db.Add(made);
        titles.Note(unit, ($"{title.Name.Zh}称号续期，{TitleBook.Span(made).Zh}", $"title {title.Name.In(Language.English)} renewed, {TitleBook.Span(made).En}"));
        await db.SaveChangesAsync(cancel);
        return new TitleGrantId(made.Id);
    }
}
