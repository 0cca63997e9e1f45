using CommonLanguage.Editing;
using CommonLanguage.Interchange;
using CommonLanguage.Lookup;
using CommonLanguage.Notification;
using CommonLanguage.Reading;
using CommonLanguage.Reconciliation;
using CommonLanguage.Server.Api;
using CommonLanguage.Server.SignIn;
using CommonLanguage.Server.Web;
using CommonLanguage.Storage;
using Microsoft.Extensions.AI;

namespace CommonLanguage.Server.Hosting;

/// <summary>The server put together: settings, engine, API.</summary>
public static class ServerApplication
{
    /// <summary>Builds the server; nothing is opened or listened on until it is started.</summary>
    /// <param name="args">The command line: settings as "--Key=value", and "--sample".</param>
    /// <param name="embeddings">Makes vectors of definitions in place of the built-in word vectors; null = what the settings say.</param>
    /// <exception cref="Glossary.RefusalException">A setting is not valid.</exception>
    public static WebApplication Build(string[] args, IEmbeddingGenerator<string, Embedding<float>>? embeddings = null)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions
        {
            Args = SampleOptions.WithValue(args),
            ApplicationName = typeof(ServerApplication).Assembly.GetName().Name,
            WebRootPath = Path.Combine(AppContext.BaseDirectory, "wwwroot"),
        });
        _ = builder.WebHost.UseStaticWebAssets();
        var signIn = builder.AddSettings();
        var storage = builder.Configuration.ReadStorageOptions();

        _ = builder.Services
            .AddSingleton(TimeProvider.System)
            .AddStorage(storage)
            .AddLookup()
            .AddReading()
            .AddEmbeddings(builder.Configuration, embeddings)
            .AddSecondStage(builder.Configuration)
            .AddEditing()
            .AddReconciliation()
            .AddInterchange()
            .AddNotification(builder.Configuration.ReadNotificationOptions())
            .AddSignIn(signIn, CallLimits.Read(builder.Configuration))
            .AddGlossaryHost(builder.Configuration)
            .AddApi()
            .AddAssistants()
            .AddDesk();

        var app = builder.Build();
        app.UseSignIn();
        app.UseApi();
        app.UseAssistants();
        // Where programs sign in and people cannot, there are no pages.
        if (!signIn.IsOn || signIn.OpenId is not null)
            app.UseDesk(signIn.OpenId);
        return app;
    }
}
