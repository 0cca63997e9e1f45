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

    /// <summary>The rule that a message asks for; null when it asks for none.</summary>
    /// <exception cref="RefusalException">No such rule.</exception>
    public static Glossary.SignOffRule? ToRule(this V1.SignOffRule? rule) => rule is null
        ? null
        : Glossary.SignOffRule.Of(rule.Kind == V1.SignOffRule.Types.Kind.Unspecified ? SignOffKind.All : (SignOffKind)(int)rule.Kind, rule.Minimum, "sign_off");

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
            SignOff = new() { Kind = (V1.SignOffRule.Types.Kind)(int)partnership.SignOff.Kind, Minimum = partnership.SignOff.Count },
        };
        message.Members.AddRange(partnership.Members.Select(member => directory[member].Id.ResourceName));
        return message;
    }
}
