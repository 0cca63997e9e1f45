namespace CommonLanguage.Analysis.Text;

/// <summary>A form under which a term is found.</summary>
/// <param name="Text">The form as written.</param>
/// <param name="Kind">How it stands in the term.</param>
/// <param name="Key">Its normal form.</param>
public readonly record struct FoundForm(string Text, FoundFormKind Kind, string Key);
