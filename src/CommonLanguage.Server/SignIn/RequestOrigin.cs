using CommonLanguage.Glossary;

namespace CommonLanguage.Server.SignIn;

/// <summary>Where a request came from, in the words of the change log: address, what was signed in with, program.</summary>
static class RequestOrigin
{
    const int LongestProgram = 60;

    /// <summary>The text for a request.</summary>
    public static string Of(HttpContext http, string credential)
    {
        var address = http.Connection.RemoteIpAddress;
        var from = address is null ? "unknown" : (address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address).ToString();
        string?[] parts = [from, credential, Shown.OneLine(http.Request.Headers.UserAgent.ToString(), LongestProgram)];
        return string.Join(", ", parts.Where(part => !string.IsNullOrEmpty(part)));
    }
}
