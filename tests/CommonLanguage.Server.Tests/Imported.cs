using System.Text;
using CommonLanguage.V1;
using Google.Protobuf;
using Grpc.Core;
using Grpc.Net.Client;

namespace CommonLanguage.Server.Tests;

/// <summary>Glossaries that come in over the API.</summary>
static class Imported
{
    /// <summary>Imports a CSV and gives the last answer of the call.</summary>
    public static async Task<ImportGlossaryResponse> CsvAsync(GrpcChannel channel, string organisation, string csv)
    {
        using var call = new InterchangeService.InterchangeServiceClient(channel).ImportGlossary();
        await call.RequestStream.WriteAsync(new() { Header = new ImportHeader { Organisation = "organisations/" + organisation } });
        await call.RequestStream.WriteAsync(new() { Chunk = ByteString.CopyFrom(Encoding.UTF8.GetBytes(csv)) });
        await call.RequestStream.CompleteAsync();
        ImportGlossaryResponse? last = null;
        await foreach (var response in call.ResponseStream.ReadAllAsync())
            last = response;
        return last!;
    }
}
