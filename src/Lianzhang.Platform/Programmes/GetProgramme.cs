using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Programmes;

/// <summary>A programme with the number of its version: the policy as a tree, down to measures.</summary>
public sealed record ProgrammeView(
    int Number,
    DateTimeOffset RecordedAt,
    string Hash,
    ProgrammeHead Head,
    IReadOnlyList<Region> Regions,
    IReadOnlyList<Place> Places,
    IReadOnlyList<Industry> Industries,
    IReadOnlyList<Indicator> Indicators,
    IReadOnlyList<Target> Targets,
    IReadOnlyList<Measure> Measures,
    IReadOnlyList<Fault> Warnings);

/// <summary>Reads a programme: the version with the number, or the latest.</summary>
public sealed record GetProgramme(int? Number = null) : IRequest<ProgrammeView>;

internal sealed class GetProgrammeSlice(PublishedProgrammes programmes) : Slice<GetProgramme, ProgrammeView>
{
    public override Permission Permission { get; } = new("programmes.read", Changes: false);

    protected override async Task<Answer<ProgrammeView>> Handle(GetProgramme request, CancellationToken cancel)
    {
        if (await programmes.Find(request.Number, cancel) is not { Programme: { } programme } published)
            return Problem.NotFound(("没有已发布的方案。", "No such programme is published."));
        return new ProgrammeView(
            published.Number,
            published.RecordedAt,
            published.Hash,
            programme.Head,
            programme.Regions,
            programme.Places,
            programme.Industries,
            programme.Indicators,
            programme.Targets,
            programme.Measures,
            published.Reading.Warnings);
    }
}
