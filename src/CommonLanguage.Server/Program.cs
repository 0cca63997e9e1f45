using CommonLanguage.Glossary;
using CommonLanguage.Server.Hosting;

try
{
    if (HealthProbe.IsAskedFor(args))
        return await HealthProbe.RunAsync(args);
    await using var app = ServerApplication.Build(args);
    await app.RunAsync();
    return 0;
}
catch (RefusalException refusal)
{
    await Console.Error.WriteLineAsync(refusal.Message);
    return 1;
}
catch (IOException fault) when (fault.InnerException is Microsoft.AspNetCore.Connections.AddressInUseException)
{
    await Console.Error.WriteLineAsync($"{fault.Message.TrimEnd('.')}; stop the other program or choose another address with Kestrel:Endpoints:Web:Url and Kestrel:Endpoints:Grpc:Url.");
    return 1;
}
