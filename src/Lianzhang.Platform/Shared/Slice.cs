using System.Data;

namespace Lianzhang.Platform.Shared;

/// <summary>What is asked of the product; <typeparamref name="TResult"/> is what it answers.</summary>
public interface IRequest<TResult>
    where TResult : class;

/// <summary>A use case as <see cref="Run"/> sees it, whatever its request.</summary>
public abstract class Slice<TResult>
    where TResult : class
{
    public abstract Permission Permission { get; }

    /// <summary>
    /// How strictly it is kept apart from what others change at the same time. A slice whose every decision rests on one row that it writes
    /// itself may say <see cref="IsolationLevel.RepeatableRead"/>: two that write the row meet in it, and those that write other rows need not
    /// be told apart from it.
    /// </summary>
    internal virtual IsolationLevel Isolation => Permission.Changes ? IsolationLevel.Serializable : IsolationLevel.ReadCommitted;

    internal abstract Subject AboutAny(IRequest<TResult> request);

    internal abstract Problem? ValidateAny(IRequest<TResult> request);

    internal abstract Task<Answer<TResult>> HandleAny(IRequest<TResult> request, CancellationToken cancel);
}

/// <summary>One use case: what it needs, what makes a request invalid, what it does. It runs within one unit of work of its own.</summary>
public abstract class Slice<TRequest, TResult> : Slice<TResult>
    where TRequest : IRequest<TResult>
    where TResult : class
{
    /// <summary>What the request is about, so that a right limited to a region, an industry or an organisation can be checked.</summary>
    protected virtual Subject About(TRequest request) => Subject.Whole;

    /// <summary>What is wrong with the request itself, before anything is read.</summary>
    protected virtual Problem? Validate(TRequest request) => null;

    /// <summary>Reads and decides; what it adds to the store is saved when it returns a result.</summary>
    protected abstract Task<Answer<TResult>> Handle(TRequest request, CancellationToken cancel);

    internal sealed override Subject AboutAny(IRequest<TResult> request) => About((TRequest)request);

    internal sealed override Problem? ValidateAny(IRequest<TResult> request) => Validate((TRequest)request);

    internal sealed override Task<Answer<TResult>> HandleAny(IRequest<TResult> request, CancellationToken cancel) => Handle((TRequest)request, cancel);
}
