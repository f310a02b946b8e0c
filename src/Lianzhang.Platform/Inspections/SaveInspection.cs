using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Inspections;

/// <summary>Keeps what was written into a checklist so far, as it was written; points that are left out stay as they were.</summary>
public sealed record SaveInspection(Guid Id, IReadOnlyDictionary<string, string> Answers) : IRequest<Done>
{
    public override string ToString() => $"{Id}: {string.Join(' ', Answers.Keys)}";
}

internal sealed class SaveInspectionSlice(InspectionBook book, TimeProvider time) : Slice<SaveInspection, Done>
{
    private const int Longest = 1_000;

    public override Permission Permission { get; } = new(InspectionBook.Visiting, Changes: true);

    protected override Problem? Validate(SaveInspection request) => request.Answers.Values.All(answer => answer.Length <= Longest)
        ? null
        : Problem.Invalid(($"每项最多 {Longest} 字。", $"Each answer has at most {Longest} characters."));

    protected override async Task<Answer<Done>> Handle(SaveInspection request, CancellationToken cancel)
    {
        var answer = await book.FindPlanned(request.Id, cancel);
        if (!answer.Succeeded(out var open))
            return answer.Problem!;
        if (request.Answers.Keys.FirstOrDefault(code => open.Theme.FindItem(code) is null) is { } unknown)
            return Problem.Invalid(($"没有检查项 {unknown}。", $"There is no point {unknown}."));
        var then = open.Answers.ToDictionary();
        foreach (var (code, words) in request.Answers)
            then[code] = words.Trim();
        (open.Inspection.Answers, open.Inspection.AnsweredAt) = (InspectionBook.Write(then), time.StoredNow());
        return Done.It;
    }
}
