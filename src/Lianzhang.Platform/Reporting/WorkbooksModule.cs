using Lianzhang.Platform.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Platform.Reporting;

/// <summary>Reports as Excel and Word files, one by one and of many units at once.</summary>
internal static class WorkbooksModule
{
    public static IServiceCollection AddWorkbooks(this IServiceCollection services) => services
        .AddSlice<ExportReportTemplate, ReportWorkbook, ExportReportTemplateSlice>()
        .AddSlice<ExportMarkedReport, ReportWorkbook, ExportMarkedReportSlice>()
        .AddSlice<UploadReport, UploadedReport, UploadReportSlice>();
}
