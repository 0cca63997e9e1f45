using System.Collections.Immutable;
using CommonLanguage.Glossary;

namespace CommonLanguage.Reconciliation;

/// <summary>
/// Everything said and done about one conflict, and what counts of it now. A pure function of the acts: replaying them gives the same.
/// Immutable.
/// </summary>
public sealed class Proceedings
{
    Proceedings(ImmutableArray<RecordedAct> acts) => Acts = acts;

    /// <summary>By number.</summary>
    public ImmutableArray<RecordedAct> Acts { get; }

    /// <summary>Who takes care of it; empty = nobody in particular.</summary>
    public ImmutableArray<string> Assignees { get; private init; } = [];

    /// <summary>The last proposal, with who made it; null when there is none.</summary>
    public (Proposal Proposal, string Author)? Current { get; private init; }

    /// <summary>The consultation about the last proposal; null when it has not been laid before the parties.</summary>
    public Consultation? Consultation { get; private init; }

    /// <summary>The last position of each organisation on the last proposal, with who took it.</summary>
    public ImmutableSortedDictionary<int, (Position Position, string Signatory)> Positions { get; private init; } =
        ImmutableSortedDictionary<int, (Position, string)>.Empty;

    /// <summary>The last assessment of each organisation.</summary>
    public ImmutableSortedDictionary<int, Assessment> Assessments { get; private init; } = ImmutableSortedDictionary<int, Assessment>.Empty;

    /// <summary>The last correction of each cell of the line-up.</summary>
    public ImmutableDictionary<(string Characteristic, long Entry), string> Corrections { get; private init; } =
        ImmutableDictionary<(string, long), string>.Empty;

    /// <summary>Every proposal, oldest first.</summary>
    public IEnumerable<(Proposal Proposal, RecordedAct Act)> Proposals =>
        Acts.Where(recorded => recorded.Act is Proposal).Select(recorded => ((Proposal)recorded.Act, recorded));

    /// <summary>Every position ever taken, oldest first, with whether it counts now.</summary>
    public IEnumerable<(Position Position, RecordedAct Act, bool Counts)> AllPositions => Acts.Where(recorded => recorded.Act is Position).Select(recorded =>
    {
        var position = (Position)recorded.Act;
        return (position, recorded, Positions.TryGetValue(position.Organisation, out var counts) && ReferenceEquals(counts.Position, position));
    });

    /// <summary>The last resolution, with its number, whether it holds or was reopened; null when there was none.</summary>
    public (Resolution Resolution, int Number)? LastResolution { get; private init; }

    /// <summary>What owners have published of the last resolution afterwards.</summary>
    public ImmutableArray<Effect> Since { get; private init; } = [];

    /// <summary>The store's numbers of the organisations for which texts of the resolution that holds wait.</summary>
    public ImmutableArray<int> Waiting => Resolution is not { } held ? [] :
    [
        .. held.Resolution.Effects.Where(effect => effect.Revision == 0 && !Published.Any(done => IsDone(effect, done)))
            .Select(effect => effect.Organisation).Distinct(),
    ];

    /// <summary>Whether a later publication has written what an effect left waiting.</summary>
    internal static bool IsDone(Effect waiting, Effect done) =>
        (done.Organisation, done.Text) == (waiting.Organisation, waiting.Text) && (waiting.Entry == 0 || done.Entry == waiting.Entry);

    /// <summary>The resolution that holds, with its number; null when there is none.</summary>
    public (Resolution Resolution, int Number)? Resolution { get; private init; }

    /// <summary>What owners have published afterwards of the resolution that holds.</summary>
    public ImmutableArray<Effect> Published { get; private init; } = [];

    /// <summary>What acts come to.</summary>
    /// <param name="acts">All of one conflict, by number.</param>
    public static Proceedings Of(IEnumerable<RecordedAct> acts)
    {
        ImmutableArray<RecordedAct> all = [.. acts];
        ImmutableArray<string> assignees = [];
        (Proposal, string)? current = null;
        Consultation? consultation = null;
        (Resolution, int)? resolution = null;
        (Resolution, int)? last = null;
        ImmutableArray<Effect> published = [], since = [];
        var positions = ImmutableSortedDictionary<int, (Position, string)>.Empty;
        var assessments = ImmutableSortedDictionary<int, Assessment>.Empty;
        var corrections = ImmutableDictionary<(string, long), string>.Empty;
        foreach (var recorded in all)
        {
            switch (recorded.Act)
            {
                case Assignment assignment:
                    assignees = assignment.People;
                    break;
                case Assessment assessment:
                    assessments = assessments.SetItem(assessment.Organisation, assessment);
                    break;
                case LineUpCorrection correction:
                    corrections = corrections.SetItem((correction.Characteristic, correction.Entry), correction.Value);
                    break;
                case Proposal proposal:
                    (current, consultation) = ((proposal, recorded.Actor.Name), null);
                    positions = positions.Clear();
                    break;
                case Consultation opened:
                    consultation = opened;
                    break;
                case Position position:
                    positions = positions.SetItem(position.Organisation, (position, recorded.Actor.Name));
                    break;
                case Resolution resolved:
                    (resolution, published, since) = ((resolved, recorded.Number), [], []);
                    last = resolution;
                    break;
                case Publication publication:
                    published = published.AddRange(publication.Effects);
                    since = since.AddRange(publication.Effects);
                    break;
                case Reopening:
                    (resolution, published, consultation) = (null, [], null);
                    positions = positions.Clear();
                    break;
                default:
                    break;
            }
        }

        return new(all)
        {
            Assignees = assignees,
            Current = current,
            Consultation = consultation,
            Positions = positions,
            Assessments = assessments,
            Corrections = corrections,
            Resolution = resolution,
            LastResolution = last,
            Since = since,
            Published = published,
        };
    }

    /// <summary>Number of the last proposal, 0 when there is none.</summary>
    public int ProposalNumber => Current?.Proposal.Number ?? 0;
}
