using Lianzhang.Core.Programmes;
using Lianzhang.Core.Values;

namespace Lianzhang.Core.Reporting;

/// <summary>What a cell says: a state with an amount, or a text; or why it cannot be read. Undefined is a cell that nobody answered.</summary>
public readonly record struct CellAnswer(FactState State, decimal Amount = 0, string? Words = null, Text? Fault = null)
{
    public static CellAnswer None { get; } = new(FactState.Undefined);

    public bool IsAnswered => State != FactState.Undefined;

    public static CellAnswer Wrong(Text fault) => new(FactState.Undefined, Fault: fault);
}

/// <summary>Reads what stands in a cell.</summary>
public static class ReadCell
{
    public const int LongestText = 500;

    public static Text NotApplicableWord { get; } = ("不适用", "not applicable");

    public static Text MissingWord { get; } = ("缺报", "missing");

    public static CellAnswer Of(FormCell cell, CellEntry? entry)
    {
        var typed = entry?.Typed.Trim() ?? string.Empty;
        if (typed.Length == 0)
            return CellAnswer.None;
        if (typed.Length > LongestText)
            return CellAnswer.Wrong(($"最多 {LongestText} 字", $"at most {LongestText} characters"));
        if (Is(typed, NotApplicableWord))
            return new CellAnswer(FactState.NotApplicable);
        if (Is(typed, MissingWord))
            return string.IsNullOrWhiteSpace(entry!.Reason) ? CellAnswer.Wrong(("缺报须说明原因", "a missing value needs a reason")) : new CellAnswer(FactState.Missing, Words: entry.Reason.Trim());
        return cell.Kind switch
        {
            CellKind.Text => new CellAnswer(FactState.Value, Words: typed),
            CellKind.Choice => cell.Options.Contains(typed)
                ? new CellAnswer(FactState.Value, Words: typed)
                : CellAnswer.Wrong(($"“{typed}”不在选项（{string.Join('、', cell.Options)}）之中", $"'{typed}' is none of {string.Join(", ", cell.Options)}")),
            CellKind.Number => Number(typed, cell.Unit!),
        };
    }

    private static CellAnswer Number(string typed, Unit unit)
    {
        var read = ReadNumber.Of(typed, unit);
        return read.Amount is { } amount ? new CellAnswer(amount == 0 ? FactState.Zero : FactState.Value, amount) : CellAnswer.Wrong(read.Refusal!.Value);
    }

    private static bool Is(string typed, Text word) => typed == word.Zh || string.Equals(typed, word.En, StringComparison.OrdinalIgnoreCase);
}
