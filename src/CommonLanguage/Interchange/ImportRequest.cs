using CommonLanguage.Glossary;

namespace CommonLanguage.Interchange;

/// <summary>What is imported, and into what.</summary>
/// <param name="Organisation">Owner of the entries; created when missing.</param>
/// <param name="DisplayName">Its name when it is created; empty = its id.</param>
/// <param name="Partnership">Partnership it takes part in; null = "default" for an organisation that takes part in none.</param>
/// <param name="ValidateOnly">Read and check everything, say what would happen, store nothing.</param>
public sealed record ImportRequest(OrganisationId Organisation, string DisplayName, PartnershipId? Partnership, bool ValidateOnly)
{
    /// <summary>How the file is to be read.</summary>
    public ReadingOptions Reading { get; init; } = ReadingOptions.Found;
}
