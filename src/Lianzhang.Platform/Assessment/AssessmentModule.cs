using Lianzhang.Platform.Attachments;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Assessment;

/// <summary>Assessments: scored by plans from files, checked by others, open to objections, sealed, and computed again by anybody.</summary>
public static class AssessmentModule
{
    /// <summary>What files of an objection belong to.</summary>
    internal const string ObjectionSubject = "assessment-objection";

    public static IServiceCollection AddAssessment(this IServiceCollection services) => services
        .AddSingleton<ScoredCache>()
        .AddScoped<AssessmentBook>()
        .AddScoped<AssessmentSteps>()
        .AddScoped<FollowUp>()
        .AddScoped<TellAssessed>()
        .AddScoped<GatherFigures>()
        .AddScoped<CountWork>()
        .AddSlice<GetAssessmentPlan, AssessmentPlanView, GetAssessmentPlanSlice>()
        .AddSlice<ListAssessments, AssessmentList, ListAssessmentsSlice>()
        .AddSlice<StartAssessment, AssessmentKey, StartAssessmentSlice>()
        .AddSlice<RefreshAssessment, Done, RefreshAssessmentSlice>()
        .AddSlice<GetAssessment, AssessmentView, GetAssessmentSlice>()
        .AddSlice<GetScoreCard, ScoreCard, GetScoreCardSlice>()
        .AddSlice<CompareFigures, ComparedAssessment, CompareFiguresSlice>()
        .AddSlice<CompareRuns, ComparedRuns, CompareRunsSlice>()
        .AddSlice<PutFigure, Done, PutFigureSlice>()
        .AddSlice<ManageAssessment, Done, ManageAssessmentSlice>()
        .AddSlice<CheckAssessment, Done, CheckAssessmentSlice>()
        .AddSlice<DecideAssessment, Done, DecideAssessmentSlice>()
        .AddSlice<FileObjection, Done, FileObjectionSlice>()
        .AddSlice<DecideObjection, Done, DecideObjectionSlice>()
        .AddSlice<DecideUse, Done, DecideUseSlice>()
        .AddSlice<ExportAssessment, AssessmentWorkbook, ExportAssessmentSlice>()
        .AddSlice<ExportComparedRuns, AssessmentWorkbook, ExportComparedRunsSlice>()
        .AddSlice<GetSealedAssessment, SealedText, GetSealedAssessmentSlice>()
        .AddSlice<FindObjection, Done, FindObjectionSlice>()
        .AddSlice<FeedAssessments, WorkItems, FeedAssessmentsSlice>()
        .AddAttachedTo(ObjectionSubject, async (run, id, caller, cancel) => Guid.TryParse(id, out var objection) && (await run.Do(new FindObjection(objection), caller, cancel)).Problem is null);

    public static void MapAssessment(this IEndpointRouteBuilder api)
    {
        api.MapGet("/assessments", (Http http, HttpContext context) => http.Answer(new ListAssessments(), context)).Produces<AssessmentList>();
        api.MapGet("/assessments/{id:guid}", (Guid id, Http http, HttpContext context) => http.Answer(new GetAssessment(id), context)).Produces<AssessmentView>();
        api.MapGet("/assessments/{id:guid}/compare/{other:guid}", (Guid id, Guid other, Http http, HttpContext context) => http.Answer(new CompareRuns(id, other), context)).Produces<ComparedRuns>();
        api.MapGet("/assessments/{id:guid}/members/{member}", (Guid id, string member, Http http, HttpContext context) => http.Answer(new GetScoreCard(id, member), context)).Produces<ScoreCard>();
        api.MapGet("/assessments/{id:guid}/sealed", (Guid id, Http http, HttpContext context) => http.Answer(new GetSealedAssessment(id), context)).Produces<SealedText>();
    }
}
