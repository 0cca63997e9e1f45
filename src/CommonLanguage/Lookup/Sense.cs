using System.Collections.Immutable;
using CommonLanguage.Analysis.Text;
using CommonLanguage.Glossary;

namespace CommonLanguage.Lookup;

/// <summary>
/// The current revision of one entry, packed for answering: its texts stand ready in the wire format of the message Meaning
/// (lookup.proto), so that an answer is copied together, not built. Immutable.
/// </summary>
public sealed class Sense
{
    readonly string[]? otherKeys;

    Sense(Revision revision, byte[] body, string key, string[]? otherKeys)
    {
        EntryKey = revision.EntryKey;
        RevisionKey = revision.Key;
        Organisation = revision.Organisation;
        EntryId = revision.EntryId;
        Number = revision.Number;
        Language = revision.Content.Language;
        HasValidity = revision.Content.ValidFrom is not null || revision.Content.ValidTo is not null;
        Hash = revision.Hash;
        Adopts = revision.Content.Adopts.Length > 0 ? EntryName.ParseName(revision.Content.Adopts, "adopts") : null;
        Body = body;
        Key = key;
        this.otherKeys = otherKeys;
    }

    /// <summary>The store's number of the entry.</summary>
    public long EntryKey { get; }

    /// <summary>The store's number of the revision.</summary>
    public long RevisionKey { get; }

    /// <summary>The store's number of the owner.</summary>
    public int Organisation { get; }

    /// <summary>Id in the resource name.</summary>
    public string EntryId { get; }

    /// <summary>Number of the revision.</summary>
    public int Number { get; }

    /// <summary>Language of the definition.</summary>
    public LanguageTag Language { get; }

    /// <summary>Hash of the content.</summary>
    public ContentHash Hash { get; }

    /// <summary>Whether the meaning begins or ends on a day of its own.</summary>
    public bool HasValidity { get; }

    /// <summary>The entry whose definition this one takes over; null when it is the owner's own.</summary>
    public EntryName? Adopts { get; }

    /// <summary>Normal form of the first term.</summary>
    public string Key { get; }

    /// <summary>Normal forms the entry is found under, the first term's first.</summary>
    public IEnumerable<string> Keys => otherKeys is null ? [Key] : [Key, .. otherKeys];

    /// <summary>The first term.</summary>
    public string Term => WireReader.Text(Body, MeaningFields.Term);

    /// <summary>The definition.</summary>
    public string Definition => WireReader.Text(Body, MeaningFields.Definition);

    /// <summary>Where the definition applies; empty = everywhere.</summary>
    public string ScopeNote => WireReader.Text(Body, MeaningFields.ScopeNote);

    /// <summary>The part of the message that is the same in every answer.</summary>
    internal byte[] Body { get; }

    /// <summary>Packs a revision, with a posting for each normal form it is found under.</summary>
    public static (Sense Sense, ImmutableArray<Posting> Postings) Of(Revision revision)
    {
        var forms = FormsOf(revision.Content);
        string[]? others = forms.Length > 1 ? [.. forms.Skip(1).Select(form => form.Key)] : null;
        var sense = new Sense(revision, MeaningFields.WriteBody(revision.Content), forms[0].Key, others);
        var first = revision.Content.Term.Text;
        return (sense, [.. forms.Select(form => new Posting(
            sense,
            string.Equals(form.Text, first, StringComparison.Ordinal) ? null : form.Text,
            form.Status,
            form.IsOther) { Replacement = Replacement.Of(revision.Content, form.Key, form.Status) })]);
    }

    /// <summary>Every form a content is found under, the first term itself first, each normal form once.</summary>
    public static ImmutableArray<(string Key, string Text, TermStatus Status, bool IsOther)> FormsOf(EntryContent content)
    {
        var forms = ImmutableArray.CreateBuilder<(string, string, TermStatus, bool)>(1);
        foreach (var term in content.Terms)
        {
            foreach (var form in TermForms.Of(term.Text))
            {
                var known = false;
                foreach (var (key, _, _, _) in forms)
                    known |= string.Equals(key, form.Key, StringComparison.Ordinal);
                // A word that the owner declares has its own status, whatever is hidden in the brackets of another term.
                known |= form.Kind != FoundFormKind.Whole && content.Terms.Length > 1
                    && content.Terms.Any(other => string.Equals(NormalForm.Of(other.Text), form.Key, StringComparison.Ordinal));
                if (!known)
                    forms.Add((form.Key, form.Text, term.Status, form.Kind == FoundFormKind.Abbreviation || term != content.Term));
            }
        }

        return forms.DrainToImmutable();
    }
}
