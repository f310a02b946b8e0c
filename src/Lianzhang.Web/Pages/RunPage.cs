using Lianzhang.Platform.Shared;
using Lianzhang.Web.Design;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Lianzhang.Web.Pages;

/// <summary>A page that asks for things by <see cref="Platform.Shared.Run"/>, each in a unit of work of its own.</summary>
public abstract class RunPage : BilingualComponent
{
    [Inject] private Run Run { get; set; } = null!;

    [Inject] private AccessRule Access { get; set; } = null!;

    [CascadingParameter] protected HttpContext HttpContext { get; set; } = null!;

    /// <summary>Whether the reader may import and otherwise change things here.</summary>
    protected bool MayChange => Access.AnonymousMayChange;

    /// <summary>What stood in the way of the last question; shown by <c>ProblemView</c>.</summary>
    protected Problem? Problem { get; private set; }

    /// <summary>The answer, or null with <see cref="Problem"/> and the status of the response set.</summary>
    protected async Task<TResult?> Ask<TResult>(IRequest<TResult> request)
        where TResult : class
    {
        var answer = await Run.Do(request, Access.Anonymous, HttpContext.RequestAborted);
        Problem = answer.Problem;
        if (Problem is not null && !HttpContext.Response.HasStarted)
            HttpContext.Response.StatusCode = (int)Problem.Kind;
        return answer.Value;
    }
}
