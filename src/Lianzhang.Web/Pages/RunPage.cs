using Lianzhang.Platform.Shared;
using Lianzhang.Web.Design;
using Lianzhang.Web.Shell;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;

namespace Lianzhang.Web.Pages;

/// <summary>A page that asks for things by <see cref="Platform.Shared.Run"/>, each in a unit of work of its own.</summary>
public abstract class RunPage : BilingualComponent
{
    [Inject] private Run Run { get; set; } = null!;

    [CascadingParameter] protected HttpContext HttpContext { get; set; } = null!;

    [CascadingParameter] private ShellModel? Shell { get; set; }

    /// <summary>Whether the reader holds a right, for what is offered on the page; that it is allowed is checked when it is done.</summary>
    protected bool May(string permission) => Shell?.Account?.Permissions.Contains(permission) == true;

    /// <summary>What stood in the way of the last question; shown by <c>ProblemView</c>.</summary>
    protected Problem? Problem { get; private set; }

    /// <summary>The answer, or null where there is none: for what a page can do without.</summary>
    protected async Task<TResult?> Find<TResult>(IRequest<TResult> request)
        where TResult : class => (await Run.Do(request, Http.CallerOf(HttpContext), HttpContext.RequestAborted)).Value;

    /// <summary>The answer, or null with <see cref="Problem"/> and the status of the response set.</summary>
    protected async Task<TResult?> Ask<TResult>(IRequest<TResult> request)
        where TResult : class
    {
        var answer = await Run.Do(request, Http.CallerOf(HttpContext), HttpContext.RequestAborted);
        Tell(answer.Problem);
        return answer.Value;
    }

    /// <summary>Says what stands in the way, with the status of the response.</summary>
    protected void Tell(Problem? problem)
    {
        Problem = problem;
        if (Problem is not null && !HttpContext.Response.HasStarted)
            HttpContext.Response.StatusCode = (int)Problem.Kind;
    }
}
