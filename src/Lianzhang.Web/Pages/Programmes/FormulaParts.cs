using System.Text.RegularExpressions;
using Lianzhang.Core.Formulas;

namespace Lianzhang.Web.Pages.Programmes;

/// <summary>A formula in parts: words that are codes of items, and what stands between them.</summary>
internal static partial class FormulaParts
{
    /// <summary>The parts in their order; together they are the formula.</summary>
    public static IEnumerable<(string Text, bool IsItem)> Of(string formula)
    {
        var items = ParseFormula.Parse(formula, out _)?.Items ?? [];
        return Word().Split(formula).Where(part => part.Length > 0).Select(part => (part, items.Contains(part)));
    }

    [GeneratedRegex("(?<word>[a-z][a-z0-9_]*)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Word();
}
