using CommonLanguage.Cli.Output;
using CommonLanguage.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace CommonLanguage.Cli.Connection;

/// <summary>A server to ask. Connects with the first call.</summary>
sealed class ServerConnection : IDisposable
{
    readonly GrpcChannel channel;
    readonly Metadata headers = [];
    readonly TimeSpan timeout;

    /// <param name="address">Where the server is.</param>
    /// <param name="key">API key, or null.</param>
    /// <param name="timeout">After this long a call is given up.</param>
    /// <exception cref="FailureException">The key would cross the network in clear text.</exception>
    public ServerConnection(Uri address, string? key, TimeSpan timeout)
    {
        var local = ServerAddress.IsOnThisMachine(address);
        if (key is not null && address.Scheme != "https" && !local)
        {
            throw FailureException.WrongUse(
                $"The API key would go to {address.Host} in clear text; use its https address, or unset COMMONLANGUAGE_TOKEN.");
        }

        if (key is not null)
            headers.Add("authorization", $"Bearer {key}");
        Address = address;
        this.timeout = timeout;
        channel = GrpcChannel.ForAddress(address, new GrpcChannelOptions
        {
            // A proxy has no business with a server on this machine, and most of them do not carry HTTP/2 in clear text.
            HttpHandler = new SocketsHttpHandler { UseProxy = !local, ConnectTimeout = timeout, EnableMultipleHttp2Connections = true },
            DisposeHttpClient = true,
            MaxReceiveMessageSize = 64 * 1024 * 1024,
        });
    }

    /// <summary>Where the server is.</summary>
    public Uri Address { get; }

    /// <summary>What words mean.</summary>
    public LookupService.LookupServiceClient Lookup => new(channel);

    /// <summary>Where meanings part.</summary>
    public ConflictService.ConflictServiceClient Conflicts => new(channel);

    /// <summary>How a disagreement is settled.</summary>
    public ReconciliationService.ReconciliationServiceClient Reconciliations => new(channel);

    /// <summary>Glossaries in and out.</summary>
    public InterchangeService.InterchangeServiceClient Interchange => new(channel);

    /// <summary>Partnerships and organisations.</summary>
    public GlossaryService.GlossaryServiceClient Glossary => new(channel);

    /// <summary>Who may do what.</summary>
    public AdministrationService.AdministrationServiceClient Administration => new(channel);

    /// <summary>The change log.</summary>
    public ChangeService.ChangeServiceClient Changes => new(channel);

    /// <summary>The options of one call: key and deadline.</summary>
    public CallOptions Call(CancellationToken cancellation) =>
        new(headers, TimeProvider.System.GetUtcNow().UtcDateTime + timeout, cancellation);

    /// <inheritdoc/>
    public void Dispose() => channel.Dispose();
}
