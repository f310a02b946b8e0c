using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>What median and mad have in common: the values of the periods before, without those that have none.</summary>
internal abstract class EarlierValues : Function
{
    public override string Syntax => $"{Name}(x, n)";

    public override IReadOnlyList<Parameter> Parameters { get; } = [new(ParameterKind.Amount), new(ParameterKind.Whole, Least: RobustStatistics.LeastValues)];

    private static Reading TooFew { get; } = States.Undefined("历史数据不足 4 期", "fewer than four earlier periods");

    public override Shape? Check(Call call, Checker checker) => OverPeriods.NoLongerAddsUp(checker.Of(call.Amount(0)));

    public override Reading Evaluate(Call call, Evaluator evaluator, Scope scope)
    {
        var amounts = Enumerable.Range(1, call.Whole(1) ?? 0)
            .Select(back => evaluator.In(scope.Earlier(back), call.Amount(0)))
            .Where(reading => reading.HasValue)
            .Select(reading => reading.Amount)
            .ToList();
        return amounts.Count < RobustStatistics.LeastValues ? TooFew : Reading.Of(Gather(amounts));
    }

    public override string InWords(Call call, Wording words)
    {
        var x = words.Operand(call.Amount(0));
        return words.Say($"{x}前{call.Whole(1)}期{Wanted.Zh}", $"{Wanted.En} of {x} over the {Wording.Many(call.Whole(1), "period")} before");
    }

    /// <summary>The word for the result.</summary>
    protected abstract Text Wanted { get; }

    /// <summary>The result over the values, of which there are enough.</summary>
    protected abstract decimal Gather(IReadOnlyCollection<decimal> amounts);
}
