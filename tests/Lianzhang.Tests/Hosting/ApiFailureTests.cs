using System.Text.Json;
using Lianzhang.Web.Shell;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Tests.Hosting;

public sealed class ApiFailureTests
{
    [Fact]
    public async Task A_program_is_told_of_a_failure_as_of_any_other_problem()
    {
        await using var services = new ServiceCollection().AddLogging().BuildServiceProvider();
        var http = new DefaultHttpContext { RequestServices = services };
        (http.Request.Path, http.Response.Body) = ("/api/v1/reports", new MemoryStream());

        Assert.True(await new ApiFailure().TryHandleAsync(http, new InvalidOperationException("what only the log may say"), TestContext.Current.CancellationToken));

        http.Response.Body.Position = 0;
        using var answer = await JsonDocument.ParseAsync(http.Response.Body, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal((500, "服务器出错"), (http.Response.StatusCode, answer.RootElement.GetProperty("title").GetString()));
        Assert.DoesNotContain("what only the log may say", answer.RootElement.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_has_its_own()
    {
        var http = new DefaultHttpContext { Request = { Path = "/reports" } };
        Assert.False(await new ApiFailure().TryHandleAsync(http, new InvalidOperationException("any"), TestContext.Current.CancellationToken));
    }
}
