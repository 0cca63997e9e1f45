using CommonLanguage.Glossary;
using CommonLanguage.Lookup;
using Google.Protobuf.WellKnownTypes;

namespace CommonLanguage.Server.Api.Messages;

/// <summary>Changes as messages.</summary>
static class ChangeMessages
{
    /// <summary>The message; null when the change is about something that the reader does not see.</summary>
    public static V1.Change? ToMessage(Change change, LiveTables tables, Actor reader) => !Sees(reader, change, tables.Current.Directory) ? null : new()
    {
        RevisionToken = tables.Token(change.Sequence),
        Sequence = change.Sequence,
        Kind = (V1.Change.Types.Kind)(int)change.Kind,
        Subject = change.Subject,
        Actor = change.Actor.Name,
        // Where partners' people sit is nobody's business but the administrators' and their own.
        Origin = reader.Rights.IsAdministrator || change.Actor.Name == reader.Name ? change.Actor.Origin : "",
        Time = Timestamp.FromDateTimeOffset(change.Time),
        Revisions = change.Revisions,
        Conflicts = change.Conflicts,
    };

    static bool Sees(Actor reader, Change change, PartnerDirectory directory)
    {
        if (reader.Rights.IsAdministrator)
            return true;
        return change.Subject.Split('/') is [var collection, var id, ..] && collection switch
        {
            "organisations" => directory.Find(OrganisationId.Parse(id, "subject")) is { } organisation && reader.Rights.Sees(organisation),
            "partnerships" => directory.Find(PartnershipId.Parse(id, "subject")) is { } partnership && reader.Rights.Sees(partnership),
            _ => false,
        };
    }
}
