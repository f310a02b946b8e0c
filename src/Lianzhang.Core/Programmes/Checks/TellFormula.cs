using Lianzhang.Core.Formulas;
using Lianzhang.Core.Programmes.Yaml;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Programmes.Checks;

/// <summary>Says where in a file a formula goes wrong.</summary>
internal static class TellFormula
{
    public static IEnumerable<Fault> Faults(YamlTree formula, IEnumerable<FormulaFault> faults) => faults.Select(fault => new Fault(Within(formula, fault.Column), (
        $"公式第 {fault.Column} 字：{fault.Message.Zh}",
        $"formula, character {fault.Column}: {fault.Message.In(Language.English)}")));

    // A formula that stands on its key's line starts there; in a block of lines only the block's place is known.
    private static Location Within(YamlTree formula, int column) =>
        formula is YamlText { Start: { } start } ? formula.At with { Column = start + column - 1 } : formula.At;
}
