using CommonLanguage.Glossary;

namespace CommonLanguage.Server.Web.Conflicts;

/// <summary>One party of a conflict: whose entry it is and what it says at the revision that was compared.</summary>
/// <param name="Party">As the conflict has it.</param>
/// <param name="Organisation">The owner.</param>
/// <param name="Revision">What was compared.</param>
public sealed record Side(ConflictParty Party, Organisation Organisation, Revision Revision)
{
    /// <summary>The entry.</summary>
    public EntryName Entry => new(Organisation.Id, Revision.EntryId);
}
