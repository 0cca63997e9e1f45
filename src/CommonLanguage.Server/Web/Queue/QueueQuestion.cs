using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning.Answers;
using CommonLanguage.Analysis.Text;
using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using CommonLanguage.Storage;

namespace CommonLanguage.Server.Web.Queue;

/// <summary>What of the queue a reader wants to see, as it stands in the address of the page. Values that mean nothing are left out.</summary>
/// <param name="Partnership">Id; empty = all.</param>
/// <param name="Organisation">Id; empty = all.</param>
/// <param name="Other">Id of a second organisation; empty = any.</param>
/// <param name="Kind">Name of a kind; empty = all.</param>
/// <param name="Status">Name of a group of states; empty = open ones.</param>
/// <param name="Word">Part of the word; empty = all.</param>
/// <param name="Whose">"mine" = those that an organisation of the reader's takes part in; empty = everybody's.</param>
public sealed record QueueQuestion(string Partnership, string Organisation, string Other, string Kind, string Status, string Word, string Whose)
{
    /// <summary>What <see cref="Whose"/> says for the reader's own.</summary>
    public const string Mine = "mine";

    /// <summary>The groups of states, in the words of a person.</summary>
    public static readonly ImmutableArray<(string Id, string Name, ImmutableArray<ConflictState> States)> Groups =
    [
        ("", "Open", []),
        ("new", "Detected or reopened", [ConflictState.Detected, ConflictState.Reopened]),
        ("work", "In progress", [ConflictState.Triaged, ConflictState.Reconciling, ConflictState.Consultation, ConflictState.SignOff]),
        ("settled", "Resolved or dismissed", [ConflictState.Resolved, ConflictState.Dismissed]),
        ("deferred", "Deferred", [ConflictState.Deferred]),
        ("all", "All", [.. Enum.GetValues<ConflictState>().Where(state => state != ConflictState.Closed)]),
    ];

    /// <summary>The address of the page that asks this.</summary>
    public string Address
    {
        get
        {
            var parts = new[]
            {
                ("partnership", Partnership), ("organisation", Organisation), ("other", Other), ("kind", Kind), ("status", Status), ("word", Word), ("whose", Whose),
            }.Where(part => part.Item2.Length > 0).Select(part => $"{part.Item1}={Uri.EscapeDataString(part.Item2)}");
            return string.Join('&', parts) is { Length: > 0 } query ? "?" + query : "";
        }
    }

    /// <summary>Whether everything that is open is asked for.</summary>
    public bool IsPlain => Address.Length == 0;

    /// <summary>Whether only the reader's own are asked for.</summary>
    public bool IsMine => Is(Mine, Whose);

    /// <summary>As the store is asked, within what the actor sees.</summary>
    public QueueFilter ToFilter(Actor actor, PartnerDirectory directory) => new(
        directory.Partnerships.FirstOrDefault(p => Is(p.Id.Value, Partnership))?.Key,
        [.. Enum.GetValues<ConflictKind>().Where(kind => Is(kind.ToString(), Kind))],
        Groups.FirstOrDefault(group => Is(group.Id, Status)).States is { IsDefault: false } states ? states : [],
        MinimumSeverity: 0,
        [.. directory.Organisations.Where(o => Is(o.Id.Value, Organisation) || Is(o.Id.Value, Other)).Select(o => o.Key)],
        Word: "")
    {
        Seen = actor.Rights.IsAdministrator ? null : actor.Rights.Partnerships,
        TakingPart = IsMine ? actor.Rights.Affiliated : null,
        Containing = Word.Length is > 0 and <= Limits.Term ? NormalForm.OfPrefix(Word) : "",
    };

    static bool Is(string id, string asked) => asked.Length > 0 && string.Equals(id, asked, StringComparison.OrdinalIgnoreCase);
}
