using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Shared;

namespace Lianzhang.Platform.Reporting;

/// <summary>Sends a report back to its unit, with a reason for each cell that is in doubt, or one for the whole under an empty key.</summary>
/// <param name="Id">The report.</param>
/// <param name="Reasons">The reasons.</param>
/// <param name="Seen">The version that was looked at.</param>
public sealed record ReturnReport(Guid Id, IReadOnlyDictionary<string, string> Reasons, int? Seen = null) : IRequest<Done>
{
    public override string ToString() => $"{Id}: {string.Join(' ', Reasons.Keys)}";
}

internal sealed class ReturnReportSlice(ReviewSteps steps, ReportFillers fillers) : Slice<ReturnReport, Done>
{
    private const int LongestReason = 300;

    public override Permission Permission { get; } = new("reports.review", Changes: true);

    protected override Problem? Validate(ReturnReport request) => request.Reasons.Count > 0 && request.Reasons.Values.All(reason => reason.Trim().Length is >= 1 and <= LongestReason)
        ? null
        : Problem.Invalid(($"退回须写明原因，每处 {LongestReason} 字以内。", $"Say why it is sent back, each reason in up to {LongestReason} characters."));

    protected override async Task<Answer<Done>> Handle(ReturnReport request, CancellationToken cancel)
    {
        var found = await steps.Find(request.Id, request.Seen, cancel);
        if (!found.Succeeded(out var review))
            return found.Problem!;
        if (ReportFlow.Return(review.Open.Report.Standing, out var refusal) is not { } then)
            return Problem.Conflict(refusal);
        if (request.Reasons.Keys.FirstOrDefault(key => key.Length > 0 && review.Open.Sheet.Find(key) is null) is { } unknown)
            return Problem.Invalid(($"本表没有单元格 {unknown}。", $"The form has no cell {unknown}."));
        review.Version.ReturnReasons = ReportJson.Write(request.Reasons);
        steps.Decide(review, VersionOutcome.Returned);
        review.Open.Report.Standing = then;
        var (form, period, cells) = (review.Open.Form.Name, review.Open.Period, request.Reasons.Keys.Count(key => key.Length > 0));
        await fillers.Tell(
            review.Open.Report,
            ($"“{form.Zh}”{period.In(Language.Chinese)}被退回{(cells == 0 ? string.Empty : $"，{cells} 处需核实")}", $"'{form.In(Language.English)}', {period.In(Language.English)}, was sent back{(cells == 0 ? string.Empty : $", {cells} cells in doubt")}"),
            cancel);
        return Done.It;
    }
}
