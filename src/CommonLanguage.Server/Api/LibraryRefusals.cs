using System.Globalization;
using CommonLanguage.Glossary;
using Grpc.Core;

namespace CommonLanguage.Server.Api;

/// <summary>
/// What Grpc.AspNetCore refuses before any interceptor is asked: bytes that are no message of the method (it says UNKNOWN, which nothing
/// else of this service does), messages that are too large, methods that are none, deadlines that have passed. The answer gets a reason,
/// as every refusal has.
/// </summary>
static class LibraryRefusals
{
    const string StatusHeader = "grpc-status";
    const string MessageHeader = "grpc-message";
    const string DetailsHeader = "grpc-status-details-bin";

    /// <summary>The refusal of a message that cannot be read.</summary>
    public static RefusalException Unreadable() => new(
        ErrorReason.MessageUnreadable, "The message cannot be read as one of this method; make clients from the .proto files of this version.");

    /// <summary>The refusal of a call that took too long.</summary>
    public static RefusalException OutOfTime() => new(
        ErrorReason.OutOfTime,
        "The call was not answered before its deadline; nothing that it would have changed was changed, unless it was waiting for its answer only.");

    /// <summary>Puts the refusal in the place of the library's.</summary>
    public static void Map(EndpointBuilder endpoint)
    {
        if (endpoint.RequestDelegate is { } answer)
            endpoint.RequestDelegate = http => AnswerAsync(answer, http);
    }

    /// <summary>The refusal that says what the library's code says; null where it is none of these.</summary>
    /// <param name="code">The code that the library has given.</param>
    /// <param name="sentence">What it says of it.</param>
    public static RefusalException? Of(StatusCode code, string sentence) => code switch
    {
        StatusCode.Unknown => Unreadable(),
        StatusCode.InvalidArgument => new(ErrorReason.MessageUnreadable, sentence),
        StatusCode.ResourceExhausted => new(ErrorReason.MessageTooLarge, "The message is over 4 MiB; send several calls."),
        StatusCode.Unimplemented => new(ErrorReason.MethodUnknown, "There is no such method; make clients from the .proto files of this version."),
        StatusCode.DeadlineExceeded => OutOfTime(),
        _ => null,
    };

    static async Task AnswerAsync(RequestDelegate answer, HttpContext http)
    {
        await answer(http);
        var response = http.Response;
        if (response.HasStarted || response.Headers.ContainsKey(DetailsHeader) || !response.Headers.TryGetValue(StatusHeader, out var status)
            || !int.TryParse(status, CultureInfo.InvariantCulture, out var code) || Of((StatusCode)code, response.Headers[MessageHeader].ToString()) is not { } own)
            return;
        var refusal = own.ToRpcException();
        response.Headers[StatusHeader] = ((int)refusal.StatusCode).ToString(CultureInfo.InvariantCulture);
        response.Headers[MessageHeader] = refusal.Status.Detail;
        response.Headers[DetailsHeader] = Convert.ToBase64String(refusal.Trailers.GetValueBytes(DetailsHeader) ?? []).TrimEnd('=');
    }
}
