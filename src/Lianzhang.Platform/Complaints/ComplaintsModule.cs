using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Complaints;

/// <summary>The way to complain, and to be answered, that whoever reports through an application of government must have.</summary>
public static class ComplaintsModule
{
    public static IServiceCollection AddComplaints(this IServiceCollection services) => services
        .AddSlice<MakeComplaint, ComplaintReceipt, MakeComplaintSlice>()
        .AddSlice<GetComplaint, ComplaintView, GetComplaintSlice>()
        .AddSlice<ListOwnComplaints, OwnComplaints, ListOwnComplaintsSlice>()
        .AddSlice<ListComplaints, ComplaintPage, ListComplaintsSlice>()
        .AddSlice<AnswerComplaint, Done, AnswerComplaintSlice>()
        .AddSlice<ExportComplaints, ComplaintWorkbook, ExportComplaintsSlice>()
        .AddSlice<FeedComplaints, WorkItems, FeedComplaintsSlice>()
        .AddSlice<FeedOwnComplaints, WorkItems, FeedOwnComplaintsSlice>();

    public static void MapComplaints(this IEndpointRouteBuilder api)
    {
        api.MapGet("/complaints", (int? page, int? pageSize, Http http, HttpContext context) => http.Answer(new ListComplaints(page ?? 1, pageSize ?? 50), context)).Produces<ComplaintPage>();
        api.MapGet("/complaints/own", (Http http, HttpContext context) => http.Answer(new ListOwnComplaints(), context)).Produces<OwnComplaints>();
    }
}
