using Lianzhang.Hosting;
using Lianzhang.Platform.Auditing;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Lianzhang.Storage;
using Lianzhang.Web.Design;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Lianzhang.Tests.Hosting;

/// <summary>The web application within this process, on an embedded store with the three administrators.</summary>
internal sealed class StartedWeb : IAsyncDisposable
{
    private readonly TemporaryFolder folder;
    private readonly WebApplication app;

    private StartedWeb(TemporaryFolder folder, WebApplication app) => (this.folder, this.app) = (folder, app);

    public Uri Address => new(app.Urls.Single());

    public IServiceProvider Services => app.Services;

    /// <summary>The folder with the files that people hand in.</summary>
    public string Files => folder.At("files");

    /// <summary>The three administrators as they were handed over.</summary>
    public IReadOnlyList<HandOver> Administrators { get; private set; } = [];

    public static async Task<StartedWeb> StartAsync(ServerSettings settings, bool isTrial = true)
    {
        var temporary = new TemporaryFolder();
        var built = BuildWeb.Build(new WebSettings("http://127.0.0.1:0", new StoreAddress(StoreKind.Sqlite, temporary.At("store.db")), temporary.At("keys"), settings, isTrial, ApprovedMap.None, LogsAreRead: true, temporary.At("files")));
        var web = new StartedWeb(temporary, built);
        await built.Services.GetRequiredService<MigrateStore>().Migrate(TestContext.Current.CancellationToken);
        web.Administrators = (await web.DoAsync(new PrepareIdentity())).All;
        await built.StartAsync(TestContext.Current.CancellationToken);
        return web;
    }

    /// <summary>The result of a request that must succeed, sent by the product itself.</summary>
    public async Task<TResult> DoAsync<TResult>(IRequest<TResult> request)
        where TResult : class
    {
        var answer = await Services.GetRequiredService<Run>().Do(request, Caller.Product, TestContext.Current.CancellationToken);
        Assert.Null(answer.Problem);
        return answer.Value!;
    }

    /// <summary>The record's entries of signing in, the newest first.</summary>
    public async Task<IReadOnlyList<AuditView>> SignInsAsync() => [.. (await DoAsync(new SearchAudit(PageSize: 200))).Entries.Where(entry => entry.Permission == "account.sign-in")];

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        folder.Dispose();
    }
}
