using Lianzhang.Platform.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Reporting;

/// <summary>Reports as Excel and Word files, one by one and of many units at once.</summary>
public static class WorkbooksModule
{
    /// <summary>Takes what was delivered for many units in the background; for a server, not for a command.</summary>
    public static IServiceCollection AddTakingDeliveries(this IServiceCollection services) => services.AddHostedService<DeliveriesInBackground>();

    internal static IServiceCollection AddWorkbooks(this IServiceCollection services) => services
        .AddSlice<ExportReportTemplate, ReportingWorkbook, ExportReportTemplateSlice>()
        .AddSlice<ExportMarkedReport, ReportingWorkbook, ExportMarkedReportSlice>()
        .AddSlice<UploadReport, UploadedReport, UploadReportSlice>()
        .AddSlice<ExportReportForm, ReportDocument, ExportReportFormSlice>()
        .AddSlice<ExportReviewedForm, ReportDocument, ExportReviewedFormSlice>()
        .AddSlice<GetScans, ReportScans, GetScansSlice>()
        .AddSlice<AttachScan, ScanView, AttachScanSlice>()
        .AddSlice<RemoveScan, Done, RemoveScanSlice>()
        .AddSlice<GetOwnScan, ScanFile, GetOwnScanSlice>()
        .AddSlice<GetScan, ScanFile, GetScanSlice>()
        .AddDeliveries();

    private static IServiceCollection AddDeliveries(this IServiceCollection services) => services
        .AddScoped<RoundPapers>()
        .AddSingleton<StreamRoundTemplates>()
        .AddSingleton<DeliveryQueue>()
        .AddSingleton<RunDeliveries>()
        .AddSlice<ListUnsentReports, UnsentReports, ListUnsentReportsSlice>()
        .AddSlice<MakeRoundTemplates, RoundTemplates, MakeRoundTemplatesSlice>()
        .AddSlice<ExportRoundUnits, ReportingWorkbook, ExportRoundUnitsSlice>()
        .AddSlice<KeepDelivery, DeliveryId, KeepDeliverySlice>()
        .AddSlice<ListDeliveries, Deliveries, ListDeliveriesSlice>()
        .AddSlice<OpenDelivery, DeliveryToTake, OpenDeliverySlice>()
        .AddSlice<TakeDelivery, Done, TakeDeliverySlice>()
        .AddSlice<FindOpenDeliveries, OpenDeliveries, FindOpenDeliveriesSlice>()
        .AddSlice<CloseDelivery, Done, CloseDeliverySlice>();
}
