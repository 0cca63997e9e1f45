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
catch (Exception fault) when (StartFault.SentenceOf(fault) is { } sentence)
{
    await Console.Error.WriteLineAsync(sentence);
    return 1;
}
