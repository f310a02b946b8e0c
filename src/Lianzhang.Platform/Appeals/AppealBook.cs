using Lianzhang.Core.Appeals;
using Lianzhang.Core.Programmes;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Appeals;

/// <summary>Finds appeals, each by who may have it.</summary>
internal sealed class AppealBook(LianzhangDb db, HoldingOffices offices, PublishedProgrammes programmes, CurrentCaller caller, TimeProvider time)
{
    public const string Filing = "appeals.file";
    public const string Answering = "appeals.answer";
    public const string Routing = "appeals.route";

    private IReadOnlyList<HoldingOffice>? asking;
    private IReadOnlyList<HoldingOffice>? answering;

    public static Problem NoAppeal { get; } = Problem.NotFound(("没有这件诉求，或不在您的权限范围内。", "There is no such appeal within your rights."));

    /// <summary>Whether the caller routes appeals and so sees all of them; the product does.</summary>
    public bool Routes => caller.Caller == Caller.Product || caller.Rights.Find(new Permission(Routing, Changes: true), Subject.Whole, time.Today()) is not null;

    /// <summary>The organisations for which the caller asks.</summary>
    public async Task<IReadOnlyList<HoldingOffice>> Asking(CancellationToken cancel) => asking ??= await offices.OfCaller(Filing, cancel);

    /// <summary>The organisations for which the caller answers.</summary>
    public async Task<IReadOnlyList<HoldingOffice>> Answers(CancellationToken cancel) => answering ??= await offices.OfCaller(Answering, cancel);

    /// <summary>What the caller's own organisations asked.</summary>
    public async Task<IQueryable<Appeal>> Own(CancellationToken cancel)
    {
        var own = (await Asking(cancel)).Select(office => office.Id).ToList();
        return db.Set<Appeal>().Where(appeal => own.Contains(appeal.Asker));
    }

    /// <summary>What the caller deals with: what its organisations, or organisations of the regions that it answers for, have.</summary>
    public async Task<IQueryable<Appeal>> Handled(CancellationToken cancel)
    {
        var own = (await Answers(cancel)).Select(office => office.Id).ToList();
        var regions = Regions;
        return db.Set<Appeal>().Where(appeal => appeal.Handler != null && (own.Contains(appeal.Handler.Value) || (appeal.HandlerRegion != null && regions.Contains(appeal.HandlerRegion))));
    }

    /// <summary>What the caller sees on the desk: what it deals with, or everything when it routes.</summary>
    public async Task<IQueryable<Appeal>> Desk(CancellationToken cancel) => Routes ? db.Set<Appeal>() : await Handled(cancel);

    /// <summary>An appeal that the caller sees at all, as asker or on the desk.</summary>
    public async Task<Appeal?> Find(Guid id, CancellationToken cancel) =>
        await (await Desk(cancel)).SingleOrDefaultAsync(appeal => appeal.Id == id, cancel) ?? await (await Own(cancel)).SingleOrDefaultAsync(appeal => appeal.Id == id, cancel);

    /// <summary>Whom the caller acts for when it answers: the organisation that has the appeal, if it may act for that one.</summary>
    public async Task<AppealActor> Answerer(Appeal appeal, CancellationToken cancel)
    {
        var own = await Answers(cancel);
        var acts = appeal.Handler is { } handler && (own.Any(office => office.Id == handler) || (appeal.HandlerRegion is { } region && Regions.Contains(region)));
        return Actor(acts ? appeal.Handler : own is [var first, ..] ? first.Id : null);
    }

    /// <summary>Whom the caller acts for when it asks.</summary>
    public async Task<AppealActor> Asker(Appeal appeal, CancellationToken cancel) => Actor((await Asking(cancel)).Any(office => office.Id == appeal.Asker) ? appeal.Asker : null);

    public AppealActor Actor(Guid? organisation) => caller.Caller == Caller.Product ? AppealActor.Product : new AppealActor(caller.Caller.Name, caller.Caller.Account, organisation);

    /// <summary>The kinds and levels in force, and the days that count.</summary>
    public async Task<(AppealsFile Rules, WorkingCalendar Calendar)> Rules(CancellationToken cancel) =>
        await programmes.Find(null, cancel) is { Programme: { } programme } ? (programme.Appeals, programme.Calendar) : (AppealsFile.None, new WorkingCalendar([]));

    private List<string> Regions => caller.Rights.Sight(new Permission(Answering, Changes: false), time.Today()).Regions;
}
