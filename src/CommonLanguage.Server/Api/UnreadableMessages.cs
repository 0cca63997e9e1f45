using CommonLanguage.Glossary;

namespace CommonLanguage.Server.Api;

/// <summary>
/// Bytes that are no message of the method, or that are nested deeper than protocol buffers are read: Grpc.AspNetCore finds that before any
/// interceptor is asked, and says UNKNOWN, which nothing else of this service does. The answer says instead what is wrong.
/// </summary>
static class UnreadableMessages
{
    const string StatusHeader = "grpc-status";
    const string MessageHeader = "grpc-message";
    const string DetailsHeader = "grpc-status-details-bin";

    /// <summary>The refusal of a message that cannot be read.</summary>
    public static RefusalException Refusal() => new(
        ErrorReason.MessageUnreadable, "The message cannot be read as one of this method; make clients from the .proto files of this version.");

    /// <summary>Puts the refusal in the place of UNKNOWN.</summary>
    public static void Map(EndpointBuilder endpoint)
    {
        if (endpoint.RequestDelegate is { } answer)
            endpoint.RequestDelegate = http => AnswerAsync(answer, http);
    }

    static async Task AnswerAsync(RequestDelegate answer, HttpContext http)
    {
        await answer(http);
        var response = http.Response;
        if (response.HasStarted || !response.Headers.TryGetValue(StatusHeader, out var status) || status != "2")
            return;
        var refusal = Refusal().ToRpcException();
        response.Headers[StatusHeader] = ((int)refusal.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        response.Headers[MessageHeader] = refusal.Status.Detail;
        response.Headers[DetailsHeader] = Convert.ToBase64String(refusal.Trailers.GetValueBytes(DetailsHeader) ?? []).TrimEnd('=');
    }
}
