namespace Lianzhang.Platform.Shared;

/// <summary>What is asked of the product; <typeparamref name="TResult"/> is what it answers.</summary>
public interface IRequest<TResult>
    where TResult : class;

/// <summary>What a request needs a right for.</summary>
/// <param name="Name">Module and verb, such as figures.import.</param>
/// <param name="Changes">Whether it changes anything.</param>
public sealed record Permission(string Name, bool Changes);

/// <summary>Where a request comes from.</summary>
/// <param name="Name">Who asks.</param>
/// <param name="MayChange">Whether changes are taken from there.</param>
public sealed record Caller(string Name, bool MayChange);

/// <summary>A use case as <see cref="Run"/> sees it, whatever its request.</summary>
public abstract class Slice<TResult>
    where TResult : class
{
    public abstract Permission Permission { get; }

    internal abstract Problem? ValidateAny(IRequest<TResult> request);

    internal abstract Task<Answer<TResult>> HandleAny(IRequest<TResult> request, CancellationToken cancel);
}

/// <summary>One use case: what it needs, what makes a request invalid, what it does. It runs within one unit of work of its own.</summary>
public abstract class Slice<TRequest, TResult> : Slice<TResult>
    where TRequest : IRequest<TResult>
    where TResult : class
{
    /// <summary>What is wrong with the request itself, before anything is read.</summary>
    protected virtual Problem? Validate(TRequest request) => null;

    /// <summary>Reads and decides; what it adds to the store is saved when it returns a result.</summary>
    protected abstract Task<Answer<TResult>> Handle(TRequest request, CancellationToken cancel);

    internal sealed override Problem? ValidateAny(IRequest<TResult> request) => Validate((TRequest)request);

    internal sealed override Task<Answer<TResult>> HandleAny(IRequest<TResult> request, CancellationToken cancel) => Handle((TRequest)request, cancel);
}
