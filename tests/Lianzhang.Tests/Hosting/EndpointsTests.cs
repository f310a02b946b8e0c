using Lianzhang.Hosting;
using Lianzhang.Platform.Tests;
using Lianzhang.Storage;
using Lianzhang.Web.Design;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;

namespace Lianzhang.Tests.Hosting;

/// <summary>
/// Every address of the product, and whether one must be signed in for it: reviewed as text. What is new and answers by
/// rights goes into the tests of the gate as well.
/// </summary>
public sealed class EndpointsTests
{
    [Fact]
    public async Task The_addresses_are_those_that_were_reviewed()
    {
        using var folder = new TemporaryFolder();
        var settings = new WebSettings("http://127.0.0.1:0", new StoreAddress(StoreKind.Sqlite, folder.At("store.db")), folder.At("keys"), ServerSettings.Default, IsTrial: false, ApprovedMap.None, LogsAreRead: true, folder.At("files"));
        await using var app = BuildWeb.Build(settings);
        // What a package brings for its own pages, and files of the interface, are open to everybody.
        var lines = ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<StaticAssetDescriptor>() is null && endpoint.RoutePattern.RawText?.TrimStart('/').StartsWith('_') == false)
            .Select(endpoint => $"/{endpoint.RoutePattern.RawText!.TrimStart('/')} {(endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null ? "signed in" : "open")}")
            .Distinct().Order(StringComparer.Ordinal);
        Reviewed.Same(Path.Combine(RunCommand.Root, "tests/Lianzhang.Tests/Hosting/endpoints.txt"), string.Join('\n', lines));
    }
}
