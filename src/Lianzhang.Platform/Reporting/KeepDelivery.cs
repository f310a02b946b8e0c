using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Reporting;

/// <summary>A file with the reports of many units that was handed in.</summary>
public sealed record DeliveryId(Guid Id);

/// <summary>Keeps a file with the reports of many units; it is taken in the background.</summary>
public sealed record KeepDelivery(Guid Round, string FileName, byte[] Content) : IRequest<DeliveryId>
{
    public const int MostBytes = 25_000_000;

    public override string ToString() => $"{Round}: {FileName}, {Content.Length} bytes";
}

/// <summary>Why what was delivered for a unit was not taken.</summary>
public sealed record DeliveryFault(string Place, string Unit, string Zh, string? En)
{
    public Text Sentence => new(Zh, En);
}

/// <summary>How far a file with the reports of many units is.</summary>
public sealed record DeliveryView(Guid Id, Guid Round, string FileName, DateTimeOffset At, int Total, int Taken, int Refused, DateTimeOffset? EndedAt, IReadOnlyList<DeliveryFault> Faults)
{
    public bool IsRunning => EndedAt is null;
}

/// <summary>One's own files for a round.</summary>
/// <param name="Title">The form and the period.</param>
/// <param name="Units">How many units have not sent anything.</param>
/// <param name="IsMerged">Whether one workbook can have them all.</param>
/// <param name="All">The files, the latest first.</param>
public sealed record Deliveries(string Title, int Units, bool IsMerged, IReadOnlyList<DeliveryView> All);

/// <summary>Lists one's own files for a round with how far they are.</summary>
public sealed record ListDeliveries(Guid Round) : IRequest<Deliveries>;

internal sealed class KeepDeliverySlice(LianzhangDb db, RoundPapers papers, CurrentCaller caller, TimeProvider time) : Slice<KeepDelivery, DeliveryId>
{
    public override Permission Permission { get; } = new("reports.deliver", Changes: true);

    protected override Problem? Validate(KeepDelivery request) => request.Content.Length is > 0 and <= KeepDelivery.MostBytes
        ? null
        : Problem.Invalid(($"请选择文件；文件不能为空，不超过 {KeepDelivery.MostBytes / 1_000_000} MB。", $"Choose a file that is not empty and has at most {KeepDelivery.MostBytes / 1_000_000} MB."));

    protected override async Task<Answer<DeliveryId>> Handle(KeepDelivery request, CancellationToken cancel)
    {
        if (await papers.Find(request.Round, cancel) is not { } form)
            return RoundPapers.NoRound;
        var read = ReadDelivery.Of(request.FileName, request.Content, form);
        if (!read.Succeeded(out var reports))
            return Problem.Invalid(("文件没有采用，没有改动任何草稿。", "The file was not taken; no draft was changed."), read.Faults);
        if (reports.Count == 0)
            return Problem.Invalid(("文件中没有填写任何单位。", "No unit is filled in in the file."));
        var now = time.GetUtcNow();
        var upload = new ReportUpload { Id = Guid.CreateVersion7(now), RoundId = request.Round, FileName = Path.GetFileName(request.FileName), Content = request.Content, Account = caller.Account, By = caller.Caller.Name, At = now, Total = reports.Count };
        db.Add(upload);
        return new DeliveryId(upload.Id);
    }
}

internal sealed class ListDeliveriesSlice(LianzhangDb db, RoundPapers papers, CurrentCaller caller) : Slice<ListDeliveries, Deliveries>
{
    private const int Most = 20;

    public override Permission Permission { get; } = new("reports.deliver", Changes: false);

    protected override async Task<Answer<Deliveries>> Handle(ListDeliveries request, CancellationToken cancel)
    {
        if (await papers.Find(request.Round, cancel) is not { } form)
            return RoundPapers.NoRound;
        // Without the content, which is large and asked for while it is being taken.
        var kept = await db.Set<ReportUpload>().Where(upload => upload.RoundId == request.Round && upload.Account == caller.Account).OrderByDescending(upload => upload.Id).Take(Most)
            .Select(upload => new { upload.Id, upload.FileName, upload.At, upload.Total, upload.Taken, upload.Refused, upload.EndedAt, upload.Faults }).ToListAsync(cancel);
        return new Deliveries(form.Title, await papers.Unsent(request.Round).CountAsync(cancel), form.Sheet.Form.Sections.All(section => section.Repeat is null),
            [.. kept.Select(upload => new DeliveryView(upload.Id, request.Round, upload.FileName, upload.At, upload.Total, upload.Taken, upload.Refused, upload.EndedAt, DeliveryFaults.Read(upload.Faults)))]);
    }
}

/// <summary>How faults of a file are kept.</summary>
internal static class DeliveryFaults
{
    /// <summary>More than these nobody reads; they are counted.</summary>
    public const int Most = 1_000;

    public static IReadOnlyList<DeliveryFault> Read(string kept) => kept.Length == 0 ? [] : ReportJson.ReadFaults(kept);
}
