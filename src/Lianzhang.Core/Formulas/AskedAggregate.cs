using Lianzhang.Core.Values;

namespace Lianzhang.Core.Formulas;

/// <summary>What a formula asked of units for a period, with the answer.</summary>
internal sealed record AskedAggregate(Call Call, Period Period, Reading Reading)
{
    /// <summary>The canonical text, by which two that ask the same are the same.</summary>
    public string Source { get; } = PrintFormula.Of(Call);
}
