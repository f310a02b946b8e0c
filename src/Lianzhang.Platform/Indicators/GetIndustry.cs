using Lianzhang.Core.Boards;
using Lianzhang.Core.Programmes;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators;

/// <summary>An industry with its fields, its targets and the figures published of it.</summary>
public sealed record IndustryView(Industry Industry, IReadOnlyList<Industry> Fields, IReadOnlyList<BoardRow> Targets, IReadOnlyList<Measure> Measures, DateOnly AsOf);

/// <summary>Opens one industry at a date.</summary>
public sealed record GetIndustry(string Code, DateOnly? AsOf = null) : IRequest<IndustryView>;

internal sealed class GetIndustrySlice(CurrentBoard current) : Slice<GetIndustry, IndustryView>
{
    public override Permission Permission { get; } = new("board.read", Changes: false);

    protected override Subject About(GetIndustry request) => new(Industry: request.Code);

    protected override async Task<Answer<IndustryView>> Handle(GetIndustry request, CancellationToken cancel)
    {
        if (await current.Inputs(cancel) is not { } inputs)
            return Problem.NotFound(CurrentBoard.NothingPublished);
        var programme = inputs.Programme;
        if (programme.Industries.FirstOrDefault(industry => industry.Code == request.Code) is not { } industry)
            return Problem.NotFound(($"方案中没有产业 {request.Code}。", $"The programme has no industry {request.Code}."));

        var asOf = request.AsOf ?? current.Today;
        var targets = inputs.Build(asOf, null).Targets.Where(row => row.Industry == industry.Code).ToList();
        var indicators = targets.Select(row => row.Indicator).ToHashSet();
        return new IndustryView(
            industry,
            [.. programme.Industries.Where(field => field.Parent == industry.Code)],
            targets,
            [.. programme.Measures.Where(measure => (measure.Serves ?? []).Any(indicators.Contains))],
            asOf);
    }
}
