using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Evaluation;

/// <summary>The programme looked back on: its targets, measures and orders, and what moved after an order.</summary>
public static class EvaluationModule
{
    public static IServiceCollection AddEvaluation(this IServiceCollection services) => services
        .AddScoped<FindEffects>()
        .AddSlice<GetEvaluation, EvaluationView, GetEvaluationSlice>()
        .AddSlice<ExportEvaluation, EvaluationWorkbook, ExportEvaluationSlice>();

    public static void MapEvaluation(this IEndpointRouteBuilder api) =>
        api.MapGet("/evaluation", (EvaluationKind? kind, DateOnly? asOf, string? region, Http http, HttpContext context) => http.Answer(new GetEvaluation(kind ?? EvaluationKind.MidTerm, asOf, region), context)).Produces<EvaluationView>();
}
