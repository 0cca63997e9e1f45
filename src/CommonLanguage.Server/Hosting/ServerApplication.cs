using CommonLanguage.Editing;
using CommonLanguage.Interchange;
using CommonLanguage.Lookup;
using CommonLanguage.Reconciliation;
using CommonLanguage.Server.Api;
using CommonLanguage.Server.SignIn;
using CommonLanguage.Storage;

namespace CommonLanguage.Server.Hosting;

/// <summary>The server put together: settings, engine, API.</summary>
public static class ServerApplication
{
    /// <summary>Builds the server; nothing is opened or listened on until it is started.</summary>
    /// <param name="args">The command line: settings as "--Key=value", and "--sample".</param>
    /// <exception cref="Glossary.RefusalException">A setting is not valid.</exception>
    public static WebApplication Build(string[] args)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = SampleOptions.WithValue(args) });
        var signIn = builder.AddSettings();
        var storage = builder.Configuration.ReadStorageOptions();

        _ = builder.Services
            .AddSingleton(TimeProvider.System)
            .AddStorage(storage)
            .AddLookup()
            .AddEditing()
            .AddReconciliation()
            .AddInterchange()
            .AddSignIn(signIn)
            .AddGlossaryHost(builder.Configuration)
            .AddApi();

        var app = builder.Build();
        app.UseSignIn();
        app.UseApi();
        return app;
    }
}
