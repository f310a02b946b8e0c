using Lianzhang.Core.Boards;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators;

/// <summary>A target as one version of the programme set it.</summary>
/// <param name="Number">Number of the version.</param>
/// <param name="RecordedAt">When it was published.</param>
/// <param name="IsReadable">False for a version in a format that the product no longer reads.</param>
/// <param name="Target">What was to be reached; null where the version had no such target.</param>
/// <param name="Baseline">The dated figure that the path started from.</param>
/// <param name="Lights">The light rules in force.</param>
/// <param name="Changes">In what it differs from the readable version before; nothing in the first one.</param>
public sealed record TargetVersion(
    int Number,
    DateTimeOffset RecordedAt,
    bool IsReadable,
    BoardTarget? Target,
    BoardBaseline? Baseline,
    Text? Lights,
    IReadOnlyList<TargetChange> Changes);

/// <summary>What a change is a change of.</summary>
public enum TargetPart
{
    Target,
    Indicator,
    Lights,
}

/// <summary>A key of the target, its indicator or the light rules whose value differs.</summary>
public sealed record TargetChange(TargetPart Part, FieldChange Field);

/// <summary>A target through the published versions of its programme, oldest first.</summary>
public sealed record TargetHistory(int? Year, IReadOnlyList<TargetVersion> Versions);

/// <summary>Follows one target, of an indicator for a year of a region, through the versions of the programme.</summary>
public sealed record GetTargetHistory(string Indicator, int? Year, string? Region = null) : IRequest<TargetHistory>;

internal sealed class GetTargetHistorySlice(PublishedProgrammes programmes) : Slice<GetTargetHistory, TargetHistory>
{
    public override Permission Permission { get; } = new("board.read", Changes: false);

    protected override Subject About(GetTargetHistory request) => new(Region: request.Region);

    protected override async Task<Answer<TargetHistory>> Handle(GetTargetHistory request, CancellationToken cancel)
    {
        var published = await programmes.All(cancel);
        var history = new List<TargetVersion>();
        Programme? before = null;
        foreach (var version in published)
        {
            var programme = version.Reading.Programme;
            history.Add(Of(version, programme, before, request));
            before = programme ?? before;
        }

        return history.All(version => version.Target is null)
            ? Problem.NotFound(("方案中没有这个目标。", "The programme has no such target."))
            : new TargetHistory(request.Year, history);
    }

    private static TargetVersion Of(PublishedProgramme version, Programme? programme, Programme? before, GetTargetHistory request)
    {
        if (programme is null)
            return new TargetVersion(version.Number, version.RecordedAt, IsReadable: false, null, null, null, []);
        var target = Find(programme, request);
        var unit = target is null ? null : target.Unit ?? programme.IndicatorOf(target.Indicator).Unit;
        return new TargetVersion(
            version.Number,
            version.RecordedAt,
            IsReadable: true,
            target is null ? null : new BoardTarget(target.Value, target.Upper, unit, target.Qualifier, target.Statement),
            target?.Baseline is { } baseline ? new BoardBaseline(baseline.Value, (baseline.Unit ?? unit)!, baseline.Period, baseline.Source) : null,
            programme.Lights.Set.Name,
            before is null ? [] : Changes(before, programme, request));
    }

    private static IReadOnlyList<TargetChange> Changes(Programme before, Programme after, GetTargetHistory request) =>
    [
        .. Part(TargetPart.Target, Find(before, request), Find(after, request)),
        .. Part(TargetPart.Indicator, before.FindIndicator(request.Indicator), after.FindIndicator(request.Indicator)),
        .. Part(TargetPart.Lights, before.Lights.Set, after.Lights.Set),
    ];

    private static IEnumerable<TargetChange> Part<T>(TargetPart part, T? before, T? after)
        where T : class => CompareProgrammes.Fields(before, after).Select(field => new TargetChange(part, field));

    private static Target? Find(Programme programme, GetTargetHistory request) => programme.Targets.FirstOrDefault(target =>
        target.Indicator == request.Indicator && target.Year == request.Year && programme.RegionOf(target) == (request.Region ?? programme.Head.Region));
}
