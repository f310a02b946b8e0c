using Lianzhang.Core.Values;

namespace Lianzhang.Core.Scoring.Robust;

/// <summary>
/// First-order and total Sobol indices from two samples A and B and, for every input, A with that input from B:
/// S = mean((f(B) − m) (f(AB) − f(A))) / V (Saltelli and others 2010) and T = mean((f(A) − f(AB))²) / (2 V) (Jansen 1999), with the mean m and
/// the variance V over both samples. Both are estimates: with few samples S may fall below 0 or T above 1.
/// </summary>
internal sealed class SobolIndices
{
    private const long Purpose = 0x50B01;

    private readonly RobustModel model;
    private readonly int samples;
    private readonly double[] nominal;
    private readonly double[] centre;
    private readonly double[] scores;
    private readonly double[] ranks;
    private readonly double[] sums;
    private readonly double[] squares;
    private readonly double[,] first;
    private readonly double[,] moved;
    private readonly double[,] total;

    private SobolIndices(RobustModel model, int samples)
    {
        (this.model, this.samples) = (model, samples);
        var (outcomes, inputs) = (model.Units + 1, model.Inputs.Count);
        (nominal, centre, scores, ranks) = (new double[model.Units], new double[model.Units], new double[model.Units], new double[model.Units]);
        (sums, squares, first, moved, total) = (new double[outcomes], new double[outcomes], new double[inputs, outcomes], new double[inputs, outcomes], new double[inputs, outcomes]);
        model.Run(model.Nominal(), centre, nominal);
    }

    public static SobolAnalysis Of(RobustModel model, IReadOnlyList<string> units, int samples, ulong seed)
    {
        var indices = new SobolIndices(model, samples);
        for (var sample = 0; sample < samples; sample++)
            indices.Add(Sample(model.Dimensions, seed, sample, 0), Sample(model.Dimensions, seed, sample, 1));
        return new SobolAnalysis(samples, indices.Of(units.Count), [.. units.Select((unit, at) => new SobolUnit(unit, indices.Of(at)))]);
    }

    private void Add(double[] a, double[] b)
    {
        var (ofA, ofB) = (Outcomes(a), Outcomes(b));
        for (var outcome = 0; outcome < ofA.Length; outcome++)
            (sums[outcome], squares[outcome]) = (sums[outcome] + ofA[outcome] + ofB[outcome], squares[outcome] + Square(ofA[outcome]) + Square(ofB[outcome]));
        for (var input = 0; input < model.Inputs.Count; input++)
        {
            var ofMixed = Outcomes(Mixed(a, b, model.Inputs[input]));
            for (var outcome = 0; outcome < ofA.Length; outcome++)
            {
                first[input, outcome] += ofB[outcome] * (ofMixed[outcome] - ofA[outcome]);
                moved[input, outcome] += ofMixed[outcome] - ofA[outcome];
                total[input, outcome] += Square(ofA[outcome] - ofMixed[outcome]);
            }
        }
    }

    private List<SobolIndex> Of(int outcome)
    {
        var mean = sums[outcome] / (2 * samples);
        var variance = (squares[outcome] / (2 * samples)) - Square(mean);
        // What does not vary has rounding for its variance.
        var varies = variance > 1e-12 * (1 + Square(mean));
        return [.. model.Inputs.Select((input, at) => new SobolIndex(
            input.Name,
            varies ? (first[at, outcome] - (mean * moved[at, outcome])) / samples / variance : null,
            varies ? total[at, outcome] / samples / 2 / variance : null))];
    }

    // The score of every unit, then the mean shift of ranks from those by the specification.
    private double[] Outcomes(double[] sample)
    {
        var outcomes = new double[model.Units + 1];
        model.Run(sample, scores, ranks);
        var (shift, ranked) = (0.0, 0);
        for (var unit = 0; unit < model.Units; unit++)
        {
            // What is far from zero and varies little would lose its variance in the squares.
            outcomes[unit] = scores[unit] - centre[unit];
            if (!double.IsNaN(ranks[unit]) && !double.IsNaN(nominal[unit]))
                (shift, ranked) = (shift + Math.Abs(ranks[unit] - nominal[unit]), ranked + 1);
        }

        outcomes[model.Units] = ranked == 0 ? 0 : shift / ranked;
        return outcomes;
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
