using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Microsoft.AspNetCore.Http;

namespace TenderWatch.Web.Access;

/// <summary>What those are told who may not do what they ask.</summary>
internal sealed class AccessAnswers(Answers answers, TimeProvider time) : IAuthorizationMiddlewareResultHandler
{
    private static readonly Problem NotSignedIn = new(401, "not-signed-in",
        new("U bent niet aangemeld", "You are not signed in"),
        new("Meld u aan, of stuur een geldig token van Microsoft Entra ID voor deze toepassing mee in de kop Authorization.", "Sign in, or send a valid Microsoft Entra ID token for this application in the Authorization header."));

    internal static readonly Problem NotPermitted = new(403, "not-permitted",
        new("U mag dit niet", "You may not do this"),
        new("Uw rol geeft hier geen recht op. Lezen vraagt de rol reader; invoeren, beoordelen en beslissen de rol officer. De beheerder van de toepassing kent rollen toe in Microsoft Entra ID.",
            "Your role gives no right to this. Reading needs the role reader; entering, rechecking and deciding need officer. The application's administrator assigns roles in Microsoft Entra ID."));

    public async Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded)
        {
            await next(context);
            return;
        }

        SecurityHeaders.Set(context);
        if (authorizeResult.Challenged && HttpMethods.IsGet(context.Request.Method) && !Answers.IsForPrograms(context.Request) && EntraTokens.HasExpired(context.Request, time.GetUtcNow()))
        {
            // The platform's session outlives the token it hands on: signing in again, mostly without a question, brings a fresh one.
            context.Response.Redirect("/.auth/login/aad?post_login_redirect_uri=" + Uri.EscapeDataString(context.Request.Path + context.Request.QueryString));
            return;
        }

        if (authorizeResult.Challenged) context.Response.Headers.WWWAuthenticate = "Bearer";
        var answer = await answers.ProblemAsync(context, authorizeResult.Challenged ? NotSignedIn : NotPermitted);
        await answer.ExecuteAsync(context);
    }
}
