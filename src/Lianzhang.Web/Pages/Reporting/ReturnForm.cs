using Lianzhang.Platform.Reporting;
using Microsoft.AspNetCore.Http;

namespace Lianzhang.Web.Pages.Reporting;

/// <summary>The cells that a reviewer sends back, with reasons, as the page sends them.</summary>
internal static class ReturnForm
{
    public const string Whole = "whole";
    private const string Prefix = "reason-";

    public static string ReasonOf(string cell) => $"{Prefix}{cell}";

    /// <summary>The cells that were chosen; one whose reason was written is meant too.</summary>
    public static IReadOnlySet<string> Cells(IFormCollection form) =>
        form["cells"].OfType<string>().Concat(Written(form).Keys).ToHashSet(StringComparer.Ordinal);

    /// <summary>The reasons that were written, by cell.</summary>
    public static IReadOnlyDictionary<string, string> Written(IFormCollection form) =>
        form.Where(field => field.Key.StartsWith(Prefix, StringComparison.Ordinal) && !string.IsNullOrWhiteSpace(field.Value))
            .ToDictionary(field => field.Key[Prefix.Length..], field => field.Value.ToString().Trim(), StringComparer.Ordinal);

    /// <summary>The request: a cell without a reason of its own has that of the whole.</summary>
    public static ReturnReport Read(Guid report, IFormCollection form, int seen)
    {
        var (whole, written) = (form[Whole].ToString().Trim(), Written(form));
        var reasons = Cells(form).ToDictionary(cell => cell, cell => written.GetValueOrDefault(cell, whole), StringComparer.Ordinal);
        if (whole.Length > 0)
            reasons[string.Empty] = whole;
        return new ReturnReport(report, reasons, seen);
    }
}
