namespace CommonLanguage.Interchange.Tbx;

/// <summary>A term of a TBX entry, as the columns of a table hold it.</summary>
/// <param name="Text">The word.</param>
/// <param name="Language">Its language; empty where it is that of the definition.</param>
/// <param name="Status">Its status; empty when not said, or in a word that we do not have.</param>
/// <param name="Form">Its form; empty when not said, or in a word that we do not have.</param>
/// <param name="Note">What the entry and the term say further.</param>
readonly record struct TbxTerm(string Text, string Language, string Status, string Form, string Note);
