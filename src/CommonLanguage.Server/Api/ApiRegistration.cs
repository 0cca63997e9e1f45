using CommonLanguage.Glossary;
using CommonLanguage.Server.Hosting;
using Grpc.AspNetCore.Server;
using Grpc.AspNetCore.Server.Model;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.OpenApi.Models;

namespace CommonLanguage.Server.Api;

/// <summary>Registers and maps the API: gRPC, gRPC-Web, JSON with OpenAPI, reflection, health.</summary>
static class ApiRegistration
{
    /// <summary>What a call without a deadline gets.</summary>
    static readonly TimeSpan LongestCall = TimeSpan.FromSeconds(30);

    public static IServiceCollection AddApi(this IServiceCollection services)
    {
        _ = services.AddGrpc(grpc =>
        {
            grpc.MaxReceiveMessageSize = Limits.Message;
            grpc.EnableDetailedErrors = false;
            grpc.Interceptors.Add<RefusalInterceptor>();
            grpc.Interceptors.Add<SignInInterceptor>();
        }).AddJsonTranscoding(json => json.TypeRegistry = JsonRefusals.Details);
        _ = services.AddSingleton<RefusalInterceptor>().AddSingleton<SignInInterceptor>().AddSingleton<PageTokens>().AddSingleton<EntryPages>().AddSingleton<ConflictPages>()
            .AddSingleton<SynonymPages>();
        _ = services.AddSingleton<IServiceMethodProvider<LookupBytes>, LookupBytesMethods>();
        _ = services.AddSingleton<LookupBytes>().AddSingleton<LookupApi>().AddSingleton<GlossaryApi>().AddSingleton<ConflictApi>()
            .AddSingleton<InterchangeApi>().AddSingleton<ChangeApi>().AddSingleton<ReconciliationApi>().AddSingleton<NotificationApi>().AddSingleton<CheckApi>()
            .AddSingleton<AdministrationApi>();
        _ = services.AddGrpcReflection();
        _ = services.AddGrpcSwagger();
        services.TryAddEnumerable(Microsoft.Extensions.DependencyInjection.ServiceDescriptor.Transient<IApiDescriptionProvider, ResourcePaths>());
        _ = services.AddSwaggerGen(openApi =>
        {
            openApi.CustomSchemaIds(type => (type.FullName ?? type.Name).Replace("+Types", "", StringComparison.Ordinal).Replace('+', '.'));
            openApi.SwaggerDoc("v1", new OpenApiInfo
            {
                Title = "CommonLanguage",
                Version = "v1",
                Description = "What a word means to each organisation, where the meanings part, and what was agreed. The messages are those of the gRPC service commonlanguage.v1.",
                License = new() { Name = "Apache-2.0", Url = new("https://www.apache.org/licenses/LICENSE-2.0") },
            });
            if (File.Exists(OpenApiDescription.CommentsFile))
                openApi.IncludeXmlComments(OpenApiDescription.CommentsFile);
            openApi.OperationFilter<OpenApiDescription>();
            openApi.DocumentFilter<OpenApiDescription>();
        });
        return services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new RequestTimeoutPolicy { Timeout = LongestCall });
    }

    public static void UseApi(this WebApplication app)
    {
        _ = app.UseRequestTimeouts();
        _ = app.UseGrpcWeb(new GrpcWebOptions { DefaultEnabled = true });
        _ = app.UseSwagger(openApi => openApi.RouteTemplate = "openapi/{documentName}.json");

        _ = Map<LookupBytes>(app);
        Map<LookupApi>(app).Add(LetBytesGoFirst);
        _ = Map<GlossaryApi>(app);
        _ = Map<ConflictApi>(app);
        _ = Map<InterchangeApi>(app);
        _ = Map<ChangeApi>(app);
        _ = Map<ReconciliationApi>(app);
        _ = Map<NotificationApi>(app);
        _ = Map<CheckApi>(app);
        _ = Map<AdministrationApi>(app);
        _ = app.MapGrpcHealthChecksService();
        _ = app.MapHealthChecks("/health");
        _ = app.Map("/v1/{**path}", http => JsonRefusals.WriteAsync(http.Response, new(
            ErrorReason.PathUnknown,
            $"Nothing is answered at {http.Request.Method} {Shown.Quoted(http.Request.Path)}; /openapi/v1.json has all paths and their methods.",
            metadata: new Dictionary<string, string>(StringComparer.Ordinal) { ["path"] = http.Request.Path })));
        if (app.Configuration.GetValue<bool?>("Reflection") ?? Listening.IsOnThisMachineOnly(app.Configuration))
            _ = app.MapGrpcReflectionService();
    }

    // Look-ups over gRPC are copied together as bytes; the generated service answers them as JSON and stands in descriptions only.
    static void LetBytesGoFirst(EndpointBuilder endpoint)
    {
        var isJson = endpoint.Metadata.OfType<GrpcJsonTranscodingMetadata>().Any();
        if (!isJson && endpoint.Metadata.OfType<GrpcMethodMetadata>().FirstOrDefault() is { } grpc && LookupBytesMethods.Names.Contains(grpc.Method.Name))
            ((RouteEndpointBuilder)endpoint).Order = 1;
    }

    static GrpcServiceEndpointConventionBuilder Map<T>(WebApplication app)
        where T : class
    {
        var mapped = app.MapGrpcService<T>();
        mapped.Add(LibraryRefusals.Map);
        mapped.Add(JsonNames.Map);
        // A stream lasts as long as both sides want.
        mapped.Add(endpoint =>
        {
            if (endpoint.Metadata.OfType<GrpcMethodMetadata>().FirstOrDefault() is { Method.Type: not Grpc.Core.MethodType.Unary })
                endpoint.Metadata.Add(new DisableRequestTimeoutAttribute());
        });
        return mapped;
    }
}
