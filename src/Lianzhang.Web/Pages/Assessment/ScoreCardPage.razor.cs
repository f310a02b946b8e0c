using Lianzhang.Core.Values;
using Lianzhang.Platform.Assessment;
using Lianzhang.Web.Design;
using Lianzhang.Web.Pages.Attachments;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Lianzhang.Web.Pages.Assessment;

/// <summary>How somebody's score comes about; who is assessed objects here.</summary>
public sealed partial class ScoreCardPage
{
    private ScoreCard? card;
    private HandedIn handed = HandedIn.Nothing;

    [Parameter]
    public Guid Id { get; set; }

    [Parameter]
    public string Member { get; set; } = string.Empty;

    [SupplyParameterFromForm(Name = "column")]
    private string? Column { get; set; }

    [SupplyParameterFromForm(Name = "value")]
    private string? Value { get; set; }

    [SupplyParameterFromForm(Name = "words")]
    private string? Words { get; set; }

    private string Title => card?.Name ?? Say("得分明细", "Score card");

    protected override async Task OnInitializedAsync() => card = await Ask(new GetScoreCard(Id, Member));

    private async Task Put()
    {
        if (FigureInput.Read(Value, out var value) is { } refused)
            Tell(refused);
        else if (await Ask(new PutFigure(Id, Member, Column ?? string.Empty, value, Words ?? string.Empty)) is not null)
            Navigation.NavigateTo($"/assessment/{Id}/{Member}");
    }

    private async Task Object()
    {
        handed = await Attached.Read(HttpContext);
        if (handed.Fault is not null)
            HttpContext.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        else if (await Ask(new FileObjection(Id, Member, string.IsNullOrEmpty(Column) ? null : Column, Words ?? string.Empty, handed.Ids)) is not null)
            Navigation.NavigateTo($"/assessment/{Id}/{Member}");
    }

    private static string Number(double? number) => number is { } there ? AmountText.Of((decimal)there, 2) : "—";

    private static Text Stand(ObjectionView objection) => objection.State switch
    {
        ObjectionState.Open => ("待处理", "to be decided"),
        ObjectionState.Upheld => ($"异议成立：{objection.Reason}", $"upheld: {objection.Reason}"),
        _ => ($"异议不成立：{objection.Reason}", $"rejected: {objection.Reason}"),
    };
}
