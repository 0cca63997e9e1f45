namespace CommonLanguage.Glossary;

/// <summary>One row of the change log: one committed step, in a gapless order.</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="Kind">What was done.</param>
/// <param name="Subject">Resource name of what was changed.</param>
/// <param name="Actor">Who did it, from where.</param>
/// <param name="Time">When, by the server's clock; order is by sequence.</param>
/// <param name="Revisions">Revisions written.</param>
/// <param name="Conflicts">Conflicts opened, refreshed or closed.</param>
/// <param name="Hash">Over this row and the hash of the one before: the log cannot be altered unseen.</param>
public sealed record Change(
    long Sequence,
    ChangeKind Kind,
    string Subject,
    Actor Actor,
    DateTimeOffset Time,
    int Revisions,
    int Conflicts,
    ContentHash Hash);
