using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Inspections;

/// <summary>Keeps what was written into a checklist so far, as it was written; points that are left out stay as they were.</summary>
/// <param name="Id">The inspection.</param>
/// <param name="Answers">What was written, by the codes of points.</param>
/// <param name="Photographs">Pictures that the caller handed in, by the codes of the points that they are of; they are put to those that are there.</param>
public sealed record SaveInspection(Guid Id, IReadOnlyDictionary<string, string> Answers, IReadOnlyDictionary<string, IReadOnlyList<Guid>>? Photographs = null) : IRequest<SavedInspection>
{
    public override string ToString() => $"{Id}: {string.Join(' ', Answers.Keys)}";
}

/// <summary>When it was kept.</summary>
public sealed record SavedInspection(DateTimeOffset At);

internal sealed class SaveInspectionSlice(InspectionBook book, InspectionFiles files, TimeProvider time) : Slice<SaveInspection, SavedInspection>
{
    private const int Longest = 1_000;

    public override Permission Permission { get; } = new(InspectionBook.Visiting, Changes: true);

    protected override Problem? Validate(SaveInspection request) => request.Answers.Values.All(answer => answer.Length <= Longest)
        ? null
        : Problem.Invalid(($"每项最多 {Longest} 字。", $"Each answer has at most {Longest} characters."));

    protected override async Task<Answer<SavedInspection>> Handle(SaveInspection request, CancellationToken cancel)
    {
        var answer = await book.FindPlanned(request.Id, cancel);
        if (!answer.Succeeded(out var open))
            return answer.Problem!;
        var photographs = request.Photographs ?? new Dictionary<string, IReadOnlyList<Guid>>();
        if (request.Answers.Keys.Concat(photographs.Keys).FirstOrDefault(code => open.Theme.FindItem(code) is null) is { } unknown)
            return Problem.Invalid(($"没有检查项 {unknown}。", $"There is no point {unknown}."));
        var then = open.Answers.ToDictionary();
        foreach (var (code, words) in request.Answers)
            then[code] = words.Trim();
        var now = time.StoredNow();
        (open.Inspection.Answers, open.Inspection.AnsweredAt) = (InspectionBook.Write(then), now);
        foreach (var (code, pictures) in photographs)
        {
            if (await files.Claim(request.Id, code, pictures, cancel) is { } refused)
                return refused;
        }

        return new SavedInspection(now);
    }
}
