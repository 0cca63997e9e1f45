using CommonLanguage.Analysis.Checking.Findings;
using CommonLanguage.Analysis.Checking.Matching;
using CommonLanguage.Analysis.Checking.Snapshots;
using CommonLanguage.Analysis.Text;

namespace CommonLanguage.Analysis.Checking.Rules;

/// <summary>CL005: another case, hyphen, spacing or spelling of a term than the organisations' own.</summary>
sealed class VariantSpelling : ICheckRule
{
    public RuleDescription Description { get; } = new(
        "CL005", "variant-spelling", Severity.Info,
        "A term is written with another case, hyphen, spacing or spelling than its preferred or admitted form.",
        "Write it as the glossary does.");

    public void Check(CheckContext context)
    {
        foreach (var use in context.Terms.Uses)
        {
            LabelForm? own = null;
            HashSet<string> spellings = new(StringComparer.Ordinal);
            var isAsWritten = false;
            foreach (var form in context.Forms(use))
            {
                if (form.Status > SnapshotTermStatus.Admitted)
                    continue;
                var owner = context.Snapshot.OwnerOf(form.Entry);
                // As anybody of the partnership writes it is right enough: whether a reader minds is another rule's matter.
                if (IsAsWritten(context, use, form))
                    isAsWritten = true;
                else if (context.Audience.Has(owner))
                {
                    _ = spellings.Add(form.Text);
                    if (own is null || owner == context.Audience.Author)
                        own = form;
                }
            }

            if (!isAsWritten && own is { } canonical && context.IsNews(Description.Id, use.Label, use.Start, use.End, out var common))
                Report(context, use, canonical, common, IsSafe(context, canonical, spellings));
        }
    }

    // The author's own spelling; else one that all agree on and the author's organisation does not reject.
    static bool IsSafe(CheckContext context, LabelForm form, HashSet<string> spellings) =>
        context.Snapshot.OwnerOf(form.Entry) == context.Audience.Author || (spellings.Count == 1 && !context.IsUnwantedByAuthor(form.Text));

    static bool IsAsWritten(CheckContext context, TermUse use, LabelForm form)
    {
        var text = context.Text(use);
        // "PersistentVolume" is the name of a type, not a spelling of "persistent volume", nor "APIResource" one of "API resource".
        if (form.IsOtherSpelling)
            return IsOtherNumber(text, form.Text) || LetterCase.HasInnerCapital(text) && !LetterCase.IsCapitals(text) && !HasWordOfMixedCase(form.Text);
        if (LetterCase.HasInnerCapital(form.Text) && !LetterCase.IsCapitals(text) && !LetterCase.IsSame(text, form.Text))
            return false;
        // "access-control list" before a noun is how English joins words, no other spelling.
        return Hyphens(text) == Hyphens(form.Text) || (Hyphens(text) == 0 && IsEverydayPhrase(form.Text)) || (Hyphens(text) > 0 && IsBeforeWord(context.Document.Text, use.End));
    }

    static bool HasWordOfMixedCase(string term)
    {
        foreach (var word in term.AsSpan().SplitAny(' ', '-'))
        {
            if (LetterCase.HasInnerCapital(term.AsSpan(word)) && !LetterCase.IsCapitals(term.AsSpan(word)))
                return true;
        }

        return false;
    }

    // "Add-on" where the glossary has "add-ons".
    static bool IsOtherNumber(ReadOnlySpan<char> text, ReadOnlySpan<char> form) => text.TrimEnd("sS").Equals(form.TrimEnd("sS"), StringComparison.OrdinalIgnoreCase);

    // "Need-to-know" is a term; "need to know" may be that, or just what somebody needs.
    static bool IsEverydayPhrase(string term)
    {
        var words = new TermTokenizer(term);
        while (words.MoveNext())
        {
            if (!words.IsWord || !CommonWords.Contains(NormalForm.Of(term[words.Start..words.End])))
                return false;
        }

        return true;
    }

    static int Hyphens(ReadOnlySpan<char> text)
    {
        var count = 0;
        for (var i = 1; i + 1 < text.Length; i++)
            count += TermTokenizer.IsHyphen(text[i]) && char.IsLetterOrDigit(text[i - 1]) && char.IsLetterOrDigit(text[i + 1]) ? 1 : 0;
        return count;
    }

    static bool IsBeforeWord(string text, int end) => end + 1 < text.Length && text[end] is ' ' or '\n' && char.IsLetter(text[end + 1]);

    void Report(CheckContext context, TermUse use, LabelForm form, string common, bool isSafe)
    {
        var shown = context.Show(form.Entry);
        context.Report(
            Description, Severity.Info, use.Block, use.Start, use.End, form.Text,
            $"'{CheckContext.OneLine(context.Text(use).ToString())}' is written '{form.Text}' at {shown.Organisation}{common}.",
            [shown],
            fixes: WordChange.Of(context, use, form, form.Text, isSafe));
    }
}
