using Lianzhang.Core.Programmes;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Registers;

/// <summary>The titles of enterprises, the ladder that leads to them, and the instruments that support them.</summary>
internal static class TitlesModule
{
    public static IServiceCollection AddTitles(this IServiceCollection services) => services
        .AddScoped<HeldTitles>()
        .AddScoped<FindTitles>()
        .AddScoped<TitleBook>()
        .AddScoped<EndingTitles>()
        .AddScoped<JudgeEnterprises>()
        .AddScoped<ReadyForTitle>()
        .AddSingleton<KeepRegisters>()
        .AddSlice<GrantTitle, TitleGrantId, GrantTitleSlice>()
        .AddSlice<RenewTitle, TitleGrantId, RenewTitleSlice>()
        .AddSlice<CorrectTitle, TitleGrantId, CorrectTitleSlice>()
        .AddSlice<EndTitle, Done, EndTitleSlice>()
        .AddSlice<ListTitles, TitlePage, ListTitlesSlice>()
        .AddSlice<ExportTitles, RegisterWorkbook, ExportTitlesSlice>()
        .AddSlice<CountTitles, TitleCounts, CountTitlesSlice>()
        .AddSlice<GetTitleGrant, TitleFile, GetTitleGrantSlice>()
        .AddSlice<ListTitleChoices, TitleChoices, ListTitleChoicesSlice>()
        .AddSlice<FindReady, ReadyPage, FindReadySlice>()
        .AddSlice<ExportReady, RegisterWorkbook, ExportReadySlice>()
        .AddSlice<FeedExpiringTitles, WorkItems, FeedExpiringTitlesSlice>()
        .AddSlice<WarnExpiringTitles, WarnedTitles, WarnExpiringTitlesSlice>();

    public static IServiceCollection AddPolicies(this IServiceCollection services) => services
        .AddScoped<CountOffers>()
        .AddScoped<PolicyMatches>()
        .AddScoped<FindOffers>()
        .AddScoped<OfferSteps>()
        .AddScoped<WaitingOffers>()
        .AddSlice<AddPolicy, Done, AddPolicySlice>()
        .AddSlice<EditPolicy, Done, EditPolicySlice>()
        .AddSlice<ClosePolicy, Done, ClosePolicySlice>()
        .AddSlice<ListPolicies, PolicyList, ListPoliciesSlice>()
        .AddSlice<GetPolicy, PolicyFile, GetPolicySlice>()
        .AddSlice<ListPolicyChoices, PolicyChoices, ListPolicyChoicesSlice>()
        .AddSlice<ExportPolicies, RegisterWorkbook, ExportPoliciesSlice>()
        .AddSlice<MatchPolicy, ReadyPage, MatchPolicySlice>()
        .AddSlice<ExportMatches, RegisterWorkbook, ExportMatchesSlice>()
        .AddSlice<OfferPolicy, OffersMade, OfferPolicySlice>()
        .AddSlice<ListOffers, OfferPage, ListOffersSlice>()
        .AddSlice<ExportOffers, RegisterWorkbook, ExportOffersSlice>()
        .AddSlice<GetOffer, OfferView, GetOfferSlice>()
        .AddSlice<ListOwnOffers, OwnOffers, ListOwnOffersSlice>()
        .AddSlice<ConfirmOffer, Done, ConfirmOfferSlice>()
        .AddSlice<DeclineOffer, Done, DeclineOfferSlice>()
        .AddSlice<DecideOffer, Done, DecideOfferSlice>()
        .AddSlice<DeliverOffer, Done, DeliverOfferSlice>()
        .AddSlice<ExpireOffers, ExpiredOffers, ExpireOffersSlice>()
        .AddSlice<FeedOwnOffers, WorkItems, FeedOwnOffersSlice>()
        .AddSlice<FeedDecisions, WorkItems, FeedDecisionsSlice>()
        .AddSlice<FeedDeliveries, WorkItems, FeedDeliveriesSlice>();

    public static void MapTitles(this IEndpointRouteBuilder api)
    {
        api.MapGet("/titles", (string? title, string? region, TitleLevel? level, TitleFilter? filter, DateOnly? asOf, string? search, int? page, int? pageSize, Http http, HttpContext context) =>
            http.Answer(new ListTitles(new TitleQuery(title, region, level, filter ?? TitleFilter.Held, asOf, search), page ?? 1, pageSize ?? 50), context)).Produces<TitlePage>();
        api.MapGet("/titles/counts", (DateOnly? asOf, string? region, Http http, HttpContext context) => http.Answer(new CountTitles(asOf, region), context)).Produces<TitleCounts>();
        api.MapGet("/policies", (string? measure, Http http, HttpContext context) => http.Answer(new ListPolicies(measure), context)).Produces<PolicyList>();
        api.MapGet("/policies/{code}/offers", (string code, OfferState? state, int? page, int? pageSize, Http http, HttpContext context) =>
            http.Answer(new ListOffers(code, state, page ?? 1, pageSize ?? 50), context)).Produces<OfferPage>();
        api.MapGet("/offers", (Http http, HttpContext context) => http.Answer(new ListOwnOffers(), context)).Produces<OwnOffers>();
    }
}
