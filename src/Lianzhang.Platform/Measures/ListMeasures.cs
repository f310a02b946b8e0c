using Lianzhang.Core.Judgement;
using Lianzhang.Core.Programmes;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Measures;

/// <summary>Which tasks a list is of.</summary>
/// <param name="Branch">Code of an undertaking or mechanism; all if left out.</param>
/// <param name="Colour">A colour of light; any if left out.</param>
/// <param name="OnlyOwn">Whether only those that the reader's organisation reports.</param>
public sealed record MeasureFilter(string? Branch = null, Colour? Colour = null, bool OnlyOwn = false);

/// <summary>Lists the tasks of the programme in force under their undertakings and mechanisms, with where each stands.</summary>
public sealed record ListMeasures(MeasureFilter Filter) : IRequest<MeasureTree>
{
    public ListMeasures()
        : this(new MeasureFilter())
    {
    }
}

internal sealed class ListMeasuresSlice(MeasureBook book) : Slice<ListMeasures, MeasureTree>
{
    public override Permission Permission { get; } = new("measures.read", Changes: false);

    protected override async Task<Answer<MeasureTree>> Handle(ListMeasures request, CancellationToken cancel) =>
        await book.Open(cancel) is { } open ? Tree(open, request.Filter) : MeasureBook.NothingPublished;

    private static MeasureTree Tree(OpenMeasures open, MeasureFilter filter)
    {
        var programme = open.Programme;
        var branches = programme.Measures.Where(measure => measure.Kind != MeasureKind.Task && (filter.Branch is null || measure.Code == filter.Branch)).Select(head =>
        {
            var tasks = programme.Measures.Where(measure => measure.Kind == MeasureKind.Task && measure.Parent == head.Code).Select(open.Row).Where(row => Fits(row, filter)).ToList();
            return new MeasureBranch(head.Code, head.Name, head.Kind, programme.OrganisationName(head.Owner), tasks.MaxBy(task => JudgeMeasure.Urgency(task.Light.Status))?.Light, tasks);
        });
        return new MeasureTree(programme.Head.Name, open.Today, [.. branches]);
    }

    private static bool Fits(MeasureRow row, MeasureFilter filter) => (filter.Colour is null || row.Light.Colour == filter.Colour) && (!filter.OnlyOwn || row.IsOwn);
}
