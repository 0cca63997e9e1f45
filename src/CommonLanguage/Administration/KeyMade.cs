using CommonLanguage.Glossary;

namespace CommonLanguage.Administration;

/// <summary>A new API key.</summary>
/// <param name="Key">What is kept of it; null where no key was made.</param>
/// <param name="Text">The key itself, given this once; empty when it was only validated.</param>
/// <param name="Sequence">The change that wrote it; 0 when it was only validated.</param>
public sealed record KeyMade(ApiKey? Key, string Text, long Sequence);
