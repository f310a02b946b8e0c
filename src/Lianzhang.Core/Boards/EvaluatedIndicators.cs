using System.Collections.Concurrent;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Programmes;

namespace Lianzhang.Core.Boards;

/// <summary>What indicators came to by one day and one view of the register, kept so that of later figures and facts only what can have moved is evaluated again.</summary>
public sealed class EvaluatedIndicators
{
    private readonly ConcurrentDictionary<(string Indicator, string Region), IReadOnlyList<IndicatorValue>> kept;

    public EvaluatedIndicators()
        : this([])
    {
    }

    private EvaluatedIndicators(IEnumerable<KeyValuePair<(string Indicator, string Region), IReadOnlyList<IndicatorValue>>> kept) => this.kept = new(kept);

    /// <summary>How many series there are: one for each indicator and region that was asked for.</summary>
    public int Count => kept.Count;

    /// <summary>Those that rest on none of the items of which a figure or a fact is another now, whatever lies between.</summary>
    /// <param name="programme">The programme, which must be the same.</param>
    /// <param name="changed">Codes of items.</param>
    public EvaluatedIndicators Without(Programme programme, IReadOnlySet<string> changed)
    {
        var moved = programme.Formulas.Where(formula => FormulasOf(programme, formula.Value).Any(each => each.Items.Any(changed.Contains))).Select(formula => formula.Key).ToHashSet(StringComparer.Ordinal);
        return new EvaluatedIndicators(kept.Where(values => !moved.Contains(values.Key.Indicator)));
    }

    internal IReadOnlyList<IndicatorValue> GetOrAdd(string indicator, string region, Func<IReadOnlyList<IndicatorValue>> evaluate) => kept.GetOrAdd((indicator, region), _ => evaluate());

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
}
