namespace CommonLanguage.Server.Web.Showing;

/// <summary>One word of the product.</summary>
/// <param name="Group">What sort of word it is ("state", "kind", "outcome").</param>
/// <param name="Name">Its name in code and contract ("SignOff").</param>
/// <param name="Term">The term, as docs and the command line write it ("sign-off").</param>
/// <param name="Label">As the pages write it. {0} and {1} stand for the two organisations, or for a number.</param>
/// <param name="Definition">What it means, as one sentence.</param>
/// <param name="Standard">The same term in a standard; may be empty.</param>
sealed record VocabularyWord(string Group, string Name, string Term, string Label, string Definition, string Standard)
{
    /// <summary>Its id in the vocabulary: "state.SignOff".</summary>
    public string Id => $"{Group}.{Name}";

    /// <summary>The definition as half a sentence: small first letter, no full stop.</summary>
    public string HalfSentence => char.ToLowerInvariant(Definition[0]) + Definition[1..].TrimEnd('.');
}
