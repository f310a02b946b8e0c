using Lianzhang.Core.Appeals;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Appeals;

/// <summary>An appeal that was filed, its number, and the last day to route it.</summary>
public sealed record AppealReceipt(Guid Id, string Reference, DateOnly RouteDue);

/// <summary>Files an appeal for one's organisation.</summary>
/// <param name="Kind">Code of the kind.</param>
/// <param name="Title">What it is about, in a line.</param>
/// <param name="Content">What happened, and what is wanted.</param>
/// <param name="Contact">How the asker is reached.</param>
/// <param name="Organisation">For which of one's organisations; may be left out where there is but one.</param>
/// <param name="Files">Files that show it, which the caller handed in.</param>
public sealed record FileAppeal(string Kind, string Title, string Content, string? Contact = null, Guid? Organisation = null, IReadOnlyList<Guid>? Files = null) : IRequest<AppealReceipt>
{
    public const int LongestTitle = 60;
    public const int LongestContent = 2_000;

    public override string ToString() => Kind;
}

internal sealed class FileAppealSlice(LianzhangDb db, AppealBook book, AppealSteps steps, AppealFiles files, TellAppeals tell, TimeProvider time) : Slice<FileAppeal, AppealReceipt>
{
    public override Permission Permission { get; } = new(AppealBook.Filing, Changes: true);

    protected override Problem? Validate(FileAppeal request)
    {
        if (string.IsNullOrWhiteSpace(request.Title) || request.Title.Trim().Length > FileAppeal.LongestTitle)
            return Problem.Invalid(($"请填写标题，最多 {FileAppeal.LongestTitle} 字。", $"Write a title, in at most {FileAppeal.LongestTitle} characters."));
        if (string.IsNullOrWhiteSpace(request.Content) || request.Content.Length > FileAppeal.LongestContent)
            return Problem.Invalid(($"请填写内容，最多 {FileAppeal.LongestContent} 字。", $"Write what it is about, in at most {FileAppeal.LongestContent} characters."));
        return Lengths.Check(request.Contact);
    }

    protected override async Task<Answer<AppealReceipt>> Handle(FileAppeal request, CancellationToken cancel)
    {
        var own = await book.Asking(cancel);
        var asker = request.Organisation is { } chosen ? own.FirstOrDefault(office => office.Id == chosen) : own.Count == 1 ? own[0] : null;
        if (asker is null)
            return Problem.Invalid(("请选择以哪个单位的名义提出。", "Choose the organisation for which you ask."));
        var (rules, calendar) = await book.Rules(cancel);
        if (rules.FindKind(request.Kind) is not { } kind)
            return Problem.Invalid(("请选择诉求类别。", "Choose what it is about."));
        var move = AppealFlow.File(book.Actor(asker.Id), asker.Id, time.Today(), request.Title.Trim(), kind, calendar);
        var appeal = steps.New(move, kind, asker, await NextNumber(cancel), new AppealText(request.Title, request.Content, request.Contact));
        if (await files.Claim(appeal.Id, request.Files, cancel) is { } refused)
            return refused;
        await tell.Routers(appeal, ($"收到{asker.Name}诉求“{appeal.Title}”，请于 {appeal.RouteDue:yyyy-MM-dd} 前分办。", $"An appeal has come in; route it by {appeal.RouteDue:yyyy-MM-dd}."), cancel);
        return new AppealReceipt(appeal.Id, appeal.Reference, appeal.RouteDue);
    }

    // Two that take one number meet in the store, and one of them is done again.
    private async Task<int> NextNumber(CancellationToken cancel)
    {
        var year = time.Today().Year;
        return (await db.Set<Appeal>().IgnoreQueryFilters().Where(appeal => appeal.Year == year).MaxAsync(appeal => (int?)appeal.Number, cancel) ?? 0) + 1;
    }
}
