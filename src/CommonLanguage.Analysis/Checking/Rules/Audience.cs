using System.Collections.Frozen;
using System.Collections.Immutable;
using CommonLanguage.Analysis.Checking.Documents.Source;
using CommonLanguage.Analysis.Checking.Snapshots;

namespace CommonLanguage.Analysis.Checking.Rules;

/// <summary>Who wrote a document and who reads it, as numbers of organisations in the snapshot.</summary>
sealed class Audience
{
    Audience(int author, FrozenSet<int> readers) => (Author, Readers) = (author, readers);

    /// <summary>The author's organisation, or -1.</summary>
    public int Author { get; }

    public FrozenSet<int> Readers { get; }

    /// <summary>Whether two organisations or more are named, so that meanings can part among them.</summary>
    public bool IsKnown => Readers.Count > (Readers.Contains(Author) || Author < 0 ? 1 : 0);

    /// <summary>Whether an organisation writes or reads; everyone does when nobody is named.</summary>
    public bool Has(int organisation) => (Author < 0 && Readers.Count == 0) || organisation == Author || Readers.Contains(organisation);

    /// <exception cref="UnreadableInputException">An organisation is no member of the partnership.</exception>
    public static Audience Of(GlossarySnapshot snapshot, string author, ImmutableArray<string> readers) => new(
        author.Length == 0 ? -1 : Number(snapshot, author), readers.Select(reader => Number(snapshot, reader)).ToFrozenSet());

    static int Number(GlossarySnapshot snapshot, string id)
    {
        var bare = id.StartsWith("organisations/", StringComparison.Ordinal) ? id["organisations/".Length..] : id;
        return snapshot.OrganisationNumber(bare) is >= 0 and var number
            ? number
            : throw new UnreadableInputException(
                $"'{bare}' is no organisation of the partnership '{snapshot.Partnership}'; it has {string.Join(", ", snapshot.Organisations.Take(20).Select(o => o.Id))}.");
    }
}
