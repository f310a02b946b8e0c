using Lianzhang.Platform.Appeals;
using Lianzhang.Platform.Attachments;
using Lianzhang.Platform.Auditing;
using Lianzhang.Platform.Complaints;
using Lianzhang.Platform.Facts;
using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Indicators;
using Lianzhang.Platform.Inspections;
using Lianzhang.Platform.Measures;
using Lianzhang.Platform.Notices;
using Lianzhang.Platform.Programmes;
using Lianzhang.Platform.Registers;
using Lianzhang.Platform.Reporting;
using Lianzhang.Platform.Shared;
using Lianzhang.Platform.Supervision;
using Lianzhang.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Lianzhang.Browser.Tests;

/// <summary>What the product does on a store at a time of one's own, before or beside a server.</summary>
internal sealed class PastStore : TimeProvider, IAsyncDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("lianzhang-past-");
    private readonly ServiceProvider services;

    public PastStore(StoreAddress address)
    {
        var collection = new ServiceCollection().AddLogging().AddShared().AddIdentity(new SignInRules()).AddNotices(new NoticeSettings()).AddAuditing(folder.FullName).AddProgrammes().AddComplaints().AddFacts().AddRegisters()
            .AddReporting().AddIndicators().AddAttachments(folder.FullName, new AttachmentSettings()).AddMeasures().AddAppeals().AddInspections().AddSupervision().AddStore(address);
        services = collection.Replace(ServiceDescriptor.Singleton<TimeProvider>(this)).BuildServiceProvider();
    }

    /// <summary>The time; the true one while none is set.</summary>
    public DateTimeOffset? Now { get; set; }

    public IServiceProvider Provider => services;

    public override DateTimeOffset GetUtcNow() => Now ?? System.GetUtcNow();

    /// <summary>The result of a request that must succeed, of the product itself unless somebody is named.</summary>
    public async Task<TResult> Do<TResult>(IRequest<TResult> request, Caller? caller = null)
        where TResult : class
    {
        var answer = await services.GetRequiredService<Platform.Shared.Run>().Do(request, caller ?? Caller.Product, TestContext.Current.CancellationToken);
        Assert.True(answer.Problem is null, $"{answer.Problem?.Detail.En} {string.Join('\n', answer.Problem?.Faults ?? [])}");
        return answer.Value!;
    }

    /// <summary>Who acts as one of the accounts to try the product with.</summary>
    public async Task<Caller> As(string userName)
    {
        await using var scope = services.CreateAsyncScope();
        var account = await scope.ServiceProvider.GetRequiredService<LianzhangDb>().Set<Account>().AsNoTracking().SingleAsync(account => account.UserName == userName);
        return new Caller(account.DisplayName, account.Id, account.SecurityStamp, "127.0.0.1");
    }

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
