using Lianzhang.Core.Scoring;
using Lianzhang.Core.Scoring.Robust;

namespace Lianzhang.Commands;

/// <summary>What score --json prints: the result, its trace where that was asked for, and how robust it is where that was.</summary>
internal sealed class ScoreOutput(ScoreResult result, Robustness? robustness, bool withTrace)
{
    public string Score => result.Score;

    public bool IsByGroup => result.IsByGroup;

    public IReadOnlyList<string> LeftOut => result.LeftOut;

    public IReadOnlyList<ScoreNode> Nodes => result.Nodes;

    public IReadOnlyList<UnitScore> Units => result.Units;

    public IReadOnlyList<TraceTable>? Trace => withTrace ? result.Trace : null;

    public Robustness? Robustness => robustness;
}
