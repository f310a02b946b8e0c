namespace Lianzhang.Core.Judgement;

/// <summary>A number to be reached, with how it is meant. All amounts are in the target's unit.</summary>
/// <param name="Qualifier">How the number is meant; not <see cref="Qualifier.Qualitative"/>.</param>
/// <param name="Direction">Which way the indicator should move.</param>
/// <param name="Value">The number, or the lower end of a range.</param>
/// <param name="Upper">The upper end of a range.</param>
/// <param name="Tolerance">Half the width of “about”, in percent of the number.</param>
[CarriesTargets]
public sealed record Goal(Qualifier Qualifier, Direction Direction, decimal Value, decimal? Upper = null, decimal Tolerance = Goal.DefaultTolerance)
{
    /// <summary>左右 is read as five percent of the number to either side, unless a target says otherwise.</summary>
    public const decimal DefaultTolerance = 5;

    /// <summary>Where the path leads: the end of a range that is reached first.</summary>
    public decimal Aim => Qualifier != Qualifier.Range
        ? Value
        : Direction switch
        {
            Direction.Up => Value,
            Direction.Down => Upper ?? Value,
            Direction.Neutral => (Value + (Upper ?? Value)) / 2,
        };

    public bool IsMet(decimal actual)
    {
        var slack = Qualifier == Qualifier.About ? Math.Abs(Value) * Tolerance / 100 : 0;
        return Qualifier switch
        {
            Qualifier.AtLeast => actual >= Value,
            Qualifier.AtMost => actual <= Value,
            Qualifier.Exceed => Direction == Direction.Down ? actual < Value : actual > Value,
            Qualifier.Range => Within(actual, Value, Upper ?? Value),
            Qualifier.Exact or Qualifier.About or Qualifier.StriveFor => Within(actual, Value - slack, Value + slack),
            Qualifier.Qualitative => throw new InvalidOperationException("a qualitative target has no number"),
        };
    }

    /// <summary>How far the actual value still is from the aim: positive while something is missing, negative when it is surpassed.</summary>
    public decimal Gap(decimal actual) => Direction switch
    {
        Direction.Up => Aim - actual,
        Direction.Down => actual - Aim,
        Direction.Neutral when Qualifier == Qualifier.Range && IsMet(actual) => 0,
        Direction.Neutral => Math.Abs(Aim - actual),
    };

    private bool Within(decimal actual, decimal low, decimal high) => Direction switch
    {
        Direction.Up => actual >= low,
        Direction.Down => actual <= high,
        Direction.Neutral => actual >= low && actual <= high,
    };
}
