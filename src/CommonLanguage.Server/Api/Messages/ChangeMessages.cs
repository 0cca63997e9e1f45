using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using Google.Protobuf.WellKnownTypes;

namespace CommonLanguage.Server.Api.Messages;

/// <summary>Changes as messages.</summary>
static class ChangeMessages
{
    /// <summary>The message of a change that its reader sees.</summary>
    public static V1.Change ToMessage(Change change, LiveTables tables) => new()
    {
        RevisionToken = tables.Token(change.Sequence),
        Sequence = change.Sequence,
        Kind = (V1.Change.Types.Kind)(int)change.Kind,
        Subject = change.Subject,
        Actor = change.Actor.Name,
        Origin = change.Actor.Origin,
        Time = Timestamp.FromDateTimeOffset(change.Time),
        Revisions = change.Revisions,
        Conflicts = change.Conflicts,
    };
}
