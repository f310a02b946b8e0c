using System.Data;
using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lianzhang.Platform.Shared;

/// <summary>The one entry of every use case, from page, API and command: authorise, validate, transact, handle, record.</summary>
public sealed partial class Run(IServiceScopeFactory scopes, TimeProvider time, ILogger<Run> log)
{
    private const int MostTries = 4;

    public async Task<Answer<TResult>> Do<TResult>(IRequest<TResult> request, Caller caller, CancellationToken cancel)
        where TResult : class
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await Once(request, caller, cancel);
            }
            catch (Exception failure) when (tries < MostTries && IsPassing(failure))
            {
                // Two changes met in the store and this one was taken back whole: done again, it sees what the other did.
                Again(request.GetType().Name, tries);
            }
        }
    }

    private async Task<Answer<TResult>> Once<TResult>(IRequest<TResult> request, Caller caller, CancellationToken cancel)
        where TResult : class
    {
        var start = Stopwatch.GetTimestamp();
        // A scope and a context of its own: nothing that one request read is seen by the next.
        await using var scope = scopes.CreateAsyncScope();
        var slice = (Slice<TResult>)scope.ServiceProvider.GetRequiredService(typeof(Slice<,>).MakeGenericType(request.GetType(), typeof(TResult)));
        var answer = await Authorised(slice, request, caller, scope.ServiceProvider, cancel);
        Done(slice.Permission.Name, caller.Name, answer.Problem?.Kind.ToString() ?? "Done", Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return answer;
    }

    private async Task<Answer<TResult>> Authorised<TResult>(Slice<TResult> slice, IRequest<TResult> request, Caller caller, IServiceProvider services, CancellationToken cancel)
        where TResult : class
    {
        // What one may not do is not told apart from what is not there.
        if (slice.Permission.Changes && !caller.MayChange)
            return Problem.NotFound(("此处不接受修改。", "Changes are not taken here."));
        if (slice.ValidateAny(request) is { } invalid)
            return invalid;
        return slice.Permission.Changes
            ? await Transacted(slice, request, caller, services.GetRequiredService<LianzhangDb>(), cancel)
            : await slice.HandleAny(request, cancel);
    }

    private async Task<Answer<TResult>> Transacted<TResult>(Slice<TResult> slice, IRequest<TResult> request, Caller caller, LianzhangDb db, CancellationToken cancel)
        where TResult : class
    {
        await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancel);
        var answer = await slice.HandleAny(request, cancel);
        if (answer.Problem is not null)
            return answer;
        db.Add(new ActionRecord { At = time.GetUtcNow(), By = caller.Name, Permission = slice.Permission.Name, Request = request.ToString() ?? string.Empty });
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return answer;
    }

    private static bool IsPassing(Exception failure) => failure is DbException { IsTransient: true } || (failure.InnerException is { } inner && IsPassing(inner));

    [LoggerMessage(Level = LogLevel.Information, Message = "{Permission} by {Caller}: {Outcome} in {Milliseconds:0.0} ms")]
    private partial void Done(string permission, string caller, string outcome, double milliseconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Request} met another change, try {Tries}")]
    private partial void Again(string request, int tries);
}
