using System.Data.Common;
using System.Diagnostics;
using Lianzhang.Core.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Lianzhang.Platform.Shared;

/// <summary>The one entry of every use case, from page, API and command: authorise, validate, transact, handle, record.</summary>
public sealed partial class Run(IServiceScopeFactory scopes, ReadRights readRights, AuditKey auditKey, TimeProvider time, ILogger<Run> log) : IDisposable
{
    // Of those that meet one is done each time, so that as many can meet as there are tries.
    private const int MostTries = 8;
    private const string UniqueViolation = "23505";
    private const int LongestRequest = 1_000;

    // What one may not do is not told apart from what is not there.
    private static readonly Text NotThere = ("没有找到，或不在您的权限范围内。", "It is not there, or not within your rights.");

    private static readonly Grant Product = new("product", string.Empty, [], Scope.Everything);

    // Those that met another change go one after the other, so that they do not meet each other again and again.
    private readonly SemaphoreSlim line = new(1);

    public void Dispose() => line.Dispose();

    public async Task<Answer<TResult>> Do<TResult>(IRequest<TResult> request, Caller caller, CancellationToken cancel)
        where TResult : class
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                return await Once(request, caller, tries, cancel);
            }
            catch (Exception failure) when (tries < MostTries && IsPassing(failure))
            {
                // Two changes met in the store and this one was taken back whole: done again, it sees what the other did.
                Again(request.GetType().Name, tries);
            }
        }
    }

    private async Task<Answer<TResult>> Once<TResult>(IRequest<TResult> request, Caller caller, int tries, CancellationToken cancel)
        where TResult : class
    {
        var start = Stopwatch.GetTimestamp();
        // A scope and a context of its own: nothing that one request read is seen by the next.
        await using var scope = scopes.CreateAsyncScope();
        var slice = (Slice<TResult>)scope.ServiceProvider.GetRequiredService(typeof(Slice<,>).MakeGenericType(request.GetType(), typeof(TResult)));
        using var turn = tries > 1 && slice.Permission.Changes ? await Turn.Of(line, cancel) : null;
        var answer = await Authorised(new Work<TResult>(slice, request, caller, scope.ServiceProvider), cancel);
        Done(slice.Permission.Name, caller.Name, answer.Problem?.Kind.ToString() ?? "Done", Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        return answer;
    }

    private async Task<Answer<TResult>> Authorised<TResult>(Work<TResult> work, CancellationToken cancel)
        where TResult : class
    {
        var permission = work.Slice.Permission;
        var subject = work.Slice.AboutAny(work.Request);
        var (grant, today) = (Product, time.Today());
        if (work.Caller != Caller.Product)
        {
            if (await readRights(work.Services, work.Caller, cancel) is not { } rights)
                return Problem.SignedOut;
            if (rights.Find(permission, subject, today) is not { } found)
                return Problem.NotFound(NotThere);
            grant = found;
            work.Current.Set(work.Caller, rights, rights.Sight(permission, today));
            work.Db.Sight = work.Current.Sight;
        }

        if (work.Slice.ValidateAny(work.Request) is { } invalid)
            return invalid;
        if (!permission.Changes && !permission.Recorded)
            return await work.Slice.HandleAny(work.Request, cancel);
        return await Transacted(work, Entry(work, grant, subject), cancel);
    }

    // What changes is done and put on record together, or not at all; what only reads needs no such strict transaction.
    private static async Task<Answer<TResult>> Transacted<TResult>(Work<TResult> work, Func<string, AuditEntry> entry, CancellationToken cancel)
        where TResult : class
    {
        // Where a write fails all of it is taken back, so that no point in between need be kept to go back to.
        work.Db.Database.AutoSavepointsEnabled = false;
        await using var transaction = await work.Db.Database.BeginTransactionAsync(work.Slice.Isolation, cancel);
        var answer = await work.Slice.HandleAny(work.Request, cancel);
        if (answer.Problem is not null)
            return answer;
        await work.Db.SaveChangesAsync(cancel);
        work.Db.Add(entry(work.Db.Changes.Json()));
        await work.Db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return answer;
    }

    private Func<string, AuditEntry> Entry<TResult>(Work<TResult> work, Grant grant, Subject subject)
        where TResult : class => changes =>
    {
        var now = time.StoredNow();
        var entry = new AuditEntry
        {
            Uid = Guid.CreateVersion7(now),
            At = now,
            Account = work.Caller.Account,
            By = work.Caller.Name,
            Role = string.Join(' ', new[] { grant.Role, grant.Organisation }.Where(part => part.Length > 0)),
            Key = work.Caller.Key?.Name ?? string.Empty,
            OnBehalfOf = grant.OnBehalfOf ?? string.Empty,
            Permission = work.Slice.Permission.Name,
            Subject = subject.ToString(),
            Request = Shortened(work.Request.ToString() ?? string.Empty),
            Changes = changes,
            Address = work.Caller.Address ?? string.Empty,
        };
        entry.MarkWith(auditKey);
        return entry;
    };

    // The record keeps what it is given for ever, so that nobody may fill it at will.
    private static string Shortened(string text) => text.Length <= LongestRequest ? text : $"{text[..LongestRequest]}…";

    // A row that another has just added under the same key is met as a collision where the store does not find the conflict first.
    private static bool IsPassing(Exception failure) => failure is DbException { IsTransient: true } or DbException { SqlState: UniqueViolation } || (failure.InnerException is { } inner && IsPassing(inner));

    [LoggerMessage(Level = LogLevel.Information, Message = "{Permission} by {Caller}: {Outcome} in {Milliseconds:0.0} ms")]
    private partial void Done(string permission, string caller, string outcome, double milliseconds);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Request} met another change, try {Tries}")]
    private partial void Again(string request, int tries);

    /// <summary>One's turn in a line.</summary>
    private sealed class Turn(SemaphoreSlim line) : IDisposable
    {
        public static async Task<Turn> Of(SemaphoreSlim line, CancellationToken cancel)
        {
            await line.WaitAsync(cancel);
            return new Turn(line);
        }

        public void Dispose() => line.Release();
    }

    /// <summary>A request with all that it is handled with.</summary>
    private sealed record Work<TResult>(Slice<TResult> Slice, IRequest<TResult> Request, Caller Caller, IServiceProvider Services)
        where TResult : class
    {
        public LianzhangDb Db { get; } = Services.GetRequiredService<LianzhangDb>();

        public CurrentCaller Current { get; } = Services.GetRequiredService<CurrentCaller>();
    }
}
