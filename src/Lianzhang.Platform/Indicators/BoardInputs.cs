using Lianzhang.Core.Boards;
using Lianzhang.Core.Exploring;
using Lianzhang.Core.Facts;
using Lianzhang.Core.Figures;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Indicators.Live;
using Lianzhang.Platform.Programmes;

namespace Lianzhang.Platform.Indicators;

/// <summary>
/// The programme in force with every figure that fits it and the units of the registers: what boards are computed from. Nothing of it
/// ever changes, so that a board is computed once, and of what an earlier one came to only what can have moved since.
/// </summary>
internal sealed class BoardInputs
{
    private const int MostBoards = 200;
    private const int MostDays = 32;
    private const int MostPivots = 50;

    private readonly IReadOnlyList<PublishedFigure> counted;
    private readonly LiveCube live;
    private readonly DateTimeOffset? reported;
    private readonly BoundedCache<(DateOnly AsOf, string? Region, MembershipView View), Board> boards = new(MostBoards);
    private readonly BoundedCache<(DateOnly AsOf, MembershipView View), EvaluatedIndicators> evaluated;
    private readonly BoundedCache<(DateOnly AsOf, string Query), Outcome<Pivot>> pivots = new(MostPivots);

    /// <param name="published">The programme.</param>
    /// <param name="recorded">The figures on record, those that do not fit among them.</param>
    /// <param name="counted">The figures that are counted from how reporting goes.</param>
    /// <param name="figures">Those that fit.</param>
    /// <param name="units">The units with what they reported.</param>
    /// <param name="live">The sums of what they reported.</param>
    /// <param name="reported">When the last of what they reported was recorded, where that is known.</param>
    /// <param name="earlier">What boards were computed from before, if anything.</param>
    public BoardInputs(PublishedProgramme published, IReadOnlyList<PublishedFigure> recorded, IReadOnlyList<PublishedFigure> counted, FigureSet figures, UnitData units, LiveCube live, DateTimeOffset? reported = null, BoardInputs? earlier = null)
    {
        (Published, Recorded, this.counted, Figures, Units, this.live, this.reported) = (published, recorded, counted, figures, units, live, reported);
        evaluated = earlier is not null && ChangedSince(earlier) is { } changed ? earlier.evaluated.Select(kept => kept.Without(Programme, changed)) : new(MostDays);
    }

    public PublishedProgramme Published { get; }

    public FigureSet Figures { get; }

    public UnitData Units { get; }

    public Programme Programme => Published.Programme;

    /// <summary>The published figures, whether they fit the programme or not.</summary>
    public IReadOnlyList<PublishedFigure> Recorded { get; }

    public bool AreOf(PublishedProgramme programme, IReadOnlyList<PublishedFigure> all, IReadOnlyList<PublishedFigure> ofRounds, UnitData data) =>
        Published == programme && Recorded == all && counted == ofRounds && Units.Register == data.Register && Units.Facts == data.Facts;

    public Board Build(DateOnly asOf, string? region, MembershipView view = MembershipView.AsItWas) =>
        boards.GetOrAdd((asOf, region, view), key => live.Read(Programme, Seen(key.AsOf, key.View), data => BuildBoard.Build(Published.Reading, Figures, key.AsOf, key.Region, data, Evaluated(key.AsOf, key.View)), reported));

    public TargetDetail Build(DateOnly asOf, Target target, MembershipView view) =>
        live.Read(Programme, Seen(asOf, view), data => BuildTargetDetail.Build(Programme, Figures, asOf, target, data, Evaluated(asOf, view)), reported);

    /// <summary>A table of the explorer, or why there is none.</summary>
    public Outcome<Pivot> Explore(DateOnly asOf, PivotQuery query) => pivots.GetOrAdd((asOf, query.ToString()), _ =>
    {
        var settled = SettleFigures.Settle(Figures.Figures, asOf).Figures;
        // Sums are kept of all units alone, so that nobody else need wait where only some count.
        return query.SplitsUnits ? Of(Units) : live.Read(Programme, Units, Of);

        Outcome<Pivot> Of(UnitData data) => ComputePivot.Of(Programme, new FactTable(settled, data), asOf, query);
    });

    /// <summary>Reads with the sums that are kept, as memberships were in each period. One at a time reads them, so that it must not take long.</summary>
    public T Read<T>(Func<UnitData, T> read) => live.Read(Programme, Units, read);

    private EvaluatedIndicators Evaluated(DateOnly asOf, MembershipView view) => evaluated.GetOrAdd((asOf, view), _ => new EvaluatedIndicators());

    private UnitData Seen(DateOnly asOf, MembershipView view) => view == MembershipView.AsItIs ? Units with { AsOn = asOf } : Units;

    // The items whose figures or facts are others, each with the first year of which any is; null where anything may have moved.
    private Dictionary<string, int>? ChangedSince(BoardInputs earlier)
    {
        if (Published != earlier.Published || Units.Register != earlier.Units.Register || Units.Facts.YearsSince(earlier.Units.Facts) is not { } facts)
            return null;
        // Those on record are by far the most, and mostly the same that they were.
        var recordedAnew = Recorded != earlier.Recorded;
        var figures = new HashSet<PublishedFigure>(recordedAnew ? Figures.Figures : counted);
        figures.SymmetricExceptWith(recordedAnew ? earlier.Figures.Figures : earlier.counted);
        return facts.Concat(figures.Select(figure => KeyValuePair.Create(figure.Item, figure.Period.Year)))
            .GroupBy(one => one.Key, one => one.Value)
            .ToDictionary(item => item.Key, item => item.Min());
    }
}
