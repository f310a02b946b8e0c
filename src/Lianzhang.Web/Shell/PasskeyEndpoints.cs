using Lianzhang.Platform.Identity;
using Lianzhang.Platform.Shared;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Lianzhang.Web.Shell;

/// <summary>What the script for passkeys asks for, and what it sends. All of it carries the token of its page.</summary>
public static class PasskeyEndpoints
{
    private const string List = "/profile/passkeys";

    public static void MapPasskeys(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/sign-in/passkey/options", BeginSignIn).WithMetadata(new RequireAntiforgeryTokenAttribute()).AllowAnonymous();
        routes.MapPost("/sign-in/passkey", SignIn).AllowAnonymous();
        routes.MapPost("/profile/passkeys/options", BeginAdding);
        routes.MapPost("/profile/passkeys/add", Add);
        routes.MapPost("/profile/passkeys/remove", Remove);
    }

    private static async Task<IResult> BeginSignIn(Run run, PasskeyState state, HttpContext http) =>
        Begun(await run.Do(new BeginPasskeySignIn(http), Http.CallerOf(http), http.RequestAborted), PasskeyState.SigningIn, state, http);

    private static async Task<IResult> BeginAdding([FromForm] string? password, Run run, PasskeyState state, HttpContext http) =>
        Begun(await run.Do(new BeginPasskey(password ?? string.Empty, http), Http.CallerOf(http), http.RequestAborted), PasskeyState.Adding, state, http);

    private static IResult Begun(Answer<PasskeyCeremony> answer, string purpose, PasskeyState state, HttpContext http)
    {
        if (!answer.Succeeded(out var begun))
            return Http.ProblemResult(answer.Problem!, Http.LanguageOf(http.Request));
        state.Keep(http, purpose, begun.State);
        return Results.Content(begun.Options, "application/json");
    }

    private static async Task<IResult> SignIn([FromForm] string? credential, [FromForm] string? back, Run run, PasskeyState state, TimeProvider time, HttpContext http)
    {
        var answer = await run.Do(new SignInWithPasskey(credential ?? string.Empty, state.Take(http, PasskeyState.SigningIn), http), Http.CallerOf(http), http.RequestAborted);
        var here = LocalAddress.Or(back, "/workbench");
        if (!answer.Succeeded(out var result) || result.Outcome != SignInOutcome.SignedIn)
            return Results.LocalRedirect($"/sign-in?passkey={(answer.Value?.Outcome == SignInOutcome.Locked ? "locked" : "refused")}&back={Uri.EscapeDataString(here)}");
        await SignInCookie.SignInAsync(http, result.Account!, time);
        return Results.LocalRedirect(result.Account!.MustChangePassword ? "/password" : here);
    }

    private static async Task<IResult> Add([FromForm] string? name, [FromForm] string? credential, Run run, PasskeyState state, HttpContext http)
    {
        var answer = await run.Do(new AddPasskey(name ?? string.Empty, credential ?? string.Empty, state.Take(http, PasskeyState.Adding), http), Http.CallerOf(http), http.RequestAborted);
        return answer.Succeeded(out _) ? Results.LocalRedirect($"{List}?done=added") : Http.ProblemResult(answer.Problem!, Http.LanguageOf(http.Request));
    }

    private static async Task<IResult> Remove([FromForm] string? id, Run run, HttpContext http)
    {
        var answer = await run.Do(new RemovePasskey(id ?? string.Empty), Http.CallerOf(http), http.RequestAborted);
        return answer.Succeeded(out _) ? Results.LocalRedirect($"{List}?done=removed") : Results.NotFound();
    }
}
