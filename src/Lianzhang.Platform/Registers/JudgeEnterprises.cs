using Lianzhang.Core.Facts;
using Lianzhang.Core.Formulas;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Registers;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Shared;
using Microsoft.EntityFrameworkCore;

namespace Lianzhang.Platform.Registers;

/// <summary>What enterprises are held against.</summary>
/// <param name="Programme">The programme whose items the rules name.</param>
/// <param name="Conditions">The rules.</param>
/// <param name="Title">The title that they lead to; null for an instrument of support.</param>
/// <param name="Region">The region that is looked at, as enterprises lie on the day; null for all that is seen.</param>
internal sealed record JudgedBy(Programme Programme, IReadOnlyList<UnitCondition> Conditions, string? Title = null, string? Region = null);

/// <summary>An enterprise with what came of its judgement.</summary>
internal sealed record JudgedEnterprise(long Id, string Code, string Name, string Region, bool IsGenerated, LadderJudgement Judgement);

/// <summary>Holds the enterprises that the caller may see against rules, by their histories and what they reported.</summary>
internal sealed class JudgeEnterprises(LianzhangDb db, StoredUnits units, StoredFacts facts, TimeProvider time)
{
    /// <summary>Those that are meant by the rules, the best first.</summary>
    public async Task<IReadOnlyList<JudgedEnterprise>> All(JudgedBy by, CancellationToken cancel, IReadOnlyCollection<string>? only = null)
    {
        var day = time.Today();
        var seen = await db.Set<RegisteredUnit>().AsNoTracking().Where(unit => unit.Kind == UnitKind.Enterprise && unit.Status == UnitStatus.Active)
            .Select(unit => new Seen(unit.Id, unit.Code, unit.Name, unit.Generated)).ToDictionaryAsync(unit => unit.Code, cancel);
        var register = await units.All(cancel);
        var measure = Measure(by.Programme, new UnitData(register, await facts.All(by.Programme, cancel)));
        CodeTree? Tree(string attribute) => by.Programme.Catalogue.Attributes.GetValueOrDefault(attribute)?.Values;

        // An enterprise is judged by itself, so that all cores can share them.
        return [.. register.Units.AsParallel().WithCancellation(cancel)
            .Where(history => seen.ContainsKey(history.Code) && (only is null || only.Contains(history.Code)))
            .Select(history => Judge(by, history, seen[history.Code], day, measure, Tree))
            .OfType<JudgedEnterprise>().AsSequential()
            .OrderBy(one => one.Judgement.Readiness).ThenBy(one => one.Judgement.Distance).ThenBy(one => one.Code, StringComparer.Ordinal)];
    }

    private static JudgedEnterprise? Judge(JudgedBy by, UnitHistory history, Seen seen, DateOnly day, Func<ReportingUnit, Formula, Period, Reading> measure, Func<string, CodeTree?> tree)
    {
        if (history.At(day) is not { } unit)
            return null;
        var judged = new JudgedUnit(unit, history.First, day, (formula, period) => measure(unit, formula, period), tree);
        if (by.Region is { } region && !judged.Has(UnitAttributes.Region, [region]))
            return null;
        // The greater part is not what is meant; of those no fact need be looked at.
        if (!JudgeRules.MayMeet(by.Conditions, judged))
            return null;
        var judgement = JudgeLadder.Of(by.Conditions, judged, by.Title);
        return judgement.Readiness is Readiness.NotMeant ? null : new JudgedEnterprise(seen.Id, seen.Code, seen.Name, unit.Of(UnitAttributes.Region) is [var lies, ..] ? lies : string.Empty, seen.Generated, judgement);
    }

    private static Func<ReportingUnit, Formula, Period, Reading> Measure(Programme programme, UnitData data)
    {
        var table = new FactTable([], data);
        return (unit, formula, period) => EvaluateFormula.OfUnit(formula, new FormulaContext(table, programme.Catalogue, _ => null, programme.Head.Region, period), unit).Reading;
    }

    private sealed record Seen(long Id, string Code, string Name, bool Generated);
}
