using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Programmes;

/// <summary>A changed programme that is not in force, without its files.</summary>
/// <param name="Id">By which it is published or dropped.</param>
/// <param name="Code">Code of the programme.</param>
/// <param name="Number">The number of the version that it would become.</param>
/// <param name="UploadedAt">When it was uploaded.</param>
/// <param name="By">Who uploaded it.</param>
/// <param name="Note">Why it is to be published.</param>
/// <param name="IsNext">Whether the version that it was made from is still in force; only then can it be published.</param>
public sealed record ProgrammeDraftView(Guid Id, string Code, int Number, DateTimeOffset UploadedAt, string By, string Note, bool IsNext);

/// <summary>
/// Keeps a changed programme without putting it in force. The files take the place of those in force by their names; what is left out stays.
/// </summary>
public sealed record DraftProgramme(IReadOnlyList<SourceFile> Files, string Note) : IRequest<ProgrammeDraftView>
{
    public override string ToString() => $"{string.Join(' ', Files.Select(file => file.Name))}: {Note}";
}

internal sealed class DraftProgrammeSlice(LianzhangDb db, DraftBook drafts, CurrentCaller caller, TimeProvider time) : Slice<DraftProgramme, ProgrammeDraftView>
{
    // Whoever decides on it has a month; what is forgotten goes.
    private const int DaysKept = 30;
    private const int LongestNote = 500;

    public override Permission Permission { get; } = new("programmes.publish", Changes: true);

    protected override Problem? Validate(DraftProgramme request)
    {
        var wrong = request.Files.Where(file => !ProgrammeSchema.Files.Contains(file.Name)).Select(file => new Fault(new Location(file.Name), ("不是方案文件", "is no file of a programme"))).ToList();
        if (request.Files.Count == 0 || wrong.Count > 0)
            return Problem.Invalid(($"请选择方案文件：{string.Join('、', ProgrammeSchema.Files)}。", $"Choose files of a programme: {string.Join(", ", ProgrammeSchema.Files)}."), wrong);
        if (request.Files.DistinctBy(file => file.Name).Count() < request.Files.Count)
            return Problem.Invalid(("同一文件只能选择一次。", "Choose each file once."));
        return string.IsNullOrWhiteSpace(request.Note) || request.Note.Length > LongestNote
            ? Problem.Invalid(($"请填写调整说明，不超过 {LongestNote} 字。", $"Say what is changed, in at most {LongestNote} letters."))
            : null;
    }

    protected override async Task<Answer<ProgrammeDraftView>> Handle(DraftProgramme request, CancellationToken cancel)
    {
        if (await drafts.InForce(cancel) is not { } inForce)
            return Problem.NotFound(("没有已发布的方案，无从调整。", "No programme is published that could be changed."));
        IReadOnlyList<SourceFile> files = [.. inForce.Sources.Where(file => request.Files.All(given => given.Name != file.Name)), .. request.Files.Select(file => file with { Path = file.Name })];
        var reading = ReadProgramme.Read(string.Empty, files);
        if (reading.Programme is not { } programme)
            return Problem.Invalid(("方案有错误，请改正后重新上传。", "The programme has faults: put them right and upload it again."), reading.Faults);
        if (programme.Head.Code != inForce.Code)
            return Problem.Invalid(("方案代码不能调整。", "The code of a programme cannot change."));
        var packed = ProgrammeVersion.Pack(files);
        if (ProgrammeVersion.HashOf(packed) == inForce.Hash)
            return Problem.Invalid(("与现行版本相同，没有需要调整的内容。", "It is what is in force: there is nothing to change."));
        var now = time.StoredNow();
        await db.Set<ProgrammeDraft>().Where(draft => draft.UploadedAt < now.AddDays(-DaysKept)).ExecuteDeleteAsync(cancel);
        var kept = new ProgrammeDraft
        {
            Id = Guid.CreateVersion7(now),
            Code = inForce.Code,
            Number = inForce.Number + 1,
            UploadedAt = now,
            By = caller.Caller.Name,
            Note = request.Note.Trim(),
            Hash = ProgrammeVersion.HashOf(packed),
            Files = packed,
        };
        db.Add(kept);
        return DraftBook.View(kept, inForce);
    }
}
