using Lianzhang.Core.Assessment;
using Lianzhang.Core.Scoring;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Attachments;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Assessment;

/// <summary>A part of a score, below the part that it belongs to.</summary>
/// <param name="Depth">0 for the whole.</param>
/// <param name="Code">Code of the indicator, aggregate or column.</param>
/// <param name="Name">Its name.</param>
/// <param name="Value">What it came to, rounded to 6 digits.</param>
/// <param name="Weight">Its weight among those that counted.</param>
/// <param name="Points">What it gave to the part above.</param>
/// <param name="Rank">The rank in it.</param>
public sealed record ScorePart(int Depth, string Code, Text Name, double? Value, double? Weight, double? Points, double? Rank);

/// <summary>A figure by which somebody is assessed, with where it comes from.</summary>
public sealed record ScoreFigure(AssessedColumnView Column, AssessedValue Value);

/// <summary>What cost somebody most against the best of its group.</summary>
/// <param name="Name">The part of the score.</param>
/// <param name="Lost">By how many points of the whole.</param>
public sealed record WeakPart(Text Name, double Lost);

/// <summary>A weak point of the assessment before, then and now.</summary>
public sealed record FollowedPart(Text Name, double? Then, double? Now);

/// <summary>How somebody came out of the published assessment before, and what became of its weak points.</summary>
/// <param name="Id">The assessment.</param>
/// <param name="Period">Its period.</param>
/// <param name="Score">The score, rounded to 6 digits.</param>
/// <param name="Rank">The rank.</param>
/// <param name="Uses">What followed from it.</param>
/// <param name="Weak">The weak points.</param>
public sealed record EarlierResult(Guid Id, Period Period, double? Score, double? Rank, IReadOnlyList<Text> Uses, IReadOnlyList<FollowedPart> Weak);

/// <summary>How somebody's score comes about, down to figures and rules, with what it is to take up next.</summary>
public sealed record ScoreCard(
    AssessmentLine Line, string Member, string Name, Text Group, AssessedMember? Result, Text? LeftOut, IReadOnlyList<ScorePart> Parts, IReadOnlyList<ScoreFigure> Figures, IReadOnlyList<WeakPart> Weak, EarlierResult? Earlier,
    IReadOnlyList<ObjectionView> Objections, IReadOnlyDictionary<Guid, IReadOnlyList<AttachmentView>> Files, bool MayObject, bool MayPutFigures);

/// <summary>Opens the score card of somebody who is assessed.</summary>
public sealed record GetScoreCard(Guid Id, string Member) : IRequest<ScoreCard>;

internal sealed class GetScoreCardSlice(Slice<GetAssessment, AssessmentView> assessment, AssessmentBook book, FollowUp follow, AttachmentBook attachments) : Slice<GetScoreCard, ScoreCard>
{
    public override Permission Permission { get; } = new(AssessmentBook.Read, Changes: false);

    protected override async Task<Answer<ScoreCard>> Handle(GetScoreCard request, CancellationToken cancel)
    {
        if (await book.Find(request.Id, cancel) is not { } run || await book.Figures(run, number: null, cancel) is not { } figures)
            return AssessmentBook.NoRun;
        if (figures.Sheet.Find(request.Member) is not { } row)
            return AssessmentBook.NoMember;
        var view = (await assessment.HandleAny(new GetAssessment(request.Id), cancel)).Value!;
        var shown = (await book.SeesParts(cancel))(row.Code) ? row : row.WithoutParts();
        var result = figures.Result;
        var objections = view.Objections.Where(one => one.Member == row.Code).ToList();
        var files = await attachments.Of(AssessmentModule.ObjectionSubject, [.. objections.Select(one => $"{one.Id}")], cancel);
        return new ScoreCard(
            view.Line,
            row.Code,
            row.Name,
            view.Groups.FirstOrDefault(group => group.Code == row.Group)?.Name ?? new Text(row.Group),
            view.Groups.SelectMany(group => group.Members).FirstOrDefault(member => member.Code == row.Code),
            result?.LeftOut,
            result is null ? [] : Parts(result, row.Code),
            [.. view.Columns.Select(column => new ScoreFigure(column, shown.Find(column.Code) ?? new AssessedValue(column.Code, null, string.Empty)))],
            result is null ? [] : [.. FindWeakPoints.Of(result, row.Code).Select(weak => new WeakPart(result.NameOf(weak.Code), weak.Lost))],
            await follow.Of(run, result, row.Code, cancel),
            objections,
            objections.Where(one => files.ContainsKey($"{one.Id}")).ToDictionary(one => one.Id, one => files[$"{one.Id}"]),
            view.May.ObjectFor.Contains(row.Code),
            view.May.PutFigures);
    }

    private static IReadOnlyList<ScorePart> Parts(AssessmentResult result, string member)
    {
        var unit = result.Of(member);
        var parts = new List<ScorePart>();
        Add(0, result.Scores.Score, unit.Score, weight: null, points: null, []);
        return parts;

        void Add(int depth, string code, double? value, double? weight, double? points, IReadOnlyList<string> above)
        {
            parts.Add(new ScorePart(depth, code, result.NameOf(code), Ranking.Round(value), weight, points, unit.Nodes.FirstOrDefault(node => node.Code == code)?.Rank));
            // A score that steps change contributes to itself under one name.
            foreach (var part in unit.Contributions.Where(one => one.Parent == code && one.Child != code && !above.Contains(one.Child)))
                Add(depth + 1, part.Child, part.Value, part.Weight, part.Points, [.. above, code]);
        }
    }
}
