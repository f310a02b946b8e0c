using Lianzhang.Platform.Attachments;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Appeals;

/// <summary>What enterprises, parks, chains and projects bring and must have answered within the clock.</summary>
public static class AppealsModule
{
    /// <summary>What files belong to: a step of an appeal, by the appeal's id and the place of the step in its timeline.</summary>
    internal const string Subject = "appeal";

    public static IServiceCollection AddAppeals(this IServiceCollection services) => services
        .AddAttachedTo(Subject, async (run, id, caller, cancel) => Guid.TryParse(id.Split('.')[0], out var appeal) && (await run.Do(new GetAppeal(appeal), caller, cancel)).Problem is null)
        .AddScoped<AppealFiles>()
        .AddScoped<AppealBook>()
        .AddScoped<AppealSteps>()
        .AddScoped<TellAppeals>()
        .AddScoped<WriteAppeals>()
        .AddScoped<DueAppeals>()
        .AddSingleton<KeepAppeals>()
        .AddSlice<FileAppeal, AppealReceipt, FileAppealSlice>()
        .AddSlice<RouteAppeal, Done, RouteAppealSlice>()
        .AddSlice<PassAppeal, Done, PassAppealSlice>()
        .AddSlice<AskBack, Done, AskBackSlice>()
        .AddSlice<AnswerBack, Done, AnswerBackSlice>()
        .AddSlice<AnswerAppeal, Done, AnswerAppealSlice>()
        .AddSlice<RateAppeal, Done, RateAppealSlice>()
        .AddSlice<ReopenAppeal, Done, ReopenAppealSlice>()
        .AddSlice<WithdrawAppeal, Done, WithdrawAppealSlice>()
        .AddSlice<GetAppeal, AppealView, GetAppealSlice>()
        .AddSlice<GetAppealChoices, AppealChoices, GetAppealChoicesSlice>()
        .AddSlice<ListOwnAppeals, OwnAppeals, ListOwnAppealsSlice>()
        .AddSlice<ListAppeals, AppealDesk, ListAppealsSlice>()
        .AddSlice<ExportAppeals, AppealWorkbook, ExportAppealsSlice>()
        .AddSlice<ExportOwnAppeals, AppealWorkbook, ExportOwnAppealsSlice>()
        .AddSlice<FeedAppealsToRoute, WorkItems, FeedAppealsToRouteSlice>()
        .AddSlice<FeedAppealsToAnswer, WorkItems, FeedAppealsToAnswerSlice>()
        .AddSlice<FeedOwnAppeals, WorkItems, FeedOwnAppealsSlice>()
        .AddSlice<FindOverdueAppeals, OverdueAppeals, FindOverdueAppealsSlice>()
        .AddSlice<CloseUnratedAppeals, ClosedAppeals, CloseUnratedAppealsSlice>()
        .AddSlice<WarnOfAppeals, WarnedAppeals, WarnOfAppealsSlice>()
        .AddSlice<FillAppeals, FilledAppeals, FillAppealsSlice>();

    /// <summary>Looks after the clocks in the background; for a server, not for a command.</summary>
    public static IServiceCollection AddKeepingAppeals(this IServiceCollection services) => services.AddHostedService<KeepAppealsPeriodically>();

    public static void MapAppeals(this IEndpointRouteBuilder api)
    {
        api.MapGet("/appeals", (int? page, int? pageSize, Http http, HttpContext context) => http.Answer(new ListOwnAppeals(page ?? 1, pageSize ?? 50), context)).Produces<OwnAppeals>();
        api.MapGet("/appeals/desk", (AppealFilter? filter, string? kind, int? page, int? pageSize, Http http, HttpContext context) =>
            http.Answer(new ListAppeals(filter, kind, page ?? 1, pageSize ?? 50), context)).Produces<AppealDesk>();
        api.MapGet("/appeals/{id:guid}", (Guid id, Http http, HttpContext context) => http.Answer(new GetAppeal(id), context)).Produces<AppealView>();
    }
}
