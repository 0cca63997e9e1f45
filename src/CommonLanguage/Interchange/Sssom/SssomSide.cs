using CommonLanguage.Glossary;

namespace CommonLanguage.Interchange.Sssom;

/// <summary>A side of a mapping.</summary>
/// <param name="Entry">The entry.</param>
/// <param name="Term">Its first term, in the revision that was judged.</param>
/// <param name="Revision">The number of that revision.</param>
readonly record struct SssomSide(EntryName Entry, string Term, int Revision);
