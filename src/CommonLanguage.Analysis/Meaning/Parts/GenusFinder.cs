namespace CommonLanguage.Analysis.Meaning.Parts;

/// <summary>
/// Finds the kind that a definition begins with: the last content word before the first word or mark that ends a noun phrase; behind a
/// light noun ("act of", "set of") the next one too. A rule of thumb for English (after the patterns of Bodenreider and Burgun 2002).
/// </summary>
struct GenusFinder()
{
    int candidate = -1;
    int nounBefore = -1;
    bool light;

    public int First { get; private set; } = -1;

    public int Second { get; private set; } = -1;

    public bool IsFound { get; private set; }

    /// <summary>Takes the next word of the first sentence: its place in the table, the number of content words before it, whether it is grammar or an adverb, whether it ends as a participle, whether a mark stands before it.</summary>
    public void Take(int word, int place, bool isFunction, bool isParticiple, bool afterStop)
    {
        if (candidate >= 0 && (afterStop || (word >= 0 && FunctionWords.Ending.Contains(word))))
            Close(afterStop);
        if (IsFound || isFunction)
            return;
        // "characteristics associated with": the noun is the kind.
        nounBefore = isParticiple && candidate >= 0 ? nounBefore >= 0 ? nounBefore : candidate : -1;
        candidate = place;
        light = word >= 0 && FunctionWords.LightHeads.Contains(word);
    }

    /// <summary>The text has ended.</summary>
    public void End(int count)
    {
        if (!IsFound && candidate >= 0 && count > 0)
            Close(afterStop: true);
    }

    void Close(bool afterStop)
    {
        if (nounBefore >= 0)
            (candidate, nounBefore, light) = (nounBefore, -1, false);
        if (First < 0)
        {
            First = candidate;
            IsFound = !light || afterStop;
        }
        else
        {
            Second = candidate;
            IsFound = true;
        }

        candidate = -1;
    }
}
