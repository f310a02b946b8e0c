using System.Globalization;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Reporting;

/// <summary>The questions that are asked about a value which stands out.</summary>
internal sealed class HistoryWords(Quantity reported, Text period, EarlierReports earlier, decimal median)
{
    public Text Unusual()
    {
        var isAbove = reported.Amount > median;
        return (
            $"{period.Zh} {reported}，明显{(isAbove ? "高于" : "低于")}以往（{Before.Zh}），请核对；如属实，请说明原因",
            $"{period.In(Language.English)}: {reported}, far {(isAbove ? "above" : "below")} what was reported before ({Before.En}); check it, and say why if it is right");
    }

    public Text UnitSlip(decimal factor)
    {
        var (times, question) = (Times(factor), Question(factor));
        return (
            $"{period.Zh} {reported}（{Before.Zh}），数值约为以往的{times.Zh}，{question.Zh}",
            $"{period.In(Language.English)}: {reported} ({Before.En}), about {times.En} what was reported before; {question.En}");
    }

    private Text Before
    {
        get
        {
            var middle = (Text)(
                $"前 {earlier.Values.Count} 期中位数 {Told(median)}",
                $"median of {earlier.Values.Count} {(earlier.Values.Count == 1 ? "period" : "periods")}: {Told(median)}");
            return earlier.YearBefore is not { } yearBefore
                ? middle
                : ($"{middle.Zh}，去年同期 {Told(yearBefore)}", $"{middle.En}; a year before: {Told(yearBefore)}");
        }
    }

    private static Text Times(decimal factor) => factor switch
    {
        >= 1 => ($" {factor.ToString("#,##0", CultureInfo.InvariantCulture)} 倍", $"{factor.ToString("#,##0", CultureInfo.InvariantCulture)} times"),
        0.001m => ("千分之一", "one thousandth of"),
        0.000_1m => ("万分之一", "one ten-thousandth of"),
        _ => ("亿分之一", "one hundred-millionth of"),
    };

    private Text Question(decimal factor) => MistakenFor(reported.Unit, factor) is { } other
        ? ($"是否把{reported.Unit}填成了{other}？", $"was it written in {other} instead of {reported.Unit}?")
        : ("单位或位数是否填错？", "is the unit wrong, or the number of digits?");

    /// <summary>
    /// The unit in which the right amount is told by the number that was written: smaller by the factor. One of the same name is
    /// preferred (万元 and 元), and things are counted by no other name than their own.
    /// </summary>
    private static Unit? MistakenFor(Unit unit, decimal factor)
    {
        if (unit.IsRatio)
            return null;
        var candidates = UnitSymbols.All.Values
            .Where(other => other.Dimension == unit.Dimension && other.Numerator * unit.Denominator * factor == unit.Numerator * other.Denominator)
            .ToList();
        return candidates.Find(other => Stem(other) == Stem(unit)) ?? (unit.Dimension == Dimension.Count ? null : candidates.FirstOrDefault());
    }

    private static string Stem(Unit unit) => unit.Symbol.TrimStart('万', '亿');

    private string Told(decimal amount) => new Quantity(decimal.Round(amount, ReadNumber.MostDecimals), reported.Unit).ToString();
}
