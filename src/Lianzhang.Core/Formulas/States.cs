using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>How the four states meet: missing before undefined before not applicable before values.</summary>
internal static class States
{
    public static Reading Undefined(string chinese, string english) => Reading.OfUndefined((chinese, english));

    public static Reading BeforeCalendar { get; } = Undefined("早于历法起点", "lies before the calendar begins");

    public static Reading OutOfRange { get; } = Undefined("数值超出范围", "the number is out of range");

    /// <summary>The reading that keeps the others from having a result, or null when all have values. Missing figures are gathered, each once.</summary>
    public static Reading? Blocking(params IReadOnlyList<Reading> readings)
    {
        Reading? undefined = null, notApplicable = null;
        List<Reading>? missing = null;
        foreach (var reading in readings)
        {
            switch (reading.State)
            {
                case FactState.Missing:
                    (missing ??= []).Add(reading);
                    break;
                case FactState.Undefined:
                    undefined ??= reading;
                    break;
                case FactState.NotApplicable:
                    notApplicable ??= reading;
                    break;
            }
        }

        return missing is null ? undefined ?? notApplicable : AllMissing(missing);
    }

    public static Reading Apply(Reading only, Func<decimal, Reading> operation) => only.HasValue ? operation(only.Amount) : only;

    public static Reading Apply(Reading left, Reading right, Func<decimal, decimal, Reading> operation) =>
        left.HasValue && right.HasValue ? operation(left.Amount, right.Amount) : left.HasValue ? right : right.HasValue ? left : Blocking(left, right)!;

    public static Reading Divide(decimal over, decimal under) =>
        under == 0 ? Undefined("除数为零", "division by zero") : Reading.Of(over / under);

    /// <summary>The relative change; a rate of growth on a base that is not positive means nothing.</summary>
    public static Reading Change(Reading now, Reading before) => Apply(now, before, static (x, y) =>
        y <= 0 ? Undefined("基数为零或负，增速无意义", "growth over a base that is zero or negative") : Reading.Of((x - y) / y));

    public static Reading OfTruth(bool truth) => Reading.Of(truth ? 1 : 0);

    private static Reading AllMissing(List<Reading> readings) =>
        readings is [var only] ? only : Reading.OfMissing([.. readings.SelectMany(reading => reading.Missing).Distinct()]);
}
