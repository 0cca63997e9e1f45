using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using CommonLanguage.Glossary;

namespace CommonLanguage.Notification;

/// <summary>
/// Sends a message, signed (Standard Webhooks: HMAC-SHA-256 over id, time and body). Follows no redirect, uses no proxy, reads no
/// answer, and connects to addresses that the rules allow only. Thread-safe.
/// </summary>
public sealed class WebhookSender : IDisposable
{
    /// <summary>What a secret begins with.</summary>
    public const string SecretPrefix = "whsec_";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly AddressRules rules;
    readonly TimeProvider time;
    readonly HttpClient http;

    /// <param name="rules">Where messages may go.</param>
    /// <param name="time">Stamps each message, so that an old one cannot be sent again by others.</param>
    public WebhookSender(AddressRules rules, TimeProvider time)
    {
        (this.rules, this.time) = (rules, time);
        http = new(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectTimeout = Patience,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
            ConnectCallback = ConnectAsync,
        })
        {
            Timeout = Patience,
        };
    }

    /// <summary>Makes a secret.</summary>
    public static string NewSecret() => SecretPrefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    /// <summary>The signature of a message, as the header says it.</summary>
    public static string Sign(string secret, string id, long seconds, string body)
    {
        var key = Convert.FromBase64String(secret[SecretPrefix.Length..]);
        return "v1," + Convert.ToBase64String(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{seconds}.{body}"))));
    }

    /// <summary>Sends a message.</summary>
    /// <returns>Why it was not taken; null when it was.</returns>
    public async Task<string?> SendAsync(Webhook webhook, Delivery delivery, CancellationToken cancellation)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"msg_{delivery.Webhook}_{delivery.Key}");
        var seconds = time.GetUtcNow().ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, webhook.Url)
        {
            Content = new StringContent(delivery.Body, MediaTypeHeaderValue.Parse("application/json; charset=utf-8")),
        };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", seconds.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", Sign(webhook.Secret, id, seconds, delivery.Body));
        request.Headers.UserAgent.ParseAdd("CommonLanguage");
        try
        {
            using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
            return answer.IsSuccessStatusCode ? null
                : (int)answer.StatusCode is >= 300 and < 400 ? FormattableString.Invariant($"It answered {(int)answer.StatusCode}; redirects are not followed.")
                : FormattableString.Invariant($"It answered {(int)answer.StatusCode}.");
        }
        catch (HttpRequestException fault)
        {
            return Shown.OneLine(fault.InnerException is RefusalException refusal ? refusal.Message : fault.Message);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return FormattableString.Invariant($"It did not answer within {Patience.TotalSeconds:0} seconds.");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => http.Dispose();

    // The name is resolved here and the socket opened to what was checked: another answer of the name server changes nothing.
    async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellation)
    {
        var addresses = (await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellation)).Where(rules.Allows).ToArray();
        if (addresses.Length == 0)
        {
            throw new RefusalException(
                ErrorReason.ValueUnknown, $"'{context.DnsEndPoint.Host}' lies in no network that messages may be sent to (Notification:AllowedNetworks).", "url");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, context.DnsEndPoint.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
