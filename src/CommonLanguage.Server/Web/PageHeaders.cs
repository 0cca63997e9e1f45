using CommonLanguage.Server.SignIn;

namespace CommonLanguage.Server.Web;

/// <summary>
/// What browsers are told about every answer: scripts and styles from this server only and none inside a page, no frames around it, no
/// guessing of types, no address of a page to others.
/// </summary>
sealed class PageHeaders(RequestDelegate next, SignInOptions signIn)
{
    // Signing out ends at the identity provider, which browsers take as a part of the form's own way.
    readonly string policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + $"form-action 'self'{(signIn.OpenId is { } openId ? " " + new Uri(openId.Authority).GetLeftPart(UriPartial.Authority) : "")}; base-uri 'self'; frame-ancestors 'none'";

    public Task InvokeAsync(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=()";
        return next(context);
    }
}
