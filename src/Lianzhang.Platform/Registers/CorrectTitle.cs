using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Registers;

/// <summary>Puts right what was recorded of a grant. What stood before is kept and can be seen.</summary>
/// <param name="Id">The grant.</param>
/// <param name="Entry">How it truly is.</param>
/// <param name="Reason">Why it is corrected.</param>
public sealed record CorrectTitle(long Id, TitleEntry Entry, string Reason) : IRequest<TitleGrantId>;

/// <summary>Records that a title was withdrawn or given up before its time.</summary>
/// <param name="Id">The grant.</param>
/// <param name="On">The last day on which it stood.</param>
/// <param name="Reason">Why it ended.</param>
public sealed record EndTitle(long Id, DateOnly On, string Reason) : IRequest<Done>;

internal sealed class CorrectTitleSlice(LianzhangDb db, TitleBook titles, TimeProvider time) : Slice<CorrectTitle, TitleGrantId>
{
    public override Permission Permission { get; } = new("titles.grant", Changes: true);

    protected override Problem? Validate(CorrectTitle request) => EndTitleSlice.CheckReason(request.Reason);

    protected override async Task<Answer<TitleGrantId>> Handle(CorrectTitle request, CancellationToken cancel)
    {
        if (await titles.Find(request.Id, cancel) is not var (grant, unit))
            return TitleBook.NoGrant;
        if ((await titles.Programme(cancel))?.FindTitle(grant.Title) is not { } title)
            return Problem.Invalid(($"方案中没有称号 {grant.Title}。", $"The programme has no title {grant.Title}."));
        var entered = titles.Made(unit, title, request.Entry);
        if (!entered.Succeeded(out var made))
            return entered.Problem!;
        (made.EndedOn, made.EndReason) = (grant.EndedOn, grant.EndReason);
        if (made.EndedOn < made.GrantedOn)
            return Problem.Invalid(("该称号已终止，终止日早于更正后的认定日期。", "The title ended before the day from which it would stand."));
        if (await titles.Overlap(made, title, grant.Id, cancel) is { } overlap)
            return overlap;
        grant.RetiredAt = time.GetUtcNow();
        db.Add(made);
        titles.Note(unit, (
            $"更正{title.Name.Zh}称号：{TitleBook.Span(grant).Zh}，改为{TitleBook.Span(made).Zh}；{request.Reason.Trim()}",
            $"title {title.Name.In(Language.English)} corrected: {TitleBook.Span(grant).En}, now {TitleBook.Span(made).En}; {request.Reason.Trim()}"));
        await db.SaveChangesAsync(cancel);
        return new TitleGrantId(made.Id);
    }
}

internal sealed class EndTitleSlice(TitleBook titles, UnitBook book, TimeProvider time) : Slice<EndTitle, Done>
{
    public override Permission Permission { get; } = new("titles.grant", Changes: true);

    protected override Problem? Validate(EndTitle request) => CheckReason(request.Reason);

    protected override async Task<Answer<Done>> Handle(EndTitle request, CancellationToken cancel)
    {
        if (await titles.Find(request.Id, cancel) is not var (grant, unit))
            return TitleBook.NoGrant;
        if (grant.EndedOn is { } ended)
            return Problem.Conflict(($"该称号已于 {ended:yyyy-MM-dd} 终止。", $"The title ended on {ended:yyyy-MM-dd} already."));
        if (request.On < grant.GrantedOn || request.On > time.Today())
            return Problem.Invalid(("终止日应在认定日期与今天之间。", "The last day lies between the grant and today."));
        if (grant.ValidTo <= request.On)
            return Problem.Conflict(($"该称号已于 {grant.ValidTo:yyyy-MM-dd} 到期，无须终止。", $"The title expired on {grant.ValidTo:yyyy-MM-dd} and needs no end."));
        book.End(grant, request.On, request.Reason.Trim());
        var name = (await titles.Programme(cancel))?.TitleName(grant.Title) ?? new Text(grant.Title);
        titles.Note(unit, ($"终止{name.Zh}称号，{request.On:yyyy-MM-dd} 止；{grant.EndReason}", $"title {name.In(Language.English)} ended after {request.On:yyyy-MM-dd}; {grant.EndReason}"));
        return Done.It;
    }

    public static Problem? CheckReason(string reason) =>
        string.IsNullOrWhiteSpace(reason) ? Problem.Invalid(("请写明原因。", "Say why.")) : TitleBook.Check(reason);
}
