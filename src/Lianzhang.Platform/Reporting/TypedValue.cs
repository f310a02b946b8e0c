using Lianzhang.Core.Programmes;
using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;

namespace Lianzhang.Platform.Reporting;

/// <summary>Puts what was typed into a cell of a workbook: what is a number as one, all else as it was typed.</summary>
internal static class TypedValue
{
    // More digits than Excel keeps would not come back.
    private const decimal Exact = 999_999_999_999_999m;

    /// <returns>What is read from the cell when nobody changes it.</returns>
    public static string Put(SheetCanvas canvas, SheetPlace at, FormCell cell, CellEntry? entry, FormStyles.Tint tint)
    {
        var typed = WorkbookIdentity.Plain(entry?.Typed ?? string.Empty);
        if (cell.Kind != CellKind.Number)
        {
            canvas.Text(at, typed, FormStyles.Words(tint, cell.Kind == CellKind.Choice ? FormStyles.InputChoice : FormStyles.InputText));
            return typed;
        }

        if (ReadCell.Of(cell, entry) is { State: FactState.Value or FactState.Zero, Amount: var amount } && Decimals(amount) is var decimals && IsExact(amount, decimals))
        {
            canvas.Number(at, amount, FormStyles.Input(tint, decimals > Shared.Conventions.Decimals ? null : decimals));
            return Quantity.Number(amount);
        }

        canvas.Text(at, typed, FormStyles.Input(tint));
        return typed;
    }

    private static bool IsExact(decimal amount, int decimals) => decimals <= 15 && Math.Abs(amount) <= Exact && Math.Abs(amount) * Power(decimals) <= Exact;

    private static decimal Power(int decimals) => decimals == 0 ? 1 : 10 * Power(decimals - 1);

    // What it is written with, without trailing zeros.
    private static int Decimals(decimal amount) => (amount / 1.000000000000000000000000000000000m).Scale;
}
