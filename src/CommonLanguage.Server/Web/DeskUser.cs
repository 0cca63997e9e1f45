using CommonLanguage.Glossary;

namespace CommonLanguage.Server.Web;

/// <summary>Who looks at a page; without sign-in everybody on this machine is the one local user.</summary>
sealed class DeskUser
{
    /// <summary>As the engine knows them.</summary>
    public Actor Actor { get; } = Actor.Local("desk");
}
