namespace CommonLanguage.Glossary;

/// <summary>What a change did. The numbers are those of the contract and of the store.</summary>
public enum ChangeKind
{
    /// <summary>A partnership was created.</summary>
    PartnershipCreated = 1,
    /// <summary>A partnership or its members changed.</summary>
    PartnershipUpdated = 2,
    /// <summary>A partnership was archived.</summary>
    PartnershipArchived = 3,
    /// <summary>An organisation was created.</summary>
    OrganisationCreated = 4,
    /// <summary>An organisation changed.</summary>
    OrganisationUpdated = 5,
    /// <summary>An organisation was archived.</summary>
    OrganisationArchived = 6,
    /// <summary>An entry was created.</summary>
    EntryCreated = 7,
    /// <summary>An entry got a new revision.</summary>
    EntryUpdated = 8,
    /// <summary>An entry was retired.</summary>
    EntryArchived = 9,
    /// <summary>A batch of an import.</summary>
    EntriesImported = 10,
    /// <summary>Conflicts were found again by a newer comparison.</summary>
    ConflictsSwept = 11,
    /// <summary>A step of a reconciliation: a verdict, a proposal, a position, a comment.</summary>
    ReconciliationAdvanced = 12,
    /// <summary>A conflict was resolved, with everything that follows from it.</summary>
    ConflictResolved = 13,
    /// <summary>A person's affiliation was given, changed or ended.</summary>
    AffiliationChanged = 14,
    /// <summary>An API key was made or revoked.</summary>
    ApiKeyChanged = 15,
    /// <summary>A webhook was made or ended.</summary>
    WebhookChanged = 16,
}
