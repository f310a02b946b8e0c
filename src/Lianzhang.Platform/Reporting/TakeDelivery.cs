using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>What of a file has still to be taken.</summary>
internal sealed record OpenDelivery(Guid Upload) : IRequest<DeliveryToTake>;

internal sealed record DeliveryToTake(IReadOnlyList<DeliveredReport> Reports);

/// <summary>Takes what was delivered for some units into their drafts, where they wrote nothing themselves and sent nothing.</summary>
internal sealed record TakeDelivery(Guid Upload, IReadOnlyList<DeliveredReport> Reports) : IRequest<Done>
{
    public override string ToString() => $"{Upload}: {Reports.Count}";
}

/// <summary>Files that were not taken to their end, with those who handed them in.</summary>
internal sealed record FindOpenDeliveries : IRequest<OpenDeliveries>;

internal sealed record OpenDeliveries(IReadOnlyList<(Guid Upload, Caller Caller)> All);

/// <summary>Puts down that a file was taken to its end, or why it was not.</summary>
internal sealed record CloseDelivery(Guid Upload, Text? Fault) : IRequest<Done>;

internal sealed class OpenDeliverySlice(LianzhangDb db, RoundPapers papers, CurrentCaller caller) : Slice<OpenDelivery, DeliveryToTake>
{
    public override Permission Permission { get; } = new("reports.deliver", Changes: false);

    protected override async Task<Answer<DeliveryToTake>> Handle(OpenDelivery request, CancellationToken cancel)
    {
        if (await db.Set<ReportUpload>().AsNoTracking().SingleOrDefaultAsync(upload => upload.Id == request.Upload && upload.Account == caller.Account && upload.EndedAt == null, cancel) is not { } upload
            || await papers.Find(upload.RoundId, cancel) is not { } form)
            return RoundPapers.NoRound;
        var read = ReadDelivery.Of(upload.FileName, upload.Content, form);
        return read.Succeeded(out var reports) ? new DeliveryToTake([.. reports.Skip(upload.Taken + upload.Refused)]) : Problem.Invalid(read.Faults[0].Message);
    }
}

internal sealed class TakeDeliverySlice(LianzhangDb db, RoundPapers papers, ReportFillers fillers, CurrentCaller caller, TimeProvider time) : Slice<TakeDelivery, Done>
{
    public override Permission Permission { get; } = new("reports.deliver", Changes: true);

    protected override async Task<Answer<Done>> Handle(TakeDelivery request, CancellationToken cancel)
    {
        // Without the file itself, which is large.
        var open = db.Set<ReportUpload>().Where(upload => upload.Id == request.Upload && upload.Account == caller.Account && upload.EndedAt == null);
        if (await open.Select(upload => new { upload.RoundId, upload.Faults }).SingleOrDefaultAsync(cancel) is not { } upload || await papers.Find(upload.RoundId, cancel) is not { } form)
            return RoundPapers.NoRound;
        var units = request.Reports.Select(report => report.Unit).ToList();
        var reports = await db.Set<Report>().Where(report => report.RoundId == upload.RoundId && units.Contains(report.Unit)).ToDictionaryAsync(report => report.Unit, StringComparer.Ordinal, cancel);
        var faults = DeliveryFaults.Read(upload.Faults).ToList();
        var taken = 0;
        foreach (var one in request.Reports)
        {
            var report = reports.GetValueOrDefault(one.Unit);
            if (Fault(one, report) is { } fault)
            {
                faults.Add(new DeliveryFault(one.Place, report?.Name ?? one.Unit, fault.Zh, fault.En));
                continue;
            }

            await Take(one, report!, form, cancel);
            taken++;
        }

        var (kept, refused) = (ReportJson.Write(faults.Take(DeliveryFaults.Most)), request.Reports.Count - taken);
        await open.ExecuteUpdateAsync(set => set.SetProperty(one => one.Faults, kept).SetProperty(one => one.Taken, one => one.Taken + taken).SetProperty(one => one.Refused, one => one.Refused + refused), cancel);
        return Done.It;
    }

    private static Text? Fault(DeliveredReport one, Report? report) => (one.Fault, report) switch
    {
        ({ } fault, _) => fault,
        (_, null) => ("本期没有这个单位，或不在您的权限范围内", "the round does not ask it, or it is not within your rights"),
        (_, { IsUntouched: false, Version: > 0 } or { IsUntouched: false, State: not ReportState.Open }) => ("已报送，没有覆盖", "it has sent its report; nothing was overwritten"),
        (_, { IsUntouched: false }) => ("单位已自行填写，没有覆盖", "it writes its report itself; nothing was overwritten"),
        _ => (Text?)null,
    };

    private async Task Take(DeliveredReport one, Report report, OpenedForm form, CancellationToken cancel)
    {
        var isFirst = report.DeliveredAt is null;
        var now = time.GetUtcNow();
        (report.Draft, report.DraftAt, report.DeliveredAt, report.DeliveredBy) = (ReportJson.Write(ReportContent.Empty.With(one.Cells)), now, now, caller.Caller.Name);
        // Told once, however often it is put right.
        if (isFirst)
            await fillers.Tell(report, ($"{caller.Caller.Name}已代为填入《{form.Sheet.Form.Name.Zh}》，请核对后报送", $"{caller.Caller.Name} has filled in '{form.Sheet.Form.Name.En}' for you; look at it and send it"), cancel);
    }
}

internal sealed class CloseDeliverySlice(LianzhangDb db, TimeProvider time) : Slice<CloseDelivery, Done>
{
    public override Permission Permission { get; } = new("reports.end-delivery", Changes: true, For: Audience.Product);

    protected override async Task<Answer<Done>> Handle(CloseDelivery request, CancellationToken cancel)
    {
        // Without the file itself, which is large and goes.
        var open = db.Set<ReportUpload>().Where(upload => upload.Id == request.Upload && upload.EndedAt == null);
        if (await open.Select(upload => new { upload.FileName, upload.Faults }).SingleOrDefaultAsync(cancel) is not { } upload)
            return Done.It;
        var faults = request.Fault is { } fault ? ReportJson.Write(DeliveryFaults.Read(upload.Faults).Prepend(new DeliveryFault(upload.FileName, string.Empty, fault.Zh, fault.En))) : upload.Faults;
        var (now, nothing) = (time.GetUtcNow(), Array.Empty<byte>());
        await open.ExecuteUpdateAsync(set => set.SetProperty(one => one.Faults, faults).SetProperty(one => one.EndedAt, now).SetProperty(one => one.Content, nothing), cancel);
        return Done.It;
    }
}

internal sealed class FindOpenDeliveriesSlice(LianzhangDb db) : Slice<FindOpenDeliveries, OpenDeliveries>
{
    public override Permission Permission { get; } = new("reports.resume-deliveries", Changes: false, For: Audience.Product);

    protected override async Task<Answer<OpenDeliveries>> Handle(FindOpenDeliveries request, CancellationToken cancel)
    {
        var open = await (
            from upload in db.Set<ReportUpload>()
            where upload.EndedAt == null
            join account in db.Set<Account>() on upload.Account equals account.Id
            orderby upload.Id
            select new { upload.Id, Account = account.Id, account.DisplayName, account.SecurityStamp }).ToListAsync(cancel);
        return new OpenDeliveries([.. open.Select(one => (one.Id, new Caller(one.DisplayName, one.Account, one.SecurityStamp)))]);
    }
}
