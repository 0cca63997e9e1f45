using System.Text.Json;
using CommonLanguage.Glossary;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Grpc.Core;

namespace CommonLanguage.Server.Api;

/// <summary>Refusals of JSON calls, where the library of JSON transcoding has none of ours: they look like all others.</summary>
static class JsonRefusals
{
    /// <summary>The details that a refusal may have.</summary>
    public static readonly TypeRegistry Details = TypeRegistry.FromMessages(Google.Rpc.ErrorInfo.Descriptor, Google.Rpc.BadRequest.Descriptor);

    static readonly JsonFormatter Json = new(JsonFormatter.Settings.Default.WithTypeRegistry(Details));

    /// <summary>Answers with a refusal.</summary>
    /// <param name="response">The answer, of which nothing is sent yet.</param>
    /// <param name="refusal">What is said.</param>
    /// <param name="status">The code of HTTP, where it is another than the one of the reason.</param>
    public static async Task WriteAsync(HttpResponse response, RefusalException refusal, int? status = null)
    {
        response.StatusCode = status ?? CodeOf(RefusalStatus.CodeOf(refusal.Reason));
        response.ContentType = "application/json";
        var text = System.Text.Encoding.UTF8.GetBytes(Json.Format(refusal.ToStatus()));
        response.ContentLength = text.Length;
        await response.Body.WriteAsync(text, response.HttpContext.RequestAborted);
    }

    /// <summary>Puts a reason into refusals of the library that have none. Streams are passed on as they come.</summary>
    public static async Task AnswerAsync(RequestDelegate answer, HttpContext http)
    {
        var response = http.Response;
        var body = response.Body;
        using var kept = new MemoryStream();
        response.Body = kept;
        try
        {
            await answer(http);
        }
        finally
        {
            response.Body = body;
        }

        if (response.StatusCode >= StatusCodes.Status400BadRequest && OfLibrary(kept.ToArray()) is { } refusal)
        {
            await WriteAsync(response, refusal);
            return;
        }

        kept.Position = 0;
        await kept.CopyToAsync(body, http.RequestAborted);
    }

    static RefusalException? OfLibrary(byte[] answer)
    {
        try
        {
            using var json = JsonDocument.Parse(answer);
            var hasDetails = json.RootElement.TryGetProperty("details", out var details) && details.GetArrayLength() > 0;
            return hasDetails ? null : LibraryRefusals.Of(
                (StatusCode)json.RootElement.GetProperty("code").GetInt32(), json.RootElement.GetProperty("message").GetString() ?? "");
        }
        catch (Exception fault) when (fault is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return null;
        }
    }

    // https://github.com/googleapis/googleapis/blob/master/google/rpc/code.proto says which belongs to which.
    static int CodeOf(StatusCode code) => code switch
    {
        StatusCode.NotFound => StatusCodes.Status404NotFound,
        StatusCode.PermissionDenied => StatusCodes.Status403Forbidden,
        StatusCode.Unauthenticated => StatusCodes.Status401Unauthorized,
        StatusCode.AlreadyExists or StatusCode.Aborted => StatusCodes.Status409Conflict,
        StatusCode.ResourceExhausted => StatusCodes.Status429TooManyRequests,
        StatusCode.Unimplemented => StatusCodes.Status501NotImplemented,
        StatusCode.DeadlineExceeded => StatusCodes.Status504GatewayTimeout,
        StatusCode.Unavailable => StatusCodes.Status503ServiceUnavailable,
        StatusCode.Internal or StatusCode.DataLoss => StatusCodes.Status500InternalServerError,
        _ => StatusCodes.Status400BadRequest,
    };
}
