using Lianzhang.Core.Assessment;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Assessment;

/// <summary>Puts a figure into a draft, or in the place of one that is there, with where it comes from.</summary>
/// <param name="Id">The assessment.</param>
/// <param name="Member">Whose figure it is.</param>
/// <param name="Column">Code of the column.</param>
/// <param name="Value">The figure; null where there is none.</param>
/// <param name="Source">Where it comes from, or why it is put right.</param>
public sealed record PutFigure(Guid Id, string Member, string Column, decimal? Value, string Source) : IRequest<Done>
{
    public override string ToString() => $"{Id} {Member} {Column} {Value}";
}

/// <summary>Objects to a result that is open to objections, for oneself.</summary>
/// <param name="Id">The assessment.</param>
/// <param name="Member">Whose result it is.</param>
/// <param name="Column">Code of the column that it is about; null where it is about anything else.</param>
/// <param name="Words">What is wrong, and why.</param>
/// <param name="Files">Files that show it.</param>
public sealed record FileObjection(Guid Id, string Member, string? Column, string Words, IReadOnlyList<Guid> Files) : IRequest<Done>
{
    public override string ToString() => $"{Id} {Member} {Column}, {Files.Count} files";
}

/// <summary>Decides an objection with a reason; one that is upheld may put a figure right.</summary>
/// <param name="Id">The objection.</param>
/// <param name="Upheld">Whether it is right.</param>
/// <param name="Reason">Why.</param>
/// <param name="Value">The right figure, where it is about a column.</param>
public sealed record DecideObjection(Guid Id, bool Upheld, string Reason, decimal? Value = null) : IRequest<Done>
{
    public override string ToString() => $"{Id} {Upheld} {Value}";
}

internal sealed class PutFigureSlice(AssessmentBook book, CurrentCaller caller) : Slice<PutFigure, Done>
{
    private const decimal Most = 1_000_000_000_000;

    public override Permission Permission { get; } = new(AssessmentBook.Manage, Changes: true);

    protected override Problem? Validate(PutFigure request) => string.IsNullOrWhiteSpace(request.Source)
        ? Problem.Invalid(("请写明数据来源或更正理由。", "Say where the figure comes from, or why it is put right."))
        : Lengths.Check(request.Source) ?? Check(request.Value);

    protected override async Task<Answer<Done>> Handle(PutFigure request, CancellationToken cancel)
    {
        if (await book.Find(request.Id, cancel) is not { } run || await book.Figures(run, number: null, cancel) is not { Sheet: var sheet } figures)
            return AssessmentBook.NoRun;
        if (run.State != AssessmentState.Draft)
            return Problem.Conflict(("只有起草中的考核可以录入或更正数据。", "Only a draft takes figures."));
        if (sheet.Find(request.Member) is not { } row || row.Find(request.Column) is not { } was)
            return AssessmentBook.NoMember;
        (run.MadeBy, run.MadeByName) = (caller.Caller.Account, book.By);
        var column = figures.Plan?.FindColumn(request.Column)?.Name ?? new Text(request.Column);
        book.Keep(run, sheet.With(row.Code, request.Column, request.Value, request.Source.Trim()), $"{row.Name}{column.Zh}：{request.Source.Trim()}");
        book.Note(run, ($"{row.Name}{column.Zh}由 {Shown(was.Value)} 改为 {Shown(request.Value)}：{request.Source.Trim()}", $"{column.In(Language.English)} of {row.Code} from {Shown(was.Value)} to {Shown(request.Value)}: {request.Source.Trim()}"));
        return Done.It;
    }

    /// <summary>No figure of an assessment is of a thousand billion and more: scores are computed in binary, which would no longer tell its last digits.</summary>
    internal static Problem? Check(decimal? value) => value is > Most or < -Most ? Problem.Invalid(("数值过大，请核对单位。", "The figure is too large; look at its unit.")) : null;

    private static string Shown(decimal? value) => value is { } there ? Quantity.Number(there) : "—";
}

internal sealed class FileObjectionSlice(LianzhangDb db, AssessmentBook book, Attachments.AttachmentBook attachments, CurrentCaller caller, TimeProvider time) : Slice<FileObjection, Done>
{
    private const int Longest = 2_000;

    public override Permission Permission { get; } = new(AssessmentBook.Object, Changes: true);

    protected override Problem? Validate(FileObjection request) => string.IsNullOrWhiteSpace(request.Words) || request.Words.Length > Longest
        ? Problem.Invalid(($"请填写异议内容和依据，最多 {Longest} 字。", $"Say what is wrong and why, in at most {Longest} characters."))
        : null;

    protected override async Task<Answer<Done>> Handle(FileObjection request, CancellationToken cancel)
    {
        if (await book.Find(request.Id, cancel) is not { } run || await book.Figures(run, number: null, cancel) is not { Sheet: var sheet, Plan: { } plan })
            return AssessmentBook.NoRun;
        if (!(await book.Standing(run, cancel)).TakesObjections(time.Today()))
            return Problem.Conflict(("不在公示期内，不能提出异议。", "It is not open to objections."));
        if (!(await book.ObjectsFor(plan, cancel)).Contains(request.Member) || sheet.Find(request.Member) is not { } row)
            return Problem.Invalid(("只能对本地区、本单位的结果提出异议。", "One objects to one's own result."));
        if (request.Column is { } column && row.Find(column) is null)
            return Problem.Invalid(("没有这一项数据。", "There is no such figure."));
        var now = time.StoredNow();
        var objection = new AssessmentObjection
        {
            Id = Guid.CreateVersion7(now), RunId = run.Id, Member = row.Code, MemberName = row.Name, Column = request.Column, Words = request.Words.Trim(), By = book.By, Account = caller.Caller.Account, At = now,
        };
        db.Add(objection);
        book.Note(run, ($"{row.Name}提出异议", $"{row.Code} objected"));
        return await attachments.Claim(new Attachments.AttachedTo(AssessmentModule.ObjectionSubject, $"{objection.Id}"), request.Files, cancel) is { } refused ? refused : Done.It;
    }
}

internal sealed class DecideObjectionSlice(LianzhangDb db, AssessmentBook book, TellAssessed told, CurrentCaller caller, TimeProvider time) : Slice<DecideObjection, Done>
{
    public override Permission Permission { get; } = new(AssessmentBook.Check, Changes: true);

    protected override Problem? Validate(DecideObjection request) => string.IsNullOrWhiteSpace(request.Reason) ? Problem.Invalid(("请填写处理理由。", "Say why.")) : Lengths.Check(request.Reason) ?? PutFigureSlice.Check(request.Value);

    protected override async Task<Answer<Done>> Handle(DecideObjection request, CancellationToken cancel)
    {
        if (await db.Set<AssessmentObjection>().SingleOrDefaultAsync(one => one.Id == request.Id, cancel) is not { } objection
            || await book.Find(objection.RunId, cancel) is not { } run || await book.Figures(run, number: null, cancel) is not { Sheet: var sheet })
        {
            return AssessmentBook.NoRun;
        }

        if (run.State != AssessmentState.Publicity || objection.State != ObjectionState.Open)
            return Problem.Conflict(("这件异议已处理，或考核已不在公示中。", "The objection was decided, or the assessment is not open any more."));
        if (objection.Account is not null && objection.Account == caller.Caller.Account)
            return Problem.Conflict(("提出人不能处理自己的异议。", "Who objects does not decide it."));
        (objection.State, objection.Reason, objection.DecidedBy, objection.DecidedAt) = (request.Upheld ? ObjectionState.Upheld : ObjectionState.Rejected, request.Reason.Trim(), book.By, time.StoredNow());
        told.Objector(objection);
        if (request is { Upheld: true, Value: { } value } && objection.Column is { } column)
            book.Keep(run, sheet.With(objection.Member, column, value, $"异议成立：{request.Reason.Trim()}"), $"{objection.MemberName}异议成立");
        book.Note(run, request.Upheld
            ? ($"{objection.MemberName}的异议成立：{request.Reason.Trim()}", $"the objection of {objection.Member} is upheld: {request.Reason.Trim()}")
            : ($"{objection.MemberName}的异议不成立：{request.Reason.Trim()}", $"the objection of {objection.Member} is rejected: {request.Reason.Trim()}"));
        return Done.It;
    }
}
