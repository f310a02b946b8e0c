using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas.Functions;

internal sealed class Rolling : Function
{
    public override string Name => "rolling";

    public override string Syntax => "rolling(x, n)";

    public override Text Description => ("近 n 期合计", "the sum of x over the last n periods of the same kind");

    public override IReadOnlyList<Parameter> Parameters { get; } = [new(ParameterKind.Amount), new(ParameterKind.Whole)];

    public override Shape? Check(Call call, Checker checker) => OverPeriods.CheckAddsUp(call, checker);

    public override Reading Evaluate(Call call, Evaluator evaluator, Scope scope)
    {
        // January to August and January to July overlap: their sum would count months twice.
        if (scope.Period.Kind == PeriodKind.YearToDate)
            return States.Undefined("累计期不能滚动合计", "year-to-date periods overlap and cannot be summed");
        var readings = Enumerable.Range(0, call.Whole(1) ?? 1).Select(back => evaluator.In(scope.Earlier(back), call.Amount(0))).ToList();
        return States.Blocking(readings) ?? Reading.Of(readings.Sum(reading => reading.Amount));
    }

    public override string InWords(Call call, Wording words)
    {
        var x = words.Operand(call.Amount(0));
        return words.Say($"{x}近{call.Whole(1)}期合计", $"{x} over the last {Wording.Many(call.Whole(1), "period")}");
    }
}
