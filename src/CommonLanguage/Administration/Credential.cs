using CommonLanguage.Glossary;

namespace CommonLanguage.Administration;

/// <summary>What somebody has signed in with, checked once; what it allows is asked anew for each call (<see cref="Access.ActorOf"/>).</summary>
/// <param name="Person">Who: the name that affiliations are given to.</param>
/// <param name="Scopes">What may at most be done.</param>
/// <param name="Origin">For the change log: address, kind of credential, program.</param>
/// <param name="KeyId">Id of the API key; empty when it was none.</param>
/// <param name="Expires">From when on it is no longer taken.</param>
public sealed record Credential(string Person, Scopes Scopes, string Origin, string KeyId, DateTimeOffset Expires)
{
    /// <summary>Whether it is the token of the first start.</summary>
    public bool IsSetup { get; init; }
}
