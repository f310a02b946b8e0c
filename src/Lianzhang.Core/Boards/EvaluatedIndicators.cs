using System.Collections.Concurrent;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Programmes;

namespace Lianzhang.Core.Boards;

/// <summary>What indicators came to by one day and one view of the register, kept so that of later figures and facts only what can have moved is evaluated again.</summary>
public sealed class EvaluatedIndicators
{
    private static readonly Earlier Nothing = new([], int.MinValue);

    private readonly ConcurrentDictionary<(string Indicator, string Region), IReadOnlyList<PeriodValue>> kept;

    // Of what moved, the years before the first that can have.
    private readonly Dictionary<(string Indicator, string Region), Earlier> earlier;

    public EvaluatedIndicators()
        : this([], [])
    {
    }

    private EvaluatedIndicators(IEnumerable<KeyValuePair<(string Indicator, string Region), IReadOnlyList<PeriodValue>>> kept, Dictionary<(string Indicator, string Region), Earlier> earlier) => (this.kept, this.earlier) = (new(kept), earlier);

    /// <summary>How many series there are whole: one for each indicator and region that was asked for.</summary>
    public int Count => kept.Count;

    /// <summary>
    /// What rests on none of the items of which a figure or a fact is another now, and of the rest the years before: a formula reads the year of
    /// its period and what lies behind it, and never ahead.
    /// </summary>
    /// <param name="programme">The programme, which must be the same.</param>
    /// <param name="changed">By code of an item the first year of which anything is another.</param>
    public EvaluatedIndicators Without(Programme programme, IReadOnlyDictionary<string, int> changed)
    {
        var moved = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (indicator, formula) in programme.Formulas)
        {
            var years = FormulasOf(programme, formula).SelectMany(each => each.Items).Where(changed.ContainsKey).Select(item => changed[item]).ToList();
            if (years.Count > 0)
                moved[indicator] = years.Min();
        }

        var parts = earlier.ToDictionary(part => part.Key, part => moved.TryGetValue(part.Key.Indicator, out var year) ? part.Value.Until(year) : part.Value);
        var whole = new List<KeyValuePair<(string Indicator, string Region), IReadOnlyList<PeriodValue>>>();
        foreach (var series in kept)
        {
            if (moved.TryGetValue(series.Key.Indicator, out var year))
                parts[series.Key] = new Earlier(series.Value, int.MaxValue).Until(year);
            else
                whole.Add(series);
        }

        return new EvaluatedIndicators(whole, parts);
    }

    /// <param name="indicator">Code of the indicator.</param>
    /// <param name="region">Code of the region.</param>
    /// <param name="evaluate">Evaluates the periods from a year on.</param>
    internal IReadOnlyList<PeriodValue> GetOrAdd(string indicator, string region, Func<int, IEnumerable<PeriodValue>> evaluate) => kept.GetOrAdd((indicator, region), key =>
    {
        var known = earlier.GetValueOrDefault(key, Nothing);
        return [.. known.Values, .. evaluate(known.Year)];
    });

    /// <summary>A formula and those of all indicators that it rests on.</summary>
    internal static IEnumerable<Formula> FormulasOf(Programme programme, Formula formula)
    {
        var (seen, open) = (new HashSet<string>(StringComparer.Ordinal), new Stack<Formula>([formula]));
        while (open.TryPop(out var next))
        {
            yield return next;
            foreach (var code in next.Indicators.Where(seen.Add))
                open.Push(programme.Formulas[code]);
        }
    }

    /// <summary>The values of the periods before a year.</summary>
    private sealed record Earlier(IReadOnlyList<PeriodValue> Values, int Year)
    {
        public Earlier Until(int year) => year >= Year ? this : new Earlier([.. Values.Where(value => value.Period.Year < year)], year);
    }
}
