using System.Collections.Concurrent;
using Lianzhang.Core.Assessment;
using Lianzhang.Core.Programmes;
using Lianzhang.Core.Scoring.Robust;
using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Assessment;

/// <summary>Figures of an assessment with what they come to. Neither ever changes, so that each is computed once, when it is first asked for.</summary>
internal sealed class ScoredFigures(AssessmentSheet sheet)
{
    private readonly Lazy<AssessmentPlan?> plan = new(() => AssessSheet.PlanOf(sheet));
    private readonly Lazy<Outcome<AssessmentResult>> scored = new(() => AssessSheet.Run(sheet));
    private readonly Lazy<Robustness?> robustness = new(() => AssessSheet.Robust(sheet));

    public AssessmentSheet Sheet => sheet;

    /// <summary>The plan, whether it can be scored or not; null where its rules cannot be read.</summary>
    public AssessmentPlan? Plan => plan.Value;

    /// <summary>The result; null where there is none.</summary>
    public AssessmentResult? Result => scored.Value.Value;

    /// <summary>Why there is no result.</summary>
    public IReadOnlyList<Fault> Faults => scored.Value.Faults;

    /// <summary>How sure the ranks are; null where the plan does not say how to find out.</summary>
    public Robustness? Robustness => robustness.Value;
}

/// <summary>The figures that were read last, by their identity.</summary>
internal sealed class ScoredCache
{
    private const int Most = 50;

    private readonly ConcurrentDictionary<Guid, ScoredFigures> known = new();

    public ScoredFigures? Find(Guid figures) => known.GetValueOrDefault(figures);

    public ScoredFigures Keep(Guid figures, AssessmentSheet sheet)
    {
        if (known.Count >= Most)
            known.Clear();
        return known.GetOrAdd(figures, _ => new ScoredFigures(sheet));
    }
}
