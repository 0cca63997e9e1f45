using CommonLanguage.Glossary;
using CommonLanguage.Lookup;

namespace CommonLanguage.Server.Api.Messages;

/// <summary>Organisations and partnerships as messages.</summary>
static class PartnerMessages
{
    public static V1.Organisation ToMessage(this Organisation organisation, int entryCount, string revisionToken = "") => new()
    {
        Name = organisation.Id.ResourceName,
        DisplayName = organisation.DisplayName,
        Description = organisation.Description,
        Etag = organisation.Etag,
        Archived = organisation.Archived,
        EntryCount = entryCount,
        RevisionToken = revisionToken,
    };

    public static V1.Partnership ToMessage(this Partnership partnership, PartnerDirectory directory, string revisionToken = "")
    {
        var message = new V1.Partnership
        {
            Name = partnership.Id.ResourceName,
            DisplayName = partnership.DisplayName,
            Objectives = partnership.Objectives,
            Etag = partnership.Etag,
            Archived = partnership.Archived,
            RevisionToken = revisionToken,
        };
        message.Members.AddRange(partnership.Members.Select(member => directory[member].Id.ResourceName));
        return message;
    }
}
