using System.Xml;
using System.Xml.XPath;
using CommonLanguage.Server.SignIn;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.OpenApi.Models;
using Swashbuckle.AspNetCore.SwaggerGen;

namespace CommonLanguage.Server.Api;

/// <summary>
/// What the OpenAPI description says beside paths and messages: a name and a summary of each operation, as the contract has them, how
/// callers sign in, and what refusals look like.
/// </summary>
sealed class OpenApiDescription(SignInOptions signIn) : IOperationFilter, IDocumentFilter
{
    const string Key = "key";
    const string NoSuccess = "default";
    const string Refused = "4XX";

    readonly Lazy<Dictionary<string, string>> comments = new(ReadComments);

    /// <summary>Where the comments of the contract lie.</summary>
    public static string CommentsFile => Path.Combine(AppContext.BaseDirectory, "CommonLanguage.Contracts.xml");

    /// <inheritdoc/>
    public void Apply(OpenApiOperation operation, OperationFilterContext context)
    {
        if (context.ApiDescription.ActionDescriptor.EndpointMetadata.OfType<GrpcJsonTranscodingMetadata>().FirstOrDefault()?.MethodDescriptor is not { } method)
            return;
        operation.OperationId = char.ToLowerInvariant(method.Name[0]) + method.Name[1..];
        var comment = comments.Value.GetValueOrDefault($"M:CommonLanguage.V1.{method.Service.Name}.{method.Service.Name}Base.{method.Name}", method.Name);
        operation.Summary = Sentence(comment);
        operation.Description = comment;
        foreach (var parameter in operation.Parameters.Where(parameter => parameter.In == ParameterLocation.Path && string.IsNullOrEmpty(parameter.Description)))
            parameter.Description = $"Id of the {parameter.Name}.";
        if (operation.Responses.TryGetValue(NoSuccess, out var other))
        {
            other.Description = "The server failed or is not ready: the reason stands in the details.";
            operation.Responses[Refused] = new(other) { Description = "Refused: the reason, and the field at fault where there is one, stand in the details." };
        }
    }

    /// <inheritdoc/>
    public void Apply(OpenApiDocument swaggerDoc, DocumentFilterContext context)
    {
        swaggerDoc.Servers = [new() { Url = "/", Description = "The server that this description comes from." }];
        swaggerDoc.Components.SecuritySchemes[Key] = new()
        {
            Type = SecuritySchemeType.Http,
            Scheme = "bearer",
            Description = "An API key or a token of the identity provider.",
        };
        var withKey = new OpenApiSecurityRequirement { [new() { Reference = new() { Type = ReferenceType.SecurityScheme, Id = Key } }] = [] };
        // An empty one says that nobody has to sign in.
        swaggerDoc.SecurityRequirements = signIn.IsOn ? [withKey] : [new(), withKey];
        foreach (var service in swaggerDoc.Paths.Values.SelectMany(path => path.Operations.Values).SelectMany(operation => operation.Tags).Select(tag => tag.Name).Distinct(StringComparer.Ordinal))
            swaggerDoc.Tags.Add(new() { Name = service, Description = comments.Value.GetValueOrDefault($"T:CommonLanguage.V1.{service}", service) });
        NameApart(swaggerDoc);
    }

    // A method that is answered at two paths is two operations: the one inside something is named after it.
    static void NameApart(OpenApiDocument document)
    {
        var all = document.Paths.Values.SelectMany(path => path.Operations.Values).ToList();
        foreach (var same in all.GroupBy(operation => operation.OperationId).Where(same => same.Count() > 1))
        {
            foreach (var operation in same)
            {
                if (operation.Parameters.LastOrDefault(parameter => parameter.In == ParameterLocation.Path)?.Name is { } inside)
                    operation.OperationId += "Of" + char.ToUpperInvariant(inside[0]) + inside[1..];
            }
        }
    }

    static string Sentence(string comment) =>
        comment.IndexOf(". ", StringComparison.Ordinal) is > 0 and var end ? comment[..end] : comment.TrimEnd('.');

    static Dictionary<string, string> ReadComments()
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        if (!File.Exists(CommentsFile))
            return found;
        using var reader = XmlReader.Create(CommentsFile, new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
        foreach (XPathNavigator member in new XPathDocument(reader).CreateNavigator().Select("/doc/members/member[summary]"))
        {
            var name = member.GetAttribute("name", "");
            if (name[0] is 'M' or 'T')
                _ = found.TryAdd(name.Split('(')[0], string.Join(' ', member.SelectSingleNode("summary")!.Value.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
        }

        return found;
    }
}
