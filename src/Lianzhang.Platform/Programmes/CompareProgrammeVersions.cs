using Lianzhang.Core.Programmes;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Programmes;

/// <summary>How one version of a programme differs from another.</summary>
public sealed record ProgrammeComparison(int Before, int After, IReadOnlyList<ProgrammeChange> Changes);

/// <summary>Compares two published versions.</summary>
public sealed record CompareProgrammeVersions(int Before, int After) : IRequest<ProgrammeComparison>;

internal sealed class CompareProgrammeVersionsSlice(PublishedProgrammes programmes) : Slice<CompareProgrammeVersions, ProgrammeComparison>
{
    public override Permission Permission { get; } = new("programmes.read", Changes: false);

    protected override async Task<Answer<ProgrammeComparison>> Handle(CompareProgrammeVersions request, CancellationToken cancel)
    {
        var before = await programmes.Find(request.Before, cancel);
        var after = await programmes.Find(request.After, cancel);
        if (before is null || after is null)
            return Problem.NotFound(("没有这个版本。", "There is no such version."));
        return new ProgrammeComparison(before.Number, after.Number, CompareProgrammes.Compare(before.Programme, after.Programme));
    }
}
