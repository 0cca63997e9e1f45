using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Grpc.JsonTranscoding;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace CommonLanguage.Server.Api;

/// <summary>
/// Writes resource names in the paths of the OpenAPI description as their parts: "v1/{name=partnerships/*}" is
/// "v1/partnerships/{partnership}", where the library writes "v1/{name}" for every such method and finds them all the same.
/// </summary>
sealed partial class ResourcePaths : IApiDescriptionProvider
{
    // After the provider that describes gRPC methods.
    public int Order => int.MaxValue;

    public void OnProvidersExecuting(ApiDescriptionProviderContext context)
    {
    }

    public void OnProvidersExecuted(ApiDescriptionProviderContext context)
    {
        foreach (var description in context.Results)
        {
            if (description.ActionDescriptor.EndpointMetadata?.OfType<GrpcJsonTranscodingMetadata>().FirstOrDefault() is not { } metadata)
                continue;
            var rule = metadata.HttpRule;
            var pattern = rule.Get + rule.Put + rule.Post + rule.Delete + rule.Patch;
            foreach (Match variable in Variable().Matches(pattern))
            {
                foreach (var parameter in description.ParameterDescriptions.Where(p => p.Source == BindingSource.Path && p.Name == variable.Groups["name"].Value).ToList())
                    _ = description.ParameterDescriptions.Remove(parameter);
            }

            description.RelativePath = Variable().Replace(pattern.TrimStart('/'), variable => PathOf(variable.Groups["template"].Value, description));
        }
    }

    static string PathOf(string template, ApiDescription description)
    {
        var parts = template.Split('/');
        for (var i = 1; i < parts.Length; i += 2)
        {
            var name = parts[i - 1].EndsWith("ies", StringComparison.Ordinal) ? parts[i - 1][..^3] + "y" : parts[i - 1].TrimEnd('s');
            parts[i] = $"{{{name}}}";
            description.ParameterDescriptions.Add(new ApiParameterDescription
            {
                Name = name,
                Source = BindingSource.Path,
                Type = typeof(string),
                IsRequired = true,
                ModelMetadata = new EmptyModelMetadataProvider().GetMetadataForType(typeof(string)),
            });
        }

        return string.Join('/', parts);
    }

    [GeneratedRegex(@"\{(?<name>[a-z_.]+)=(?<template>[A-Za-z/*]+)\}", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Variable();
}
