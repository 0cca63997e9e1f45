using System.Collections.Immutable;
using CommonLanguage.Analysis.Meaning.Answers;

namespace CommonLanguage.Glossary;

/// <summary>
/// What people decided of two revisions (SKOS mapping relation, SSSOM mapping). Immutable: another judgement of the same two entries is
/// another row, and the last one counts.
/// </summary>
/// <param name="Key">The store's number; grows with every mapping written.</param>
/// <param name="Conflict">The store's number of the conflict it was judged in.</param>
/// <param name="A">First side, at the revision judged.</param>
/// <param name="B">Second side, at the revision judged.</param>
/// <param name="Relation">Of the first to the second; never None: that is a negated Exact.</param>
/// <param name="Negated">The relation does not hold.</param>
/// <param name="State">Confirmed, unsure or stale.</param>
/// <param name="Justification">Why it holds.</param>
/// <param name="Confidence">0..1.</param>
/// <param name="Author">Who judged.</param>
/// <param name="Reviewers">Who agreed.</param>
/// <param name="Comment">Free text; for a stale one, why it is stale.</param>
/// <param name="Sequence">The change that wrote it.</param>
public sealed record Mapping(
    long Key,
    long Conflict,
    ConflictParty A,
    ConflictParty B,
    Relation Relation,
    bool Negated,
    MappingState State,
    MappingJustification Justification,
    double Confidence,
    string Author,
    ImmutableArray<string> Reviewers,
    string Comment,
    long Sequence);
