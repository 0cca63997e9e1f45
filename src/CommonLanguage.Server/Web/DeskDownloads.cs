using CommonLanguage.Glossary;
using CommonLanguage.Interchange;
using CommonLanguage.Lookup;
using CommonLanguage.Server.Web.Maps;
using Microsoft.AspNetCore.Components.Web;

namespace CommonLanguage.Server.Web;

/// <summary>What the pages let people take along: a glossary as a file, the map as pictures.</summary>
static class DeskDownloads
{
    public static void MapDownloads(this RouteGroupBuilder app)
    {
        _ = app.MapGet("/organisations/{organisation}/export.csv", ExportAsync);
        _ = app.MapGet("/map/{partnership}/matrix.svg", (string partnership, HttpContext context, MapReader maps, LiveTables tables) =>
            DrawAsync(partnership, context, maps, tables, map => new() { [nameof(MatrixSvg.Map)] = map }, typeof(MatrixSvg)));
        _ = app.MapGet("/map/{partnership}/words.svg", (string partnership, HttpContext context, MapReader maps, LiveTables tables) =>
            DrawAsync(partnership, context, maps, tables, map => new() { [nameof(DotsSvg.Dots)] = map.Dots }, typeof(DotsSvg)));
    }

    static async Task ExportAsync(string organisation, HttpContext context, GlossaryExporter exporter, LiveTables tables)
    {
        try
        {
            await tables.Loaded.WaitAsync(context.RequestAborted);
            var actor = context.RequestServices.GetRequiredService<DeskUser>().Actor;
            var owner = tables.Current.Directory.Get(OrganisationId.Parse(organisation, "organisation"), "organisation", actor);
            context.Response.ContentType = "text/csv; charset=utf-8";
            context.Response.Headers.ContentDisposition = $"attachment; filename=\"{owner.Id}.csv\"";
            await foreach (var piece in exporter.ExportCsvAsync(actor, owner.Id, null, context.RequestAborted))
                await context.Response.Body.WriteAsync(piece, context.RequestAborted);
        }
        catch (RefusalException refusal) when (!context.Response.HasStarted)
        {
            await RefuseAsync(context, refusal);
        }
    }

    static async Task DrawAsync(
        string partnership, HttpContext context, MapReader maps, LiveTables tables, Func<LanguageMap, Dictionary<string, object?>> parameters, Type picture)
    {
        try
        {
            await tables.Loaded.WaitAsync(context.RequestAborted);
            var drawn = tables.Current.Directory.Get(PartnershipId.Parse(partnership, "partnership"), "partnership", context.RequestServices.GetRequiredService<DeskUser>().Actor);
            var (map, _) = await maps.ReadAsync(drawn, context.RequestAborted);
            await using var renderer = new HtmlRenderer(context.RequestServices, context.RequestServices.GetRequiredService<ILoggerFactory>());
            var svg = await renderer.Dispatcher.InvokeAsync(async () =>
                (await renderer.RenderComponentAsync(picture, Microsoft.AspNetCore.Components.ParameterView.FromDictionary(parameters(map)))).ToHtmlString());
            context.Response.ContentType = "image/svg+xml; charset=utf-8";
            context.Response.Headers.ContentDisposition = $"attachment; filename=\"{drawn.Id}-{picture.Name}.svg\"";
            await context.Response.WriteAsync(svg, context.RequestAborted);
        }
        catch (RefusalException refusal)
        {
            await RefuseAsync(context, refusal);
        }
    }

    static Task RefuseAsync(HttpContext context, RefusalException refusal)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(refusal.Message, context.RequestAborted);
    }
}
