using Lianzhang.Core.Explaining;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Indicators.Explaining;

/// <summary>A number as it is known at the later instant, with what became of it since the earlier one.</summary>
internal sealed record ComparedNumber(FoundNumber Number, Change Change, Text? FormulaBefore, DateTimeOffset? Until);

/// <summary>Compares a number between two instants.</summary>
internal sealed class CompareNumber(FindNumber numbers, CurrentBoard current, TimeProvider time)
{
    public async Task<Answer<ComparedNumber>> Compare(NumberQuery query, DateTimeOffset since, CancellationToken cancel)
    {
        if (since >= (query.KnownAt ?? time.GetUtcNow()))
            return Problem.Invalid(("起始时间须早于截止时间。", "The earlier instant must lie before the later one."));
        var found = await numbers.Find(query, cancel);
        if (!found.Succeeded(out var number))
            return found.Problem!;
        if (await current.Inputs(since, cancel) is not { } earlier)
            return Problem.NotFound(("起始时间尚无已发布的方案。", "No programme was published at the earlier instant."));
        var formula = earlier.Programme.Formulas.GetValueOrDefault(number.Indicator.Code);
        var before = new World(formula, FoundNumber.ContextOf(earlier, number.Region, number.Period, current.DayOf(since)));
        return new ComparedNumber(
            number,
            DecomposeChange.Decompose(before, new World(number.Formula, number.Context)),
            formula is null || formula == number.Formula ? null : FoundNumber.WordsOf(earlier.Programme, formula),
            query.KnownAt);
    }
}
