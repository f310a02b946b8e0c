using Lianzhang.Core.Appeals;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Appeals;

/// <summary>What is said when an appeal is filed.</summary>
internal sealed record AppealText(string Title, string Content, string? Contact);

/// <summary>What every step of an appeal has in common: who may, what comes of it, what stands in the timeline, who is told.</summary>
internal sealed class AppealSteps(LianzhangDb db, AppealBook book, AppealFiles attached, TellAppeals tell, HoldingOffices offices, TimeProvider time)
{
    public const int LongestWords = 2_000;

    public static Problem? Check(string? words) => (words?.Length ?? 0) <= LongestWords
        ? null
        : Problem.Invalid(($"最多 {LongestWords} 字。", $"At most {LongestWords} characters."));

    public static Problem? Need(string? words) => string.IsNullOrWhiteSpace(words)
        ? Problem.Invalid(("请填写内容或理由。", "Say what, or why."))
        : Check(words);

    /// <summary>A step of the organisation that asked.</summary>
    public Task<Answer<Done>> ByAsker(Guid id, AppealAct act, CancellationToken cancel) => ByAsker(id, act, files: null, cancel);

    /// <summary>The same with files that show it.</summary>
    public async Task<Answer<Done>> ByAsker(Guid id, AppealAct act, IReadOnlyList<Guid>? files, CancellationToken cancel)
    {
        if (await (await book.Own(cancel)).SingleOrDefaultAsync(appeal => appeal.Id == id, cancel) is not { } appeal)
            return AppealBook.NoAppeal;
        return await attached.Claim(id, files, cancel) is { } refused ? refused : await Take(appeal, act with { By = await book.Asker(appeal, cancel) }, appeal.AskerName, cancel);
    }

    /// <summary>A step of the organisation that has it.</summary>
    public Task<Answer<Done>> ByHandler(Guid id, AppealAct act, CancellationToken cancel) => ByHandler(id, act, files: null, cancel);

    /// <summary>The same with files that show it.</summary>
    public async Task<Answer<Done>> ByHandler(Guid id, AppealAct act, IReadOnlyList<Guid>? files, CancellationToken cancel)
    {
        if (await (await book.Desk(cancel)).SingleOrDefaultAsync(appeal => appeal.Id == id, cancel) is not { } appeal)
            return AppealBook.NoAppeal;
        return await attached.Claim(id, files, cancel) is { } refused ? refused : await Take(appeal, act with { By = await book.Answerer(appeal, cancel) }, appeal.HandlerName ?? string.Empty, cancel);
    }

    /// <summary>A step of whoever routes.</summary>
    public async Task<Answer<Done>> ByRouter(Appeal appeal, AppealAct act, CancellationToken cancel)
    {
        var own = await offices.OfCaller(AppealBook.Routing, cancel) is [var first, ..] ? first : null;
        return await Take(appeal, act with { By = book.Actor(own?.Id) }, own?.Name ?? string.Empty, cancel);
    }

    public AppealAct Act(AppealStep step, string? words = null) => new(step, AppealActor.Product, time.Today(), words ?? string.Empty);

    /// <summary>Puts a step on an appeal that the caller was found to have.</summary>
    public async Task<Answer<Done>> Take(Appeal appeal, AppealAct act, string organisation, CancellationToken cancel)
    {
        var to = act.To is { } chosen ? (await offices.All(AppealBook.Answering, cancel)).FirstOrDefault(office => office.Id == chosen) : null;
        if (act.To is not null && to is null)
            return Problem.Invalid(("该单位没有办理诉求的人员，请另选承办单位。", "Nobody in that organisation deals with appeals; choose another."));
        if (AppealFlow.Do(appeal.Standing, act, (await book.Rules(cancel)).Calendar, out var refusal) is not { } move)
            return Problem.Conflict(refusal);
        var before = appeal.Handler;
        appeal.Standing = move.Then;
        if (to is not null)
            (appeal.HandlerName, appeal.HandlerRegion) = (to.Name, to.Region);
        Note(appeal, move, organisation, to?.Name, act.Rating);
        await tell.Of(appeal, act, before, cancel);
        return Done.It;
    }

    /// <summary>A new appeal, with the first step of its timeline.</summary>
    public Appeal New(AppealMove move, AppealKind kind, HoldingOffice asker, int number, AppealText text)
    {
        var appeal = new Appeal
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            Year = time.Today().Year,
            Number = number,
            Kind = kind.Code,
            KindName = kind.Name.Zh,
            KindNameEn = kind.Name.En,
            Title = text.Title.Trim(),
            Content = text.Content.Trim(),
            Contact = string.IsNullOrWhiteSpace(text.Contact) ? null : text.Contact.Trim(),
            Asker = asker.Id,
            AskerName = asker.Name,
            Region = asker.Region,
            AskerAccount = move.Then.AskerAccount,
            FiledAt = time.StoredNow(),
            State = move.Then.State,
            RouteDue = move.Then.RouteDue,
        };
        appeal.Standing = move.Then;
        db.Add(appeal);
        Note(appeal, move, asker.Name);
        return appeal;
    }

    public void Note(Appeal appeal, AppealMove move, string organisation, string? to = null, AppealRating? rating = null) => db.Add(new AppealEvent
    {
        AppealId = appeal.Id,
        At = time.StoredNow(),
        Step = move.Note.Step,
        By = move.Note.By.Name,
        Account = move.Note.By.Account,
        Organisation = organisation,
        Words = move.Note.Words,
        To = to,
        Rating = rating,
        Due = move.Then.ActBy ?? (move.Then.State == AppealState.Answered ? move.Then.RateBy : null),
    });
}

/// <summary>Tells people of appeals: those who have to do something next, and who asked.</summary>
internal sealed class TellAppeals(HoldingOffices offices, TellAccounts tell, CurrentCaller caller)
{
    public async Task Of(Appeal appeal, AppealAct act, Guid? before, CancellationToken cancel)
    {
        var (zh, en) = (appeal.Reference, $"Appeal {appeal.Year}-{appeal.Number}");
        switch (act.Step)
        {
            case AppealStep.Route or AppealStep.Pass:
                await Handlers(appeal, ($"{zh}“{appeal.Title}”转您单位办理，请于 {appeal.Due:yyyy-MM-dd} 前答复。", $"{en} is yours to deal with; answer it by {appeal.Due:yyyy-MM-dd}."), cancel);
                break;
            case AppealStep.AskBack:
                await Askers(appeal, ($"{zh}需补充情况：{Short(act.Words)}", $"{en}: more is asked of you."), cancel);
                break;
            case AppealStep.AnswerBack:
                await Handlers(appeal, ($"{zh}已补充情况，请于 {appeal.Due:yyyy-MM-dd} 前答复。", $"{en}: the asker said more; answer it by {appeal.Due:yyyy-MM-dd}."), cancel);
                break;
            case AppealStep.Answer:
                await Askers(appeal, ($"{zh}已答复，请于 {appeal.RateBy:yyyy-MM-dd} 前评价。", $"{en} was answered; rate it by {appeal.RateBy:yyyy-MM-dd}."), cancel);
                break;
            case AppealStep.Rate:
                await Handlers(appeal, ($"{zh}已评价：{AppealWords.Of(act.Rating!.Value).Zh}。", $"{en} was rated: {AppealWords.Of(act.Rating!.Value).En}."), cancel);
                break;
            case AppealStep.Reopen:
                await Handlers(appeal, ($"{zh}须重新办理，请于 {appeal.Due:yyyy-MM-dd} 前答复。", $"{en} is to be dealt with once more; answer it by {appeal.Due:yyyy-MM-dd}."), cancel);
                break;
            case AppealStep.Withdraw when before is not null:
                await Handlers(appeal, ($"{zh}已由提出单位撤回。", $"{en} was taken back."), cancel);
                break;
            case AppealStep.Close:
                await Askers(appeal, ($"{zh}到期未评价，已自动办结。", $"{en} was not rated in time and has ended."), cancel);
                break;
        }
    }

    public async Task Routers(Appeal appeal, Text what, CancellationToken cancel) => Tell((await offices.All(AppealBook.Routing, cancel)).SelectMany(office => office.People), appeal, what);

    public async Task Handlers(Appeal appeal, Text what, CancellationToken cancel) => Tell(People(await offices.All(AppealBook.Answering, cancel), appeal.Handler), appeal, what);

    private async Task Askers(Appeal appeal, Text what, CancellationToken cancel) => Tell(People(await offices.All(AppealBook.Filing, cancel), appeal.Asker), appeal, what);

    private static IEnumerable<Guid> People(IReadOnlyList<HoldingOffice> offices, Guid? office) => offices.FirstOrDefault(one => one.Id == office)?.People ?? [];

    // Nobody is told of what one did oneself.
    private void Tell(IEnumerable<Guid> people, Appeal appeal, Text what)
    {
        foreach (var person in people.Distinct().Where(person => person != caller.Caller.Account))
            tell.Tell(person, what, $"/appeals/{appeal.Id}");
    }

    private static string Short(string words) => words.Length <= 40 ? words : $"{words[..40]}…";
}
