using System.Globalization;
using Lianzhang.Platform.Evaluation;
using Lianzhang.Web.Pages.Indicators;
using Microsoft.AspNetCore.Http.Extensions;

namespace Lianzhang.Web.Pages.Evaluation;

/// <summary>What is asked of an evaluation as it stands in an address.</summary>
internal static class EvaluationAddress
{
    public static GetEvaluation Read(string? kind, string? asOf, string? region) => new(
        Enum.TryParse<EvaluationKind>(kind, ignoreCase: true, out var known) && Enum.IsDefined(known) ? known : EvaluationKind.MidTerm,
        BoardQuery.Day(asOf),
        string.IsNullOrEmpty(region) ? null : region);

    public static string Of(string path, GetEvaluation asked)
    {
        var query = new QueryBuilder { { "kind", $"{asked.Kind}" } };
        if (asked.AsOf is { } day)
            query.Add("asOf", day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        if (asked.Region is { } region)
            query.Add("region", region);
        return $"{path}{query}";
    }
}
