using Lianzhang.Platform.Auditing;
using Lianzhang.Platform.Complaints;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Indicators.Exploring;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Shared;
using Lianzhang.Web.Pages.Indicators;
using Lianzhang.Web.Pages.Registers;
using Lianzhang.Web.Shell;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Lianzhang.Web.Pages;

/// <summary>The lists of the pages as Excel files, each at the address that its page links to.</summary>
public static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/board.xlsx", (string? undertaking, string? industry, string? status, string? year, string? order, string? region, string? asOf, string? view, string? knownAt, Http way, HttpContext http) =>
            way.Workbook(new ExportBoard(LanguageEndpoint.Read(http), BoardQuery.Day(asOf), Given(region), BoardQuery.Filter(undertaking, industry, status, year, order), BoardQuery.View(view), BoardQuery.Instant(knownAt)), http));
        routes.MapGet("/explore.xlsx", (Http way, HttpContext http) => way.Workbook(new ExportPivot(LanguageEndpoint.Read(http), http.Request.QueryString.Value), http));
        routes.MapGet("/published.xlsx", (Http way, HttpContext http) => way.Workbook(new ExportPublishedBoards(LanguageEndpoint.Read(http)), http));
        routes.MapGet("/conflicts.xlsx", (Http way, HttpContext http) => way.Workbook(new ExportConflicts(LanguageEndpoint.Read(http)), http));
        routes.MapGet("/regions/{code}/figures.xlsx", (string code, Http way, HttpContext http) => way.Workbook(new ExportRegionFigures(LanguageEndpoint.Read(http), code), http));
        routes.MapGet("/targets/{indicator}/figures.xlsx", (string indicator, int? year, string? region, string? asOf, Http way, HttpContext http) =>
            way.Workbook(new ExportTargetFigures(LanguageEndpoint.Read(http), indicator, year, Given(region), BoardQuery.Day(asOf)), http));
        routes.MapGet("/figures.xlsx", (string? item, string? place, Http way, HttpContext http) => way.Workbook(new ExportFigures(LanguageEndpoint.Read(http), Given(item), Given(place)), http));
        routes.MapGet("/figures/versions.xlsx", ([FromQuery] string[] item, Http way, HttpContext http) => way.Workbook(new ExportFigureVersions(LanguageEndpoint.Read(http), item), http));
        routes.MapGet("/figures/import/{draft:guid}.xlsx", (Guid draft, Http way, HttpContext http) => way.Workbook(new ExportPreview(LanguageEndpoint.Read(http), draft), http));
        routes.MapGet("/clusters.xlsx", (string? search, string? industry, Http way, HttpContext http) => way.Workbook(new ExportClusters(LanguageEndpoint.Read(http), Given(search), Given(industry)), http));
        routes.MapGet("/clusters/{code}/members.xlsx", (string code, Http way, HttpContext http) => way.Workbook(new ExportClusterMembers(LanguageEndpoint.Read(http), code), http));
        routes.MapGet("/complaints.xlsx", (Http way, HttpContext http) => way.Workbook(new ExportComplaints(LanguageEndpoint.Read(http)), http));
        routes.MapGet("/programme/versions.xlsx", (int? before, int? after, Http way, HttpContext http) => way.Workbook(new ExportProgrammeVersions(LanguageEndpoint.Read(http), before, after), http));
        routes.MapGet("/people/template.xlsx", (Http way, HttpContext http) => way.Workbook(new ExportPeopleTemplate(LanguageEndpoint.Read(http)), http));
        routes.MapGet("/people.xlsx", (string? search, Http way, HttpContext http) => way.Workbook(new ExportPeople(LanguageEndpoint.Read(http), Given(search)), http));
        routes.MapGet("/organisations.xlsx", (string? search, Http way, HttpContext http) => way.Workbook(new ExportOrganisations(LanguageEndpoint.Read(http), Given(search)), http));
        routes.MapGet("/roles.xlsx", (Http way, HttpContext http) => way.Workbook(new ExportRoles(LanguageEndpoint.Read(http)), http));
        routes.MapGet("/audit.xlsx", (string? by, string? permission, string? from, string? to, Http way, HttpContext http) =>
            way.Workbook(new ExportAudit(LanguageEndpoint.Read(http), Given(by), Given(permission), BoardQuery.Day(from), BoardQuery.Day(to)), http));
        routes.MapGet("/enterprises.xlsx", (string? search, string? region, string? industry, string? size, string? title, string? kind, string? cluster, string? status, string? sei, string? asOf, Http way, HttpContext http) =>
            way.Workbook(new ExportEnterprises(LanguageEndpoint.Read(http), EnterpriseAddress.Filter(search, region, industry, size, title, kind, cluster, status, sei), BoardQuery.Day(asOf)), http));
        routes.MapGet("/enterprises/template.xlsx", (Http way, HttpContext http) => way.Workbook(new ExportEnterpriseTemplate(LanguageEndpoint.Read(http)), http));
        routes.MapGet("/enterprises/import/{import:guid}.xlsx", (Guid import, Http way, HttpContext http) => way.Workbook(new ExportEnterpriseImport(LanguageEndpoint.Read(http), import), http));
        foreach (var list in Enum.GetValues<ProgrammeList>())
            routes.MapGet($"/programme/{list.ToString().ToLowerInvariant()}.xlsx", (Http way, HttpContext http) => way.Workbook(new ExportProgramme(LanguageEndpoint.Read(http), list), http));
    }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
