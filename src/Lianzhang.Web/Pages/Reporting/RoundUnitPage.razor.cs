using Lianzhang.Core.Reporting;
using Lianzhang.Core.Values;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Web.Pages.Registers;
using Microsoft.AspNetCore.Components;

namespace Lianzhang.Web.Pages.Reporting;

/// <summary>What is done about one unit of a round.</summary>
public sealed partial class RoundUnitPage
{
    [Parameter] public Guid Id { get; set; }

    [Parameter] public Guid Report { get; set; }

    [SupplyParameterFromQuery(Name = "done")] private string? Done { get; set; }

    [SupplyParameterFromForm(FormName = "missing-reason", Name = "reason")] private string? MissingReason { get; set; }

    [SupplyParameterFromForm(FormName = "extend", Name = "due")] private string? Due { get; set; }

    [SupplyParameterFromForm(FormName = "extend", Name = "lock")] private string? Lock { get; set; }

    [SupplyParameterFromForm(FormName = "extend", Name = "reason")] private string? ExtendReason { get; set; }

    [SupplyParameterFromForm(FormName = "exempt", Name = "reason")] private string? ExemptReason { get; set; }

    private RoundUnitView? view;

    private RoundUnit? Unit => view?.Unit;

    private string RoundName => view is null ? Say("报送进度", "Round") : Say($"{view.Round.Name.Zh} {view.Round.Period.In(Language.Chinese)}", $"{view.Round.Name.In(Language.English)} {view.Round.Period}");

    private bool IsMissing => Unit is { State: ReportState.Open, ExemptReason: null, LateDays: > 0 };

    // What is locked cannot be sent any more, so that nobody is reminded of it.
    private DateOnly Today => DateOnly.FromDateTime(Time.GetLocalNow().Date);

    private string? Late => Unit switch
    {
        null or { LateDays: 0 } => null,
        { ReceivedOn: null, LateDays: var days } => Say($"（已逾期 {days} 天）", $" ({days} {(days == 1 ? "day" : "days")} overdue)"),
        { LateDays: var days } => Say($"（迟报 {days} 天）", $" ({days} {(days == 1 ? "day" : "days")} late)"),
    };

    private IEnumerable<(Text Name, string Reason)> Reasons => new (Text Name, string? Reason)[]
    {
        (("延期原因", "Why it has more time"), Unit?.ExtensionReason),
        (("免报原因", "Why it is exempt"), Unit?.ExemptReason),
        (("未报原因", "Why it is missing"), Unit?.MissingReason),
    }.Where(one => one.Reason is not null).Select(one => (one.Name, one.Reason!));

    private Text? Said => Done switch
    {
        "explained" => ("未报原因已保存。", "The reason is noted."),
        "extended" => ("已延期。", "It has more time."),
        "exempt" => ("本期已免报。", "It is exempt from this round."),
        "expected" => ("已恢复应报。", "It is expected again."),
        "reminded" => ("已提醒填报人。", "Those who fill it in are told."),
        "told" => ("今天已提醒过，未再提醒。", "They were told today already; nothing was sent."),
        "nobody" => ("该单位没有填报人，未能提醒。", "Nobody fills in for the unit; nothing was sent."),
        _ => null,
    };

    protected override async Task OnInitializedAsync() => view = await Ask(new GetRoundUnit(Id, Report));

    private Task Explain() => Do(new SetMissingReason(Report, MissingReason ?? string.Empty), "explained");

    private Task Extend() => Do(new ExtendReport(Report, TitleQueryText.Day(Due) ?? default, TitleQueryText.Day(Lock) ?? default, ExtendReason ?? string.Empty), "extended");

    private Task Exempt() => Do(new ExemptReport(Report, ExemptReason ?? string.Empty), "exempt");

    private Task Expect() => Do(new ExpectReport(Report), "expected");

    private async Task Remind()
    {
        if (await Ask(new RemindUnits(Id, [Report])) is { } done)
            Return(done switch { { Reports: > 0 } => "reminded", { ToldToday: > 0 } => "told", _ => "nobody" });
    }

    private async Task Do(IRequest<Platform.Shared.Done> request, string done)
    {
        if (await Ask(request) is not null)
            Return(done);
    }

    // Answered by another page, so that reloading does not post again.
    private void Return(string done) => Navigation.NavigateTo($"/rounds/{Id}/units/{Report}?done={done}");
}
