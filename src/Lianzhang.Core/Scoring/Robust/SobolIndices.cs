using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring.Robust;

/// <summary>
/// First-order and total Sobol indices from two samples A and B and, for every input, A with that input from B: S = mean(f(B) (f(AB) − f(A))) / V
/// (Saltelli and others 2010) and T = mean((f(A) − f(AB))²) / (2 V) (Jansen 1999), with V the variance over both samples.
/// </summary>
internal sealed class SobolIndices
{
    private const long Purpose = 0x50B01;

    private readonly RobustModel model;
    private readonly double[] nominal;
    private readonly double[] scores;
    private readonly double[] ranks;

    private SobolIndices(RobustModel model)
    {
        (this.model, nominal, scores, ranks) = (model, new double[model.Units], new double[model.Units], new double[model.Units]);
        model.Run(model.Nominal(), scores, nominal);
    }

    public static SobolAnalysis Of(RobustModel model, IReadOnlyList<string> units, int samples, ulong seed)
    {
        var (outcomes, inputs) = (units.Count + 1, model.Inputs.Count);
        var (first, total) = (new double[inputs, outcomes], new double[inputs, outcomes]);
        var (sums, squares) = (new double[outcomes], new double[outcomes]);
        var analysis = new SobolIndices(model);
        var (ofA, ofB, ofMixed) = (new double[outcomes], new double[outcomes], new double[outcomes]);
        for (var sample = 0; sample < samples; sample++)
        {
            var (a, b) = (Sample(model.Dimensions, seed, sample, 0), Sample(model.Dimensions, seed, sample, 1));
            analysis.Run(a, ofA);
            analysis.Run(b, ofB);
            for (var outcome = 0; outcome < outcomes; outcome++)
                (sums[outcome], squares[outcome]) = (sums[outcome] + ofA[outcome] + ofB[outcome], squares[outcome] + Square(ofA[outcome]) + Square(ofB[outcome]));
            for (var input = 0; input < inputs; input++)
            {
                analysis.Run(Mixed(a, b, model.Inputs[input]), ofMixed);
                for (var outcome = 0; outcome < outcomes; outcome++)
                {
                    first[input, outcome] += ofB[outcome] * (ofMixed[outcome] - ofA[outcome]);
                    total[input, outcome] += Square(ofA[outcome] - ofMixed[outcome]);
                }
            }
        }

        IReadOnlyList<SobolIndex> Indices(int outcome)
        {
            var mean = sums[outcome] / (2 * samples);
            var variance = (squares[outcome] / (2 * samples)) - Square(mean);
            // What does not vary has rounding for its variance.
            var varies = variance > 1e-12 * (1 + Square(mean));
            return [.. model.Inputs.Select((input, at) => new SobolIndex(
                input.Name, varies ? first[at, outcome] / samples / variance : null, varies ? total[at, outcome] / samples / 2 / variance : null))];
        }

        return new SobolAnalysis(samples, Indices(units.Count), [.. units.Select((unit, at) => new SobolUnit(unit, Indices(at)))]);
    }

    // The score of every unit, then the mean shift of ranks from those by the specification.
    private void Run(double[] sample, double[] outcomes)
    {
        model.Run(sample, scores, ranks);
        var (shift, ranked) = (0.0, 0);
        for (var unit = 0; unit < model.Units; unit++)
        {
            outcomes[unit] = scores[unit];
            if (!double.IsNaN(ranks[unit]) && !double.IsNaN(nominal[unit]))
                (shift, ranked) = (shift + Math.Abs(ranks[unit] - nominal[unit]), ranked + 1);
        }

        outcomes[model.Units] = ranked == 0 ? 0 : shift / ranked;
    }

    private static double[] Sample(int dimensions, ulong seed, int sample, int which)
    {
        var chance = Draw.For(seed, Purpose, sample, which);
        var numbers = new double[dimensions];
        for (var at = 0; at < dimensions; at++)
            numbers[at] = chance.Fraction();
        return numbers;
    }

    private static double[] Mixed(double[] a, double[] b, RobustInput input)
    {
        double[] mixed = [.. a];
        Array.Copy(b, input.Start, mixed, input.Start, input.Length);
        return mixed;
    }

    private static double Square(double value) => value * value;
}
