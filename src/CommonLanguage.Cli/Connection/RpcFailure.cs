using System.Net.Sockets;
using System.Security.Authentication;
using CommonLanguage.Cli.Output;
using Google.Rpc;
using Grpc.Core;

namespace CommonLanguage.Cli.Connection;

/// <summary>What a failed call means to the person.</summary>
static class RpcFailure
{
    const string OtherServer = "name another with --server or COMMONLANGUAGE_SERVER";

    /// <summary>What the service says about a refusal; null where the failure does not come from it.</summary>
    public static ErrorInfo? Refusal(RpcException fault) =>
        fault.GetRpcStatus()?.GetDetail<ErrorInfo>() is { Domain: "commonlanguage" } info ? info : null;

    /// <summary>Turns a failed call into an exit code and a sentence.</summary>
    /// <param name="fault">How the call failed; not because the person interrupted it.</param>
    /// <param name="server">Who was called.</param>
    public static FailureException Of(RpcException fault, Uri server)
    {
        var name = server.GetLeftPart(UriPartial.Authority);
        var refused = Refusal(fault) is not null;
        var said = Sentence(fault);
        return fault.StatusCode switch
        {
            StatusCode.Unavailable => new(ExitCode.Unreachable, refused ? said : Unreachable(fault, name), fault),
            // Too much for the server at this moment; a file that is too large at any moment is wrong use.
            StatusCode.ResourceExhausted when Refusal(fault)?.Reason is "TOO_BUSY" or "STORAGE_FULL" => new(ExitCode.Unreachable, said, fault),
            StatusCode.DeadlineExceeded => new(ExitCode.Unreachable, $"{name} did not answer in time; give it longer with --timeout SECONDS.", fault),
            StatusCode.Unimplemented => new(
                ExitCode.Unreachable, $"{name} is too old for this command, or no CommonLanguage server; update it, or {OtherServer}.", fault),
            StatusCode.Unauthenticated => new(ExitCode.WrongUse, $"{said} Give an API key with --token-file or COMMONLANGUAGE_TOKEN.", fault),
            StatusCode.Internal or StatusCode.Unknown or StatusCode.Cancelled or StatusCode.DataLoss => new(
                ExitCode.Unreachable, refused ? said : Unreachable(fault, name), fault),
            _ => new(ExitCode.WrongUse, said, fault),
        };
    }

    static string Sentence(RpcException fault)
    {
        var status = fault.GetRpcStatus();
        var said = status?.Message is { Length: > 0 } message ? message : fault.Status.Detail;
        said = said.Length == 0 ? fault.StatusCode.ToString() : said;
        // A field at fault is mostly named in the message already.
        foreach (var violation in status?.GetDetail<BadRequest>()?.FieldViolations ?? [])
            said = said.Contains(violation.Description, StringComparison.Ordinal) ? said : $"{said.TrimEnd('.')}; {violation.Field}: {violation.Description}";
        return said[^1] is '.' or '!' or '?' ? said : said + ".";
    }

    static string Unreachable(RpcException fault, string server)
    {
        for (var cause = fault.Status.DebugException; cause is not null; cause = cause.InnerException)
        {
            switch (cause)
            {
                case SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain or SocketError.NoData }:
                    return $"The name in {server} is not known to the network; correct it, or {OtherServer}.";
                case SocketException { SocketErrorCode: SocketError.ConnectionRefused }:
                    return $"No server answers at {server} (connection refused); start one, or {OtherServer}.";
                case AuthenticationException:
                    return $"No secure connection to {server} could be made ({cause.Message.TrimEnd('.')}); check its certificate, or {OtherServer}.";
                case HttpRequestException { HttpRequestError: HttpRequestError.HttpProtocolError or HttpRequestError.InvalidResponse }:
                    return $"{server} answers, but not with gRPC over HTTP/2; use the server's gRPC address (port 5081 unless set otherwise).";
                default:
                    break;
            }
        }

        return fault.StatusCode == StatusCode.Unavailable
            ? $"{server} cannot be reached ({Sentence(fault).TrimEnd('.')}); start the server, or {OtherServer}."
            : $"{server} failed ({Sentence(fault).TrimEnd('.')}); try again, or {OtherServer}.";
    }
}
