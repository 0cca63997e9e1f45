using CommonLanguage.Administration;
using CommonLanguage.Glossary;

namespace CommonLanguage.Server.SignIn;

/// <summary>Who sent a request. Every request has one before anything answers it; one without is refused.</summary>
sealed class Caller
{
    static readonly Actor LocalReader = Actor.Local("");

    readonly Access? access;
    readonly Credential? credential;
    readonly RefusalException? refusal;

    Caller(Access? access, Credential? credential, RefusalException? refusal) =>
        (this.access, this.credential, this.refusal) = (access, credential, refusal);

    /// <summary>The one user of a server without sign-in.</summary>
    public static readonly Caller Local = new(null, null, null);

    /// <summary>Somebody who has signed in.</summary>
    public static Caller SignedIn(Access access, Credential credential) => new(access, credential, null);

    /// <summary>Somebody whose sign-in is not taken, or who has none.</summary>
    public static Caller Refused(RefusalException refusal) => new(null, null, refusal);

    /// <summary>The sender of a request.</summary>
    public static Caller Of(HttpContext http) => http.Features.Get<Caller>() ?? Refused(NotSignedIn());

    /// <summary>The refusal of a call without any sign-in.</summary>
    public static RefusalException NotSignedIn() => Refusals.SignInInvalid("This server asks callers to sign in; send an API key or a token as 'authorization: Bearer ...'.");

    /// <summary>Refuses whoever is not signed in, or no longer.</summary>
    /// <exception cref="RefusalException">The caller is not signed in (SignInInvalid).</exception>
    public void MustBeSignedIn()
    {
        if (refusal is not null)
            throw refusal;
        if (credential is not null)
            access!.Check(credential);
    }

    /// <summary>Who somebody is for counting their calls.</summary>
    public string Person => credential?.Person ?? "";

    /// <summary>The caller with what they may do at this moment: streams ask again.</summary>
    /// <exception cref="RefusalException">The caller is not signed in, or no longer (SignInInvalid).</exception>
    public Actor ActorOf(HttpContext http)
    {
        if (refusal is not null)
            throw refusal;
        return credential is null ? Actor.Local(RequestOrigin.Of(http, "")) : access!.ActorOf(credential);
    }

    /// <summary>The same for reading only, which nothing is logged of.</summary>
    /// <exception cref="RefusalException">The caller is not signed in, or no longer (SignInInvalid).</exception>
    public Actor Reader()
    {
        if (refusal is not null)
            throw refusal;
        return credential is null ? LocalReader : access!.ActorOf(credential);
    }
}
