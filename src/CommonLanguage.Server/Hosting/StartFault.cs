using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;

namespace CommonLanguage.Server.Hosting;

/// <summary>Why the server cannot listen where it should, for whoever starts it.</summary>
static class StartFault
{
    const string Way = "choose another address with Kestrel:Endpoints:Web:Url and Kestrel:Endpoints:Grpc:Url.";

    /// <summary>One sentence with the way out; null when a fault is another one.</summary>
    public static string? SentenceOf(Exception? fault) => fault switch
    {
        IOException { InnerException: AddressInUseException } => $"{fault.Message.TrimEnd('.')}; stop the other program or {Way}",
        SocketException { SocketErrorCode: SocketError.AccessDenied } => $"The server may not listen at one of its addresses (ports below 1024 are the system's); {Way}",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => $"One of the server's addresses is none of this machine; {Way}",
        _ => null,
    };
}
