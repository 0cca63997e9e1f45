using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using CommonLanguage.Administration;
using CommonLanguage.Benchmarks.Data;
using CommonLanguage.Benchmarks.Measuring;
using CommonLanguage.Glossary;
using CommonLanguage.V1;
using Grpc.Core;
using Grpc.Net.Client;

namespace CommonLanguage.Benchmarks.Rows;

/// <summary>Look-ups signed in by an API key, over TLS, and both, against the same look-up unsigned in clear text on loopback; 64 callers.</summary>
static class SignedRow
{
    const int Organisations = 8;
    const int Words = 1_000;
    const int Repetitions = 5;

    public static async Task RunAsync()
    {
        using var folder = new TempFolder();
        var terms = Glossaries.Terms(Words);
        Definition[][] glossaries = [.. Enumerable.Range(0, Organisations).Select(i => Glossaries.Of(terms, i))];
        await Engine.FillAsync(folder.File("open"), glossaries);
        await Engine.FillAsync(folder.File("signed"), glossaries);
        var key = await KeyAsync(folder.File("signed"));
        using var certificate = Certificate();
        await File.WriteAllBytesAsync(folder.File("server.pfx"), certificate.Export(X509ContentType.Pfx));
        string[] secure = ["--Kestrel:Endpoints:Secure:Url=https://127.0.0.1:0", $"--Kestrel:Endpoints:Secure:Certificate:Path={folder.File("server.pfx")}"];
        await using var open = await ServerProcess.StartSecureAsync(folder.File("open"), secure);
        await using var signed = await ServerProcess.StartSecureAsync(folder.File("signed"), [.. secure, "--Authentication:ApiKeys=true", "--Limits:CallsPerSecond=0"]);
        await open.ReadyAsync();
        var headers = new Metadata { { "authorization", $"Bearer {key}" } };
        using var openOverTls = OverTls(open, certificate);
        using var signedOverTls = OverTls(signed, certificate);
        var answer = await new LookupService.LookupServiceClient(signedOverTls).LookUpTermAsync(new() { Term = terms[0] }, headers);
        Report.Print($"  an answer: {answer.Meanings.Count} definitions, {answer.CalculateSize()} bytes");

        Func<Task<Cost>>[] kinds =
            [Kind(open, open.Channel, null), Kind(signed, signed.Channel, headers), Kind(open, openOverTls, null), Kind(signed, signedOverTls, headers)];
        _ = await Rounds.MediansAsync(2, kinds);
        var costs = await Rounds.MediansAsync(Repetitions, kinds);
        foreach (var (name, cost) in ((string, Cost)[])[("signed in by API key", costs[1]), ("over TLS", costs[2]), ("signed in by API key and over TLS", costs[3])])
        {
            Report.Ratio($"LookUpTerm {name}, server CPU a call / unsigned in clear text", cost.Cpu, costs[0].Cpu, "none");
            Report.Print($"  the same, calls a second: {costs[0].Wall / cost.Wall:0.00}; {1 / cost.Wall.TotalSeconds:0} / {1 / costs[0].Wall.TotalSeconds:0}");
        }

        Func<Task<Cost>> Kind(ServerProcess server, GrpcChannel channel, Metadata? headers)
        {
            var lookup = new LookupService.LookupServiceClient(channel);
            return () => RpcRow.CallsAsync(server.Id, async i => await lookup.LookUpTermAsync(new() { Term = terms[i % Words] }, headers));
        }
    }

    /// <summary>A key of somebody who sees everything.</summary>
    static async Task<string> KeyAsync(string data)
    {
        await using var engine = await Engine.OpenAsync(data);
        var people = engine.Get<AccessEditor>();
        _ = await people.CreateAffiliationAsync(Engine.Actor, "benchmark", default, Glossary.Role.Administrator, null, null, default, CancellationToken.None);
        return (await people.CreateKeyAsync(Engine.Actor, "benchmark", "", Scopes.Read, null, validateOnly: false, CancellationToken.None)).Text;
    }

    static X509Certificate2 Certificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        return request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
    }

    static GrpcChannel OverTls(ServerProcess server, X509Certificate2 certificate) => GrpcChannel.ForAddress(server.Addresses[1], new GrpcChannelOptions
    {
        HttpHandler = new SocketsHttpHandler { SslOptions = { RemoteCertificateValidationCallback = (_, found, _, _) => found?.GetCertHashString() == certificate.GetCertHashString() } },
        DisposeHttpClient = true,
    });
}
