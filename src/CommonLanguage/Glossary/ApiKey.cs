namespace CommonLanguage.Glossary;

/// <summary>A key that a person or program signs in with. Only a hash of its secret is kept.</summary>
/// <param name="Key">The store's number.</param>
/// <param name="Id">The part of the key that may be shown.</param>
/// <param name="SecretHash">SHA-256 of the secret part, 32 bytes.</param>
/// <param name="Person">Who signs in with it.</param>
/// <param name="DisplayName">What it is for.</param>
/// <param name="Scopes">What may at most be done with it.</param>
/// <param name="Expires">When it ends.</param>
/// <param name="Revoked">No longer taken.</param>
/// <param name="Sequence">The change that wrote this state.</param>
public sealed record ApiKey(
    long Key, string Id, ReadOnlyMemory<byte> SecretHash, string Person, string DisplayName, Scopes Scopes, DateTimeOffset Expires, bool Revoked, long Sequence)
{
    /// <summary>The resource name.</summary>
    public string Name => "apiKeys/" + Id;

    /// <summary>Whether it is taken at a moment.</summary>
    public bool IsGoodAt(DateTimeOffset moment) => !Revoked && moment < Expires;
}
