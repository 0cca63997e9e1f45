using CommonLanguage.Glossary;

namespace CommonLanguage.Server.Web.Conflicts;

/// <summary>Addresses of conflicts.</summary>
static class ConflictLinks
{
    /// <summary>The page of a conflict, relative to the desk.</summary>
    public static string Of(ConflictName name) => $"partnerships/{name.Partnership.Value}/conflicts/{name.Id}";
}
