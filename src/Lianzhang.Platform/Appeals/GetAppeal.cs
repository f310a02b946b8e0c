using Lianzhang.Core.Appeals;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Appeals;

/// <summary>Shows an appeal to who asked, who deals with it and who routes.</summary>
public sealed record GetAppeal(Guid Id) : IRequest<AppealView>;

internal sealed class GetAppealSlice(LianzhangDb db, AppealBook book, AppealFiles attached, HoldingOffices offices, PublishedProgrammes programmes, TimeProvider time) : Slice<GetAppeal, AppealView>
{
    private static readonly AppealStep[] Asking = [AppealStep.AnswerBack, AppealStep.Rate, AppealStep.Reopen, AppealStep.Withdraw];
    private static readonly AppealStep[] Answering = [AppealStep.Answer, AppealStep.AskBack, AppealStep.Pass];

    // Whose it is, the book tells by the rights to ask, to answer and to route.
    public override Permission Permission { get; } = new("appeals.follow", Changes: false, For: Audience.SignedIn);

    protected override async Task<Answer<AppealView>> Handle(GetAppeal request, CancellationToken cancel)
    {
        if (await book.Find(request.Id, cancel) is not { } appeal)
            return AppealBook.NoAppeal;
        var steps = await db.Set<AppealEvent>().AsNoTracking().Where(entry => entry.AppealId == appeal.Id).OrderBy(entry => entry.Id).ToListAsync(cancel);
        var files = await attached.All(appeal.Id, steps.Count, cancel);
        var timeline = steps.Select((entry, index) => new AppealEntry(entry.At, entry.Step, entry.By, entry.Organisation, entry.Words, entry.To, entry.Rating, entry.Due, files.GetValueOrDefault(index + 1, []))).ToList();
        var may = await May(appeal, cancel);
        var programme = (await programmes.Find(null, cancel))?.Programme;
        var urgency = appeal.Urgency is { } level ? programme?.Appeals.FindUrgency(level)?.Name ?? new Text(level) : (Text?)null;
        var routing = may.Contains(AppealStep.Route) || may.Contains(AppealStep.Pass) ? await Routing(appeal, programme, cancel) : null;
        return new AppealView(AppealLine.Of(appeal, time.Today()), appeal.Content, appeal.Contact, urgency, appeal.Due, appeal.DaysLeft, appeal.RateBy, timeline, may, routing);
    }

    private async Task<IReadOnlyList<AppealStep>> May(Appeal appeal, CancellationToken cancel)
    {
        var (asker, answerer, today) = (await book.Asker(appeal, cancel), await book.Answerer(appeal, cancel), time.Today());
        List<AppealStep> may = book.Routes && AppealFlow.May(appeal.Standing, AppealStep.Route, answerer, today) ? [AppealStep.Route] : [];
        may.AddRange(Answering.Where(step => AppealFlow.May(appeal.Standing, step, answerer, today)));
        may.AddRange(Asking.Where(step => AppealFlow.May(appeal.Standing, step, asker, today)));
        return may;
    }

    private async Task<AppealRouting> Routing(Appeal appeal, Programme? programme, CancellationToken cancel)
    {
        var all = (await offices.All(AppealBook.Answering, cancel)).Where(office => office.Id != appeal.Asker && office.Id != appeal.Handler).ToList();
        var owner = programme?.Appeals.FindKind(appeal.Kind)?.RouteTo;
        return new AppealRouting(
            [.. all.Select(office => new AppealOffice(office.Id, office.Name))],
            all.FirstOrDefault(office => office.Code == owner)?.Id,
            owner is null ? null : programme!.OrganisationName(owner),
            [.. (programme?.Appeals.Urgencies ?? []).Select(urgency => new AppealChoice(urgency.Code, urgency.Name, urgency.Days))]);
    }
}
